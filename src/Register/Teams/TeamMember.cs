using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A duty of one of one's people, as a list shows it.</summary>
/// <param name="LastDay">Null where the end is open.</param>
/// <param name="Soon">It ends within <see cref="TeamQueries.Days"/>.</param>
/// <param name="Begun">False where the first day lies ahead.</param>
/// <param name="Waits">A proposal that it go on waits for the source.</param>
public sealed record TeamRow(AssignmentId Assignment, PersonName Name, string What, DateOnly FirstDay, DateOnly? LastDay, bool Soon, bool Begun, bool Waits);

/// <summary>A page of one's people.</summary>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Heads">Whether there is a unit for which a colleague could be proposed.</param>
/// <param name="Round">The round of confirmation that is open now; null between rounds.</param>
public sealed record TeamPeople(IReadOnlyList<TeamRow> Rows, string? Next, bool Heads, ConfirmationRound? Round);

/// <summary>A choice of a form: a duty by its code, a unit by its id.</summary>
public sealed record TeamChoice(string Value, Text Name);

/// <summary>One of one's people, with what may be changed.</summary>
/// <param name="Own">False where another source keeps it up: then only its going on may be proposed.</param>
/// <param name="Heads">A unit is headed by it.</param>
/// <param name="Units">Where it may be moved: the units one answers for.</param>
public sealed record TeamMember(
    AssignmentId Assignment, PersonName Name, string? DutyName, string? Duty, string? UnitName, UnitId? Unit, Population Population, AssignmentKind Kind, Source Source,
    DateOnly FirstDay, DateOnly? LastDay, bool Soon, bool Own, bool Heads, bool Waits, IReadOnlyList<TeamChoice> Units, IReadOnlyList<TeamChoice> Duties);

/// <summary>What the form of a new colleague offers.</summary>
/// <param name="Absent">Whom the colleague stands in for; null for a colleague of one's own.</param>
/// <param name="Groups">Classes and teaching groups of one's schools; none for a substitute, who has what the absent one has.</param>
public sealed record NewColleague(IReadOnlyList<TeamChoice> Units, IReadOnlyList<TeamChoice> Duties, IReadOnlyList<TeamChoice> Groups, TeamMember? Absent);
