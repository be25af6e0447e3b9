using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>A space as one who may know of it sees it from outside the house: for programs.</summary>
/// <param name="Role">The highest role of the person; Reader for staff in a space open to staff.</param>
public sealed record SeenSpace(
    SpaceId Id, string Name, string Purpose, string Description, Confidentiality Confidentiality, SpaceRole Role, bool Closed);

/// <summary>The spaces that a person may know of, in the order of their ids, so that a list read page by page loses none.</summary>
public sealed class SpacesSeen(TupaDb db, TimeProvider clock)
{
    public const int Most = 50;

    /// <summary>One statement.</summary>
    /// <param name="after">The last of the page before.</param>
    public Task<IReadOnlyList<SeenSpace>> PageAsync(Actor by, SpaceId? after, int most, CancellationToken stop = default)
    {
        var spaces = db.Set<Space>().AsQueryable();
        if (after is { } last) spaces = spaces.Where(s => s.Id.CompareTo(last) > 0);
        return RowsAsync(spaces, by, Math.Clamp(most, 1, Most), stop);
    }

    /// <summary>Null for what never was and for what is not for the person, by the same statement.</summary>
    public async Task<SeenSpace?> FindAsync(SpaceId id, Actor by, CancellationToken stop = default) =>
        (await RowsAsync(db.Set<Space>().Where(s => s.Id == id), by, 1, stop)).FirstOrDefault();

    private async Task<IReadOnlyList<SeenSpace>> RowsAsync(IQueryable<Space> spaces, Actor by, int most, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var me = by.Person ?? new PersonId(Guid.Empty);
        var mine = db.Set<Membership>()
            .Where(m => m.Person == me && m.FromUtc <= now && now < m.UntilUtc)
            .GroupBy(m => m.Group)
            .Select(g => new { Group = g.Key, Rank = g.Max(m => m.Rank) });
        var rows = await spaces
            .Join(mine, s => s.Members, m => m.Group, (s, m) => new { s.Id, s.Name, s.Purpose, s.Description, s.Confidentiality, s.ClosedAt, m.Rank })
            .OrderBy(s => s.Id)
            .Take(most)
            .ToListAsync(stop);
        return [.. rows.Select(s => new SeenSpace(s.Id, s.Name, s.Purpose, s.Description, s.Confidentiality, (SpaceRole)s.Rank, s.ClosedAt is not null))];
    }
}
