using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Why somebody comes in: what a source says of it.</summary>
/// <param name="Groups">Classes and teaching groups of education; the other groups follow by rule.</param>
/// <param name="StandsInFor">The assignment whose groups a substitute or deputy gets, until the own end.</param>
/// <param name="Sponsor">For partners, and only for them.</param>
/// <param name="Record">The record of the source that says it, and what the source calls it within the record.</param>
public sealed record NewAssignment(
    PersonId Person, Population Population, AssignmentKind Kind, UnitId? Unit, GroupId? Organ, GroupId? Duty, Source Source,
    DateOnly FirstDay, DateOnly LastDay, IReadOnlyList<GroupId> Groups, AssignmentId? StandsInFor = null, NewSponsorship? Sponsor = null,
    SourceRecordId? Record = null, string? Key = null)
{
    internal Assignment Row(AssignmentId id) => new()
    {
        Id = id,
        Person = Person,
        Population = Population,
        Kind = Kind,
        Unit = Unit,
        Organ = Organ,
        Duty = Duty,
        StandsInFor = StandsInFor,
        Source = Source,
        Record = Record,
        Key = Key,
        FirstDay = FirstDay,
        LastDay = LastDay,
        UntilUtc = Helsinki.EndOf(LastDay),
    };
}

/// <summary>An assignment that is to begin.</summary>
public sealed record Beginning(AssignmentId Id, NewAssignment Told);

/// <summary>Who of the staff answers for a partner, and on what contract.</summary>
/// <param name="Deputy">Who goes on when the sponsor leaves: an assignment of another member of staff.</param>
public sealed record NewSponsorship(AssignmentId SponsorAssignment, string ContractReference, string Purpose, AssignmentId? Deputy = null);

/// <summary>Announced when assignments are put down, in the same transaction and as a set; they may begin later.</summary>
public sealed record AssignmentBegun(AssignmentId Assignment, PersonId Person, Population Population, DateTime From, DateTime Until);

/// <summary>Announced when the end of assignments is set or moved, in the same transaction and as a set.</summary>
/// <param name="At">From when on; it may lie ahead.</param>
/// <param name="Last">Nothing else keeps the person here after it: account and user ID go at that instant.</param>
public sealed record AssignmentEnded(AssignmentId Assignment, PersonId Person, Population Population, DateTime At, bool Last);

/// <summary>Announced when a person's assignments have begun, moved or ended, after what was granted has followed, and before the two others.</summary>
public sealed record StandingChanged(PersonId Person);
