namespace Tupa.Register;

/// <summary>
/// What a source says of one person: the attributes of the closed lists and nothing else. A reader drops the rest unread and notes
/// that it did. A null value says nothing of that attribute: it neither sets nor clears what another source gave.
/// </summary>
/// <param name="Key">What the source calls the person, in this feed; 1–255 characters.</param>
/// <param name="Card">The register this feed fills.</param>
/// <param name="Assignments">Why the person is here, as this feed says. In a whole feed what is not named has ended.</param>
public sealed record FedPerson(string Key, Card Card, string GivenName, string FamilyName, IReadOnlyList<FedAssignment> Assignments)
{
    public string? UserId { get; init; }
    public string? Email { get; init; }

    /// <summary>E.164; never of a pupil.</summary>
    public string? Phone { get; init; }
    public string? WorkAddress { get; init; }
    public string? Organisation { get; init; }

    /// <summary>The five-digit code of the school; card B only, where it must not be null.</summary>
    public string? School { get; init; }

    /// <summary>"9F"; card B only.</summary>
    public string? ClassName { get; init; }

    /// <summary>Card B only, where it must not be null.</summary>
    public SchoolRole? Role { get; init; }

    /// <summary>Turvakielto: the flag without a reason; null where the source has no such flag.</summary>
    public bool? Shielded { get; init; }

    /// <summary>Keys shared with other sources, beside user ID and e-mail: the directory's GUID. Followed only where the source's are trusted.</summary>
    public string? DirectoryId { get; init; }

    /// <summary>UTC; since when, or from when on, the directory lets the person not sign in. Null where it does; only a directory says so.</summary>
    public DateTime? CutAt { get; init; }

    /// <summary>A delta says that the person has left this source: the assignments no longer count.</summary>
    public bool Left { get; init; }
}

/// <summary>One reason to be here, as a source says it.</summary>
/// <param name="Key">What the source calls it within the person; the same again is the same assignment, moved.</param>
/// <param name="Duty">The code of a duty of the coded list; null where none fits.</param>
/// <param name="FirstDay">Null where the source does not say: then it is the day the feed is first told of it, and it stays that day.</param>
/// <param name="LastDay">Inclusive, Europe/Helsinki; <see cref="Kernel.Helsinki.Open"/> where it is open.</param>
/// <param name="Unit">The key of a <see cref="FedUnit"/> of this feed, or the five-digit code of a school, or the id of a unit of the house.</param>
/// <param name="Organ">The key of a <see cref="FedGroup"/> of the kind Organ.</param>
public sealed record FedAssignment(
    string Key, Population Population, AssignmentKind Kind, DateOnly? FirstDay, DateOnly LastDay, string? Unit = null, string? Organ = null, string? Duty = null)
{
    /// <summary>Keys of <see cref="FedGroup"/>s: classes and teaching groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Keys of the person and of the assignment whose place is taken, or <see cref="OfHouse"/>; null elsewhere.</summary>
    public (string Person, string Assignment)? StandsInFor { get; init; }

    /// <summary>An assignment by the house's own id, whoever said it.</summary>
    public static (string Person, string Assignment) OfHouse(AssignmentId id) => ("", id.ToString());
}

/// <summary>A school or unit as a source names it. Schools are found by their code; a unit that is not found is never made by a feed of people: the plan says so.</summary>
/// <param name="InstitutionCode">Five digits with leading zeros, where it is a school.</param>
public sealed record FedUnit(string Key, string Name, string? InstitutionCode);

/// <summary>A class, teaching group, organ or duty as a source names it. Its identity is its key; the name may change.</summary>
/// <param name="Unit">The key of a <see cref="FedUnit"/>; null for organs.</param>
public sealed record FedGroup(string Key, GroupKind Kind, string Name, string? Unit = null, string? NameSv = null);
