using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A person as the register knows them: why they are or were here, from where and until when. No content, and no values of the cards.</summary>
/// <param name="EraseBy">Null while the use goes on.</param>
/// <param name="Holds">Legal holds, those that are over too.</param>
public sealed record Timeline(
    PersonId Id, string Name, bool Shielded, Registers Registers, DateTime AddedAt, DateOnly? LastDay, DateOnly? EraseBy, TimelineAccount? Account,
    IReadOnlyList<TimelineAssignment> Assignments, IReadOnlyList<TimelineRecord> Records, IReadOnlyList<TimelineOrigin> Origins,
    IReadOnlyList<PersonTrace> Holds, IReadOnlyList<TimelineEvent> Events);

/// <param name="CutAt">Null unless a source has cut sign-in.</param>
public sealed record TimelineAccount(DateTime MadeAt, DateTime? CutAt);

/// <summary>A reason why the person is, was or will be here.</summary>
/// <param name="Place">Null where there is none, and for the shielded; so is the duty.</param>
/// <param name="LastDay">Null where it is open.</param>
/// <param name="Sponsor">Who answers for a partner, on what contract.</param>
/// <param name="Partners">For how many partners it answers.</param>
public sealed record TimelineAssignment(
    AssignmentId Id, Population Population, AssignmentKind Kind, string? Duty, string? Place, Source Source, DateOnly FirstDay, DateOnly? LastDay, DateTime UntilUtc, RegisteredState State,
    string? Sponsor, string? Contract, int Partners, IReadOnlyList<HeldAuthority> Powers, IReadOnlyList<TimelineExtension> Extensions);

/// <summary>A proposal that it go on, without its reason.</summary>
public sealed record TimelineExtension(ExtensionId Id, DateOnly LastDay, ExtensionState State, DateTime ProposedAt);

/// <summary>What a source calls the person is its own; that it does, and whether still, is shown.</summary>
public sealed record TimelineRecord(SourceRecordId Id, Source Source, string Feed, RecordState State);

/// <summary>Where one attribute came from, without its value.</summary>
public sealed record TimelineOrigin(Card Card, string Column, Source Source, DateTime ReceivedAt)
{
    public Text Label => CardColumns.Label(CardsRead.Column(Column));
}

/// <summary>Something that was done, by whom.</summary>
/// <param name="What">The assignment it was about; null where it was about none.</param>
/// <param name="By">A name; null for the house itself and for one who has been erased.</param>
public sealed record TimelineEvent(DateTime At, string Deed, string? What, string? By, bool ByPerson)
{
    public Text Label => TimelineText.Of(Deed);
}
