using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>Verifies by night what has been sealed since the last time, and on Sundays the whole chain. A fault is a failed run, night after night, until it is mended.</summary>
internal sealed class ChainNight(AuditChain chain, TupaDb db, Writing writing, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2 * 365);

    /// <summary>Local hours: after the erasures, before people come.</summary>
    private const int FirstHour = 3;
    private const int LastHour = 5;

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var last = await chain.LastAsync(stop);
        if (!IsDue(last?.At)) return new();

        var report = await chain.VerifyAsync(whole: last is null || Helsinki.Local(clock.UtcNow()).DayOfWeek == DayOfWeek.Sunday, null, stop);
        var limit = clock.UtcNow() - Kept;
        await writing.RunAsync(() => db.Set<Verification>().Where(v => v.EndedAt < limit).ExecuteDeleteAsync(stop), stop);
        return new((int)Math.Min(int.MaxValue, report.Rows), 0, report.Holds ? 0 : 1);
    }

    /// <summary>Once a night; by day where the nights were missed.</summary>
    private bool IsDue(DateTime? last)
    {
        if (last is not { } at) return true;
        var now = clock.UtcNow();
        return now - at > TimeSpan.FromHours(30) || (now - at > TimeSpan.FromHours(12) && Helsinki.Local(now).Hour is >= FirstHour and <= LastHour);
    }
}
