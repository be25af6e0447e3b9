using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>The last verification of the chain: what a claim may say of it.</summary>
/// <param name="Whole">From the first seal on, and not only what had come since the verification before.</param>
public sealed record LastVerification(DateTime At, bool Whole, long Rows, ChainFaultKind Fault);

/// <summary>The chain of the log, as others ask of it: verify it, say when that was done last, go on after a restore.</summary>
public sealed class AuditChain
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly ChainCheck _check;
    private readonly Sealing _sealing;
    private readonly TimeProvider _clock;

    internal AuditChain(TupaDb db, Writing writing, ChainCheck check, Sealing sealing, TimeProvider clock) =>
        (_db, _writing, _check, _sealing, _clock) = (db, writing, check, sealing, clock);

    /// <summary>Verifies the chain, and keeps what was found.</summary>
    /// <param name="whole">False for what has come since the last verification that found nothing wrong.</param>
    /// <param name="progress">Told how many rows were looked at, every now and then.</param>
    public async Task<ChainReport> VerifyAsync(bool whole, Action<long>? progress = null, CancellationToken stop = default)
    {
        var begun = _clock.UtcNow();
        var after = whole ? 0 : await GoodUntilAsync(stop);
        var report = await _check.RunAsync(after, progress, stop);
        await _writing.RunAsync(() =>
        {
            _db.Add(new Verification
            {
                Id = Guid.CreateVersion7(),
                BegunAt = begun,
                EndedAt = _clock.UtcNow(),
                FromSeal = report.From,
                ToSeal = report.Last,
                Rows = report.Rows,
                Fault = report.Fault.Kind,
                FaultRow = report.Fault.Row,
                FaultSeal = report.Fault.Seal,
            });
            return Task.FromResult(true);
        }, stop);
        return report;
    }

    /// <summary>Null where the chain has never been verified.</summary>
    public Task<LastVerification?> LastAsync(CancellationToken stop = default) =>
        _db.Set<Verification>().OrderByDescending(v => v.EndedAt).ThenByDescending(v => v.Id)
            .Select(v => new LastVerification(v.EndedAt, v.FromSeal == 1, v.Rows, v.Fault)).FirstOrDefaultAsync(stop);

    /// <summary>Whether the file of heads and the database belong together, so that sealing goes on.</summary>
    public Task<bool> AgreesAsync(CancellationToken stop = default) => _sealing.AgreesAsync(stop);

    /// <summary>The database was put back, or the file of heads is lost for good: notes in the file that the chain goes on from the last seal there is. Returns its number.</summary>
    public Task<long> AcceptAsync(CancellationToken stop = default) => _sealing.AcceptAsync(stop);

    private async Task<long> GoodUntilAsync(CancellationToken stop)
    {
        var last = await _db.Set<Verification>().OrderByDescending(v => v.EndedAt).ThenByDescending(v => v.Id).FirstOrDefaultAsync(stop);
        return last is { Fault: ChainFaultKind.None } ? last.ToSeal : 0;
    }
}
