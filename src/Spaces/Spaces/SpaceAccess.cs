using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>A space as it stands open before one person: what it is, and what this person may do in it.</summary>
/// <param name="Whole">The audience of all members.</param>
/// <param name="Members">The group of all members.</param>
/// <param name="Deputies">Whether deputies of its groups are in always; else only while they stand in.</param>
/// <param name="Role">The highest role of the person; Reader for staff in a space open to staff.</param>
public sealed record OpenSpace(
    SpaceId Id,
    string Name,
    Confidentiality Confidentiality,
    AudienceId Whole,
    GroupId Members,
    SpaceRole? Role,
    SpaceAbilities Can,
    bool Closed,
    bool Deputies = true);

/// <summary>What <see cref="OpenSpace"/> is made of, as a query reads it: joined by rooms whose things are in spaces, in the same statement.</summary>
public sealed class OpenSpaceRow
{
    public required SpaceId Id { get; init; }
    public required string Name { get; init; }
    public required Confidentiality Confidentiality { get; init; }
    public required AudienceId Whole { get; init; }
    public required GroupId Members { get; init; }
    public required DateTime? ClosedAt { get; init; }
    public required bool Deputies { get; init; }

    /// <summary>The highest role the person has there; null where the space is absent to the person.</summary>
    public required int? Rank { get; init; }

    /// <summary>Null where it is absent.</summary>
    public OpenSpace? Open() => Rank is { } rank
        ? new(Id, Name, Confidentiality, Whole, Members, (SpaceRole)rank, SpaceAbilities.For((SpaceRole)rank, ClosedAt is not null), ClosedAt is not null, Deputies)
        : null;
}

/// <summary>Opens a space for a person. What is not for the person is absent: null, as for an id that never was, by the same statement.</summary>
public sealed class SpaceAccess(TupaDb db, Audience audience, TimeProvider clock)
{
    public async Task<OpenSpace?> OpenAsync(SpaceId id, Actor by, CancellationToken stop = default) =>
        (await FoundAsync(db.Set<Space>().Where(s => s.Id == id), by, stop)).FirstOrDefault();

    /// <summary>The space of an audience that the person is in.</summary>
    public async Task<OpenSpace?> OpenByAudienceAsync(AudienceId id, Actor by, CancellationToken stop = default)
    {
        var visible = audience.Visible(by);
        var spaces = db.Set<AudienceRow>().Where(a => a.Id == id && visible.Contains(a.Id)).Select(a => a.Space);
        return (await FoundAsync(db.Set<Space>().Where(s => spaces.Contains(s.Id)), by, stop)).FirstOrDefault();
    }

    /// <summary>Those of the spaces that are open to the person, in one statement.</summary>
    public async Task<IReadOnlyDictionary<SpaceId, OpenSpace>> OpenManyAsync(
        IReadOnlyCollection<SpaceId> ids, Actor by, CancellationToken stop = default) =>
        (await FoundAsync(db.Set<Space>().Where(s => ids.Contains(s.Id)), by, stop)).ToDictionary(s => s.Id);

    /// <summary>The spaces in which the person looks after what others wrote: where <see cref="SpaceAbilities"/> gives Edit or Keep.</summary>
    public IQueryable<SpaceId> LookedAfter(Actor by)
    {
        var now = clock.UtcNow();
        var me = by.Person ?? new PersonId(Guid.Empty);
        var mine = db.Set<Membership>().Where(m => m.Person == me && m.FromUtc <= now && now < m.UntilUtc && m.Rank >= (int)SpaceRole.Editor);
        return db.Set<Space>()
            .Join(mine, s => s.Members, m => m.Group, (s, m) => new { s.Id, s.ClosedAt, m.Rank })
            .Where(s => s.ClosedAt == null || s.Rank == (int)SpaceRole.Steward)
            .Select(s => s.Id);
    }

    /// <summary>Every space, and what the person is in it, to be joined with things in spaces.</summary>
    public IQueryable<OpenSpaceRow> Rows(Actor by) => Rows(db.Set<Space>(), by);

    private async Task<IEnumerable<OpenSpace>> FoundAsync(IQueryable<Space> spaces, Actor by, CancellationToken stop) =>
        (await Rows(spaces, by).Where(s => s.Rank != null).ToListAsync(stop)).Select(s => s.Open()!);

    private IQueryable<OpenSpaceRow> Rows(IQueryable<Space> spaces, Actor by)
    {
        var now = clock.UtcNow();
        var me = by.Person ?? new PersonId(Guid.Empty);
        var mine = db.Set<Membership>().Where(m => m.Person == me && m.FromUtc <= now && now < m.UntilUtc);

        return spaces.Select(s => new OpenSpaceRow
        {
            Id = s.Id,
            Name = s.Name,
            Confidentiality = s.Confidentiality,
            Whole = s.Audience,
            Members = s.Members,
            ClosedAt = s.ClosedAt,
            Deputies = s.Deputies,
            Rank = mine.Where(m => m.Group == s.Members).Max(m => (int?)m.Rank),
        });
    }
}
