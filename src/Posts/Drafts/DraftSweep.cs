using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>Drafts that nobody has touched for half a year are let go. Safe to run twice, safe to stop midway.</summary>
internal sealed class DraftSweep(Writing writing, TupaDb db, AuditLog audit, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(183);

    public Task<JobReport> RunAsync(CancellationToken stop) => writing.RunAsync(async () =>
    {
        var before = clock.UtcNow() - Patience;
        var gone = await db.Set<Draft>().Where(d => d.SavedAt < before).ExecuteDeleteAsync(stop);
        if (gone > 0) audit.Write(Actor.House("posts.draft-sweep"), "posts.draft.swept", count: gone);
        return new JobReport(Counted: gone, Changed: gone);
    }, stop);
}
