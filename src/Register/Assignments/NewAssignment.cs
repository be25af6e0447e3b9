using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Why somebody comes in: what a source says of it.</summary>
/// <param name="Groups">Classes and teaching groups of education; the other groups follow by rule.</param>
/// <param name="StandsInFor">The assignment whose groups a substitute or deputy gets, until the own end.</param>
/// <param name="Sponsor">For partners, and only for them.</param>
public sealed record NewAssignment(
    PersonId Person, Population Population, AssignmentKind Kind, UnitId? Unit, GroupId? Organ, GroupId? Duty, Source Source,
    DateOnly FirstDay, DateOnly LastDay, IReadOnlyList<GroupId> Groups, AssignmentId? StandsInFor = null, NewSponsorship? Sponsor = null);

/// <summary>Who of the staff answers for a partner, and on what contract.</summary>
public sealed record NewSponsorship(AssignmentId SponsorAssignment, string ContractReference, string Purpose);

/// <summary>Announced when assignments end, in the same transaction and as a set.</summary>
/// <param name="At">From when on; it may lie ahead.</param>
/// <param name="Last">Nothing else keeps the person here after it: account and user ID go at that instant.</param>
public sealed record AssignmentEnded(AssignmentId Assignment, PersonId Person, Population Population, DateTime At, bool Last);
