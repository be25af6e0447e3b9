using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>
/// Verifies the chain: every row against its link, every link against the seal, every seal against the one before and against its head in
/// the file outside. Streams, beside a house at work; what looks wrong is read once more, because a sealing or a sweep may have come between.
/// </summary>
internal sealed class ChainCheck(ChainReading chain, HeadsFile file, TupaDb db, TimeProvider clock)
{
    private const int RowsAtATime = 10_000;

    /// <summary>How long a seal may wait for its head: the next sealing writes what a kill left out.</summary>
    private static readonly TimeSpan LongestUnwritten = TimeSpan.FromHours(2);

    /// <param name="after">Only what comes after this seal, which was found good before; 0 for all.</param>
    /// <param name="progress">Told how many rows were looked at, every now and then.</param>
    public async Task<ChainReport> RunAsync(long after, Action<long>? progress, CancellationToken stop)
    {
        var walk = await BeginAsync(after, stop);
        while (walk.Fault is null && await chain.SealsAsync(walk.Seal, stop) is { Count: > 0 } seals)
        {
            foreach (var piece in Pieces(seals))
            {
                await PieceAsync(walk, piece, stop);
                if (walk.Fault is not null) break;
                progress?.Invoke(walk.Rows);
            }
        }

        if (walk.Fault is null) await AroundAsync(walk, after, stop);
        var waiting = await chain.WaitingAsync(await Sealing.HorizonAsync(db, stop), stop);
        return new(after + 1, walk.Seal, walk.Rows, walk.Seals, walk.Gone, waiting, walk.Left, walk.FirstAt, walk.LastAt, walk.Fault ?? new(ChainFaultKind.None));
    }

    private async Task<ChainWalk> BeginAsync(long after, CancellationToken stop)
    {
        // In this order: the file is there before the first seal is.
        var sealedOnce = await chain.SealsAsync(0, stop) is { Count: > 0 };
        var heads = Heads(out var broken);
        if (heads is null && broken is null && sealedOnce)
            broken = new(ChainFaultKind.HeadsBroken, Words: $"{file.Path} is not there. Put it back from where it is kept; where it is lost for good, say so with `tupa audit verify --accept`.");
        if (after == 0) return new(heads) { Fault = broken };
        if (await chain.SealAsync(after, stop) is not { } known) return new(heads) { Fault = new(ChainFaultKind.SealMissing, Seal: after) };
        return new(heads) { Fault = broken, Seal = known.Number, Last = known.Last, Hash = known.Hash };
    }

    private Heads? Heads(out ChainFault? broken)
    {
        broken = null;
        try
        {
            return file.Read(torn: false);
        }
        catch (ChainException failure)
        {
            broken = new(ChainFaultKind.HeadsBroken, Words: failure.Message);
            return null;
        }
    }

    private async Task PieceAsync(ChainWalk walk, List<ChainSeal> piece, CancellationToken stop)
    {
        var before = walk.Copy();
        Check(walk, piece, await chain.RowsAsync(piece[0].First, piece[^1].Last, stop));
        if (walk.Fault is null) return;

        // Once more, with the eyes of now.
        var numbers = (piece[0].Number - 1, piece.Count);
        var again = before;
        again.Heads = Heads(out var broken);
        var seals = (await chain.SealsAsync(numbers.Item1, stop)).Take(numbers.Count).ToList();
        if (broken is not null) again.Fault = broken;
        else if (seals.Count > 0) Check(again, seals, await chain.RowsAsync(seals[0].First, seals[^1].Last, stop));
        walk.Become(again);
    }

    private void Check(ChainWalk walk, List<ChainSeal> seals, List<ChainRow> rows)
    {
        var at = 0;
        foreach (var seal in seals)
        {
            var own = new List<ChainRow>();
            while (at < rows.Count && rows[at].Link.Number <= seal.Last) own.Add(rows[at++]);
            walk.Take(seal, own, clock.UtcNow() - LongestUnwritten);
            if (walk.Fault is not null) return;
        }
    }

    /// <summary>What stands before, beside and behind the chain.</summary>
    private async Task AroundAsync(ChainWalk walk, long after, CancellationToken stop)
    {
        if (walk.Heads is { } heads && walk.MissingAtEnd(heads) is { } missing)
        {
            walk.Fault = new(ChainFaultKind.SealMissing, Seal: missing);
            return;
        }

        // A sealing beside this one puts down links and seals together: what is outside has no seal behind the last either.
        if (await chain.OutsideAsync(walk.Last, stop) is { } link && await chain.SealsAsync(walk.Seal, stop) is { Count: 0 })
        {
            walk.Fault = new(ChainFaultKind.Inserted, link.Number, link.Entry);
            return;
        }

        var horizon = await Sealing.HorizonAsync(db, stop);
        var from = after == 0 ? Guid.Empty : Sealing.DayBefore(horizon);
        if (await chain.UnlinkedAsync(from, horizon, stop) is { } stranger) walk.Fault = new(ChainFaultKind.Inserted, Entry: stranger.Id, At: stranger.At);
    }

    /// <summary>Seals whose rows are read together.</summary>
    private static IEnumerable<List<ChainSeal>> Pieces(List<ChainSeal> seals)
    {
        var piece = new List<ChainSeal>();
        var rows = 0L;
        foreach (var seal in seals)
        {
            piece.Add(seal);
            rows += Math.Max(0, seal.Last - seal.First + 1);
            if (rows < RowsAtATime) continue;
            yield return piece;
            (piece, rows) = ([], 0);
        }

        if (piece.Count > 0) yield return piece;
    }
}
