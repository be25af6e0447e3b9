using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>
/// Erases again whoever stands in the ledger and in the database all the same: after a backup was put back, or where the house was
/// killed between the two. Runs before the doors open.
/// </summary>
public sealed class LedgerReplay
{
    private const int AtATime = 5000;

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly Leavers _leavers;
    private readonly Ledger _ledger;
    private readonly ErasureRun _run;

    internal LedgerReplay(TupaDb db, Writing writing, Leavers leavers, Ledger ledger, ErasureRun run) =>
        (_db, _writing, _leavers, _ledger, _run) = (db, writing, leavers, ledger, run);

    /// <summary>Returns how many were erased again: none, at almost every start, for two statements.</summary>
    /// <exception cref="LedgerException">The ledger is not the one the database knows, or somebody could not be erased.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var marks = await _db.Set<LedgerMark>().ToListAsync(stop);
        var content = _ledger.Read();
        var mark = marks.Find(m => m.Id == content?.Id)?.Number ?? 0;
        if (marks.Count > 0 && (content is null || mark == 0 || mark > content.Last))
            throw new LedgerException(
                "The ledger of erasures that this database knows is not there, or ends too early: people who were erased might come back. "
                + $"Put it back from where it is kept ({LedgerPlace.Setting}). Where it is lost for good, say so with `tupa erase --lost-ledger`.");
        if (content is null) return 0;

        // A start that was killed once everybody was gone, and before it said so, has its certificate ended here.
        if (content.Last == mark)
        {
            await _run.AgainAsync([], stop);
            return 0;
        }

        var found = await FoundAsync([.. content.Entries.Where(e => e.Number > mark).Select(e => e.Digest)], stop);
        var (erased, failed) = await _run.AgainAsync(found, stop);
        if (failed > 0) throw new LedgerException($"{failed} people who had been erased could not be erased again. `tupa erase --dry-run` says what stands in the way; the doors stay shut until then.");

        await _writing.RunAsync(async () =>
        {
            await LedgerMark.MoveAsync(_db, content.Id, content.Last, stop);
            return true;
        }, stop);
        return erased;
    }

    /// <summary>The ledger is lost for good: the database forgets it, and keeps up with the next. Returns what is erased again from what there is.</summary>
    public async Task<int> WithoutAsync(CancellationToken stop)
    {
        await _writing.RunAsync(() => _db.Set<LedgerMark>().ExecuteDeleteAsync(stop), stop);
        return await RunAsync(stop);
    }

    private async Task<List<PersonId>> FoundAsync(HashSet<string> digests, CancellationToken stop)
    {
        var found = new List<PersonId>();
        var last = new PersonId(Guid.Empty);
        while (await _leavers.AfterAsync(last, AtATime, stop) is { Count: > 0 } some)
        {
            found.AddRange(some.Where(p => digests.Contains(_ledger.DigestOf(p))));
            last = some[^1];
        }

        return found;
    }
}
