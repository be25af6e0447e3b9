using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>
/// Lets go of entries whose time is over, a seal at a time. The file outside is told first, so that the chain verifies over what is gone,
/// and only over that. Whoever knows the plan calls it.
/// </summary>
public sealed class EntrySweep
{
    private static readonly Actor House = Actor.House("audit.entry-sweep");

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly HeadsFile _file;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal EntrySweep(TupaDb db, Writing writing, HeadsFile file, AuditLog audit, TimeProvider clock) =>
        (_db, _writing, _file, _audit, _clock) = (db, writing, file, audit, clock);

    /// <param name="before">The first instant that is still kept: the beginning of a Helsinki day.</param>
    /// <param name="held">Whose entries are kept all the same, and whatever was sealed with them.</param>
    /// <returns>How many entries are gone.</returns>
    public async Task<int> RunAsync(LogClass of, DateTime before, IQueryable<PersonId> held, CancellationToken stop)
    {
        var last = Helsinki.Day(before).AddDays(-1);
        var due = await _db.Set<ChainSeal>().AsNoTracking()
            .Where(s => s.Class == of && s.Day <= last && _db.Set<ChainLink>().Any(l => l.Number == s.First)).OrderBy(s => s.Number).ToListAsync(stop);
        if (due.Count == 0) return 0;
        if (_file.Read(torn: true)?.SweptTo(of) is not { } told || told < last) _file.Sweep(of, last, _clock.UtcNow());

        var gone = 0;
        foreach (var seal in due) gone += await OneAsync(seal, held, stop);
        return gone;
    }

    private Task<int> OneAsync(ChainSeal seal, IQueryable<PersonId> held, CancellationToken stop) => _writing.RunAsync(async () =>
    {
        var links = _db.Set<ChainLink>().Where(l => l.Number >= seal.First && l.Number <= seal.Last);
        var entries = _db.Set<AuditEntry>().Where(e => links.Any(l => l.Entry == e.Id));
        var aliases = _db.Set<AliasRow>().Where(a => held.Contains(a.Person)).Select(a => (AuditAlias?)a.Alias);
        if (await entries.AnyAsync(e => aliases.Contains(e.By) || aliases.Contains(e.Subject), stop)) return 0;

        var gone = await entries.ExecuteDeleteAsync(stop);
        await links.ExecuteDeleteAsync(stop);
        _audit.Write(House, "audit.entries.swept", count: gone);
        return gone;
    }, stop);
}
