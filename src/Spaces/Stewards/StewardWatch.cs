using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>
/// Tells the heads of units of the spaces that they have come to keep, and looks through the house for what the windows of
/// <see cref="StewardLine"/> missed. They hold without it. Safe to run twice.
/// </summary>
internal sealed class StewardWatch(
    Writing writing, TupaDb db, StewardLine line, HeadGroups heads, Memberships memberships, Announcer announcer, AuditLog audit, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;
    private static readonly Actor House = Actor.House("spaces.steward-watch");

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        await writing.RunAsync(() => heads.SettleAsync(stop), stop);
        var spaces = await db.Set<Space>().OrderBy(s => s.Id).Select(s => s.Members).ToListAsync(stop);
        foreach (var some in spaces.Chunk(AtOnce)) await writing.RunAsync(() => line.SettleAsync(some, stop), stop);

        var told = 0;
        while (await writing.RunAsync(() => TellAsync(stop), stop) is > 0 and var more) told += more;
        var stewards = db.Set<Membership>().Where(m => m.Rank == (int)SpaceRole.Steward);
        var now = clock.UtcNow();
        var kept = await Inherited.CountAsync(stop);
        var nobodys = await db.Set<Space>().CountAsync(s => !stewards.Any(m => m.Group == s.Members && m.FromUtc <= now && now < m.UntilUtc), stop);
        return new(Counted: kept + nobodys, Changed: told, Failed: nobodys);
    }

    private IQueryable<Inheriting> Inherited => db.Set<Space>().Join(
        memberships.Through.Where(m => m.Because == Because.Head), s => s.Members, m => m.Group, (s, m) => new Inheriting { Space = s.Id, Person = m.Person, FromUtc = m.FromUtc });

    private async Task<int> TellAsync(CancellationToken stop)
    {
        var untold = await Inherited
            .Where(i => !db.Set<Inheritance>().Any(t => t.Space == i.Space && t.Person == i.Person && t.FromUtc == i.FromUtc))
            .OrderBy(i => i.Space).Take(AtOnce).ToListAsync(stop);
        var now = clock.UtcNow();
        foreach (var one in untold)
        {
            db.Add(new Inheritance { Space = one.Space, Person = one.Person, FromUtc = one.FromUtc, ToldAt = now });
            audit.Write(House, "spaces.steward.appointed", one.Space.Value, subject: one.Person, space: one.Space.Value);
        }

        await announcer.AnnounceAsync([.. untold.Select(o => new Admitted(o.Space, o.Person, null))], stop);
        return untold.Count;
    }

    private sealed class Inheriting
    {
        public required SpaceId Space { get; init; }
        public required PersonId Person { get; init; }
        public required DateTime FromUtc { get; init; }
    }
}
