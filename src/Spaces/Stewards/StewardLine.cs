using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>
/// No space without a steward (DESIGN, law 8): from the instant at which no steward of its own is left, the head of its unit is one by
/// rule. That instant is known beforehand, because every grant has an end; so it stands in a window, and holds at the tick with
/// every job dead.
/// </summary>
internal sealed class StewardLine(TupaDb db, Writing writing, Memberships memberships, HeadGroups heads, TimeProvider clock) : IHear<StandingChanged>
{
    private const int AtOnce = 500;

    public async Task HearAsync(IReadOnlyList<StandingChanged> announced, CancellationToken stop)
    {
        var people = announced.Select(a => a.Person).Distinct().ToList();
        var groups = await memberships.Ever.Where(m => people.Contains(m.Person) && m.Rank == (int)SpaceRole.Steward).Select(m => m.Group).Distinct().ToListAsync(stop);
        await SettleAsync(groups, stop);
    }

    /// <summary>Inside a writing: from when on the heads keep the spaces of these groups of members. Returns how many changed.</summary>
    public async Task<int> SettleAsync(IReadOnlyCollection<GroupId> members, CancellationToken stop)
    {
        var changed = 0;
        foreach (var some in members.Chunk(AtOnce)) changed += await SomeAsync(some, stop);
        return changed;
    }

    private async Task<int> SomeAsync(GroupId[] members, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        var spaces = await db.Set<Space>().Where(s => members.Contains(s.Members)).Select(s => new { s.Members, s.Unit }).ToListAsync(stop);
        var last = await memberships.Direct.Where(m => members.Contains(m.Group) && m.Rank == (int)SpaceRole.Steward)
            .GroupBy(m => m.Group).Select(g => new { g.Key, Until = g.Max(m => m.UntilUtc) }).ToDictionaryAsync(g => g.Key, g => g.Until, stop);
        var now = clock.UtcNow();
        return await heads.SucceedAsync(
            [.. spaces.Select(s => new Succession(s.Members, s.Unit, last.GetValueOrDefault(s.Members, now) is var end && end >= Helsinki.Never ? null : end))],
            (int)SpaceRole.Steward, stop);
    }
}
