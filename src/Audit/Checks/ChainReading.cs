using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>A row of the chain, or what is left of it.</summary>
/// <param name="Entry">Null where the entry is gone.</param>
internal sealed record ChainRow(ChainLink Link, AuditEntry? Entry);

/// <summary>Reads the chain in its order, a piece at a time, so that no statement lasts and nothing is held in memory.</summary>
internal sealed class ChainReading(TupaDb db)
{
    public const int SealsAtATime = 500;

    public Task<ChainSeal?> SealAsync(long number, CancellationToken stop) => db.Set<ChainSeal>().AsNoTracking().FirstOrDefaultAsync(s => s.Number == number, stop);

    public Task<List<ChainSeal>> SealsAsync(long after, CancellationToken stop) =>
        db.Set<ChainSeal>().AsNoTracking().Where(s => s.Number > after).OrderBy(s => s.Number).Take(SealsAtATime).ToListAsync(stop);

    public Task<List<ChainRow>> RowsAsync(long first, long last, CancellationToken stop) => (
        from link in db.Set<ChainLink>().AsNoTracking().Where(l => l.Number >= first && l.Number <= last)
        join entry in db.Set<AuditEntry>().AsNoTracking() on link.Entry equals entry.Id into found
        from entry in found.DefaultIfEmpty()
        orderby link.Number
        select new ChainRow(link, entry)).ToListAsync(stop);

    /// <summary>A link that no seal covers.</summary>
    public Task<ChainLink?> OutsideAsync(long last, CancellationToken stop) =>
        db.Set<ChainLink>().AsNoTracking().Where(l => l.Number > last || l.Number < 1).OrderBy(l => l.Number).FirstOrDefaultAsync(stop);

    /// <summary>The first entry without a link that is older than what may still wait for its seal.</summary>
    public Task<AuditEntry?> UnlinkedAsync(Guid from, Guid horizon, CancellationToken stop) =>
        Unlinked().Where(e => e.Id.CompareTo(from) > 0 && e.Id.CompareTo(horizon) <= 0).OrderBy(e => e.Id).FirstOrDefaultAsync(stop);

    public Task<long> WaitingAsync(Guid horizon, CancellationToken stop) => Unlinked().Where(e => e.Id.CompareTo(horizon) > 0).LongCountAsync(stop);

    private IQueryable<AuditEntry> Unlinked() => db.Set<AuditEntry>().AsNoTracking().Where(e => !db.Set<ChainLink>().Any(l => l.Entry == e.Id));
}
