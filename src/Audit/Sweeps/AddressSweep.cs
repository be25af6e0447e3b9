using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>Network addresses go after 90 days (DESIGN, 5), value and salt; the entries stay, and the chain holds. Safe to run twice, safe to stop midway.</summary>
internal sealed class AddressSweep(TupaDb db, Writing writing, JobRuns runs, AuditLog audit, TimeProvider clock) : IJob
{
    public const int Days = 90;
    private const int AtATime = 2_000;

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var limit = Helsinki.StartOf(clock.Today().AddDays(-Days));
        var from = await FromAsync(stop);
        var swept = 0;
        while (true)
        {
            var some = await db.Set<AuditEntry>().Where(e => e.At >= from && e.At < limit && e.Address != null).OrderBy(e => e.At).Select(e => e.Id).Take(AtATime).ToListAsync(stop);
            if (some.Count == 0) return new(swept, swept);
            swept += await writing.RunAsync(async () =>
            {
                var gone = await AddressErasure.EraseAsync(db.Set<AuditEntry>().Where(e => some.Contains(e.Id)), stop);
                audit.Write(Actor.House("audit.address-sweep"), "audit.addresses.swept", count: gone);
                return gone;
            }, stop);
        }
    }

    /// <summary>What was old enough when the last run ended well has none any more, so years of entries are not looked through every day.</summary>
    private async Task<DateTime> FromAsync(CancellationToken stop) =>
        await runs.LastAsync<AddressSweep>(stop) is { FinishedAt: { } at, Error: null } ? at.AddDays(-Days - 2) : DateTime.UnixEpoch;
}

/// <summary>Takes the addresses out of entries.</summary>
internal static class AddressErasure
{
    public static Task<int> EraseAsync(IQueryable<AuditEntry> entries, CancellationToken stop) =>
        entries.Where(e => e.Address != null).ExecuteUpdateAsync(set => set.SetProperty(e => e.Address, (string?)null).SetProperty(e => e.AddressSalt, (byte[]?)null), stop);
}
