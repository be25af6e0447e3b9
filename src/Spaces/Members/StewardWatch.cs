using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>No space without a steward: where the last one's access has ended, the head of the unit becomes one (DESIGN, law 8). Safe to run twice.</summary>
internal sealed class StewardWatch(
    Writing writing, TupaDb db, GroupActions groups, UnitHeads heads, Announcer announcer, AuditLog audit, TimeProvider clock) : IJob
{
    private static readonly Actor House = Actor.House("spaces.steward-watch");

    public Task<JobReport> RunAsync(CancellationToken stop) => writing.RunAsync(async () =>
    {
        var now = clock.UtcNow();
        var stewards = db.Set<Membership>().Where(m => m.Rank == (int)SpaceRole.Steward && m.FromUtc <= now && now < m.UntilUtc);
        var orphans = await db.Set<Space>().Where(s => !stewards.Any(m => m.Group == s.Members)).Select(s => new { s.Id, s.Members, s.Unit }).ToListAsync(stop);

        var kept = 0;
        foreach (var byUnit in orphans.GroupBy(o => o.Unit))
        {
            if (await heads.HeadOfAsync(byUnit.Key, stop) is not { } head) continue;
            foreach (var orphan in byUnit)
            {
                await groups.AddAsync(
                    orphan.Members, head, (int)SpaceRole.Steward, Guid.CreateVersion7(), Because.Grant, now, Helsinki.EndOf(Grants.LatestDay(clock.Today())), stop);
                audit.Write(House, "spaces.steward.appointed", orphan.Id.Value, subject: head, space: orphan.Id.Value);
                kept++;
            }

            await announcer.AnnounceAsync([.. byUnit.Select(o => new Admitted(o.Id, head, null))], stop);
        }

        return new JobReport(Counted: orphans.Count, Changed: kept, Failed: orphans.Count - kept);
    }, stop);
}
