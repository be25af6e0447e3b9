using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>
/// Seals what has been committed since: numbers it, links it to the chain, closes seals over it, and writes their heads to the file outside.
/// An entry that was committed late comes in the next run. What is read and digested is read before the writing, so that the writer is
/// held only while rows are put down. Safe to run twice, safe to stop midway, safe on two nodes at once.
/// </summary>
internal sealed class Sealing(
    TupaDb db, Writing writing, IBulk bulk, HeadsFile file, IConfidentialSpaces spaces, TimeProvider clock)
{
    /// <summary>Rows in one writing: a few tens of milliseconds of the writer.</summary>
    public const int AtATime = 5_000;

    private const string Turn = "audit chain";
    private const int Tries = 5;
    private const int Behind = 100;

    private readonly ChainDigest _digest = new();

    /// <summary>Seals everything there is; returns how many rows and seals.</summary>
    /// <exception cref="ChainException">The file outside and the database do not belong together.</exception>
    public async Task<(int Rows, int Seals)> RunAsync(CancellationToken stop)
    {
        await CatchUpAsync(stop);
        var (rows, seals, tries) = (0, 0, 0);
        var after = await HorizonAsync(db, stop);
        while (true)
        {
            var batch = await BatchAsync(after, stop);
            if (batch.Entries.Count == 0) return (rows, seals);
            if (batch.After == 0) file.Prepare();
            if (!await PutDownAsync(batch, stop))
            {
                // Another node was quicker: what it has sealed is not sealed again.
                if (++tries > Tries) return (rows, seals);
                continue;
            }

            file.Append([.. batch.Seals.Select(HeadOf)]);
            (rows, seals, after) = (rows + batch.Links.Count, seals + batch.Seals.Count, batch.Entries[^1]);
        }
    }

    /// <summary>An operator says that the database was put back, or the file lost, and that the chain goes on from the last seal there is. Returns that seal; 0 for none.</summary>
    public async Task<long> AcceptAsync(CancellationToken stop)
    {
        var last = await LastAsync(stop);
        file.Accept(new(last?.Number ?? 0, last?.Last ?? 0, Instants.Whole(clock.UtcNow()), Convert.ToHexStringLower(last?.Hash ?? ChainDigest.Beginning)));
        return last?.Number ?? 0;
    }

    /// <summary>Whether the file and the database belong together.</summary>
    public async Task<bool> AgreesAsync(CancellationToken stop)
    {
        try
        {
            await ToFileAsync(stop);
            return true;
        }
        catch (ChainException)
        {
            return false;
        }
    }

    /// <summary>
    /// Entries are found by their ids, which carry the time of the machine: those before this instant have been sealed, or were put there
    /// behind the back of the house. A day is long for a transaction.
    /// </summary>
    public static async Task<Guid> HorizonAsync(TupaDb db, CancellationToken stop)
    {
        var newest = await db.Set<ChainLink>().OrderByDescending(l => l.Entry).Select(l => (Guid?)l.Entry).FirstOrDefaultAsync(stop);
        return newest is { } id ? DayBefore(id) : Guid.Empty;
    }

    /// <summary>The first id of the day before (RFC 9562, 5.7: 48 bits of milliseconds, then the version).</summary>
    public static Guid DayBefore(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        var at = ((long)bytes[0] << 40) | ((long)bytes[1] << 32) | ((long)bytes[2] << 24) | ((long)bytes[3] << 16) | ((long)bytes[4] << 8) | bytes[5];
        var from = Math.Max(0, at - (long)TimeSpan.FromDays(1).TotalMilliseconds);
        return new([(byte)(from >> 40), (byte)(from >> 32), (byte)(from >> 24), (byte)(from >> 16), (byte)(from >> 8), (byte)from, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], bigEndian: true);
    }

    public static Head HeadOf(ChainSeal seal) => new(seal.Number, seal.Last, seal.At, Convert.ToHexStringLower(seal.Hash));

    /// <summary>What was committed and not written to the file, because the house was killed between the two.</summary>
    private async Task CatchUpAsync(CancellationToken stop)
    {
        if (await ToFileAsync(stop) is { Count: > 0 } late) file.Append(late);
    }

    private async Task<List<Head>> ToFileAsync(CancellationToken stop)
    {
        // In this order: the file is there before the first seal is.
        var last = await LastAsync(stop);
        var heads = file.Read(torn: true);
        if (heads is null && last is not null)
            throw new ChainException($"{file.Path} is not there, and the database has seals. Put it back from where it is kept; where it is lost for good, or the database was put back, say so with `tupa audit verify --accept`.");
        if (heads?.Top is not { } top) return await AfterAsync(0, stop);

        var found = top.Seal == 0 ? null : await db.Set<ChainSeal>().AsNoTracking().FirstOrDefaultAsync(s => s.Number == top.Seal, stop);
        if (top.Seal > 0 && (found is null || Convert.ToHexStringLower(found.Hash) != top.Hash))
            throw new ChainException($"{file.Path} ends at seal {top.Seal}, which the database does not have as it was. `tupa audit verify` says what is wrong; where the database was put back, say so with `tupa audit verify --accept`.");

        // Two nodes may write in another order than they sealed, and one of them be killed between: a few from before are looked for too.
        var known = Math.Max(heads.AcceptedTo, heads.Greatest - Behind);
        return [.. (await AfterAsync(known, stop)).Where(h => heads.Of(h.Seal) is null)];
    }

    private async Task<List<Head>> AfterAsync(long seal, CancellationToken stop) =>
        (await db.Set<ChainSeal>().AsNoTracking().Where(s => s.Number > seal).OrderBy(s => s.Number).ToListAsync(stop)).ConvertAll(HeadOf);

    private Task<ChainSeal?> LastAsync(CancellationToken stop) => db.Set<ChainSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop);

    private async Task<Batch> BatchAsync(Guid after, CancellationToken stop)
    {
        // The last seal first: while it is the last, nobody has sealed anything that is read after it.
        var last = await LastAsync(stop);
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => e.Id.CompareTo(after) > 0 && !db.Set<ChainLink>().Any(l => l.Entry == e.Id))
            .OrderBy(e => e.Id).Take(AtATime).ToListAsync(stop);
        var named = entries.Select(e => e.Space).OfType<Guid>().Distinct().ToList();
        var confidential = named.Count == 0 ? new HashSet<Guid>() : await spaces.AmongAsync(named, stop);
        var batch = new Batch(last?.Number ?? 0, [.. entries.Select(e => e.Id)], [], []);
        var (seal, number, hash) = (Math.Max(batch.After, file.Read(torn: true)?.Greatest ?? 0), last?.Last ?? 0, last?.Hash ?? ChainDigest.Beginning);
        var at = Instants.Whole(clock.UtcNow());
        foreach (var some in entries.GroupBy(e => (Class: ClassOf(e, confidential), Day: Helsinki.Day(e.At))).OrderBy(g => g.Key.Day).ThenBy(g => g.Key.Class))
        {
            var (first, previous, tail) = (number + 1, hash, hash);
            foreach (var entry in some)
            {
                tail = _digest.Of(tail, ++number, entry);
                batch.Links.Add(new() { Number = number, Entry = entry.Id, Link = tail });
            }

            var made = Seal(++seal, first, number, some.Key.Class, some.Key.Day, at, previous, tail, []);
            hash = _digest.Of(made);
            batch.Seals.Add(Seal(seal, first, number, some.Key.Class, some.Key.Day, at, previous, tail, hash));
        }

        return batch;
    }

    /// <summary>False where somebody else has sealed meanwhile.</summary>
    private Task<bool> PutDownAsync(Batch batch, CancellationToken stop) => writing.RunAsync(async () =>
    {
        await writing.InTurnAsync(Turn, stop);
        if (await db.Set<ChainSeal>().MaxAsync(s => (long?)s.Number, stop) is { } last ? last != batch.After : batch.After != 0) return false;

        await bulk.InsertAsync(db, batch.Links, stop);
        db.AddRange(batch.Seals);
        return true;
    }, stop);

    private static LogClass ClassOf(AuditEntry entry, IReadOnlySet<Guid> confidential) =>
        entry.Authority is not null || entry.Way == WayIn.Command || (entry.Space is { } space && confidential.Contains(space)) ? LogClass.Administration : LogClass.Use;

    private static ChainSeal Seal(long number, long first, long last, LogClass of, DateOnly day, DateTime at, byte[] previous, byte[] tail, byte[] hash) => new()
    {
        Number = number,
        First = first,
        Last = last,
        Count = (int)(last - first + 1),
        Class = of,
        Day = day,
        At = at,
        Previous = previous,
        Tail = tail,
        Hash = hash,
    };

    /// <param name="After">The number of the seal that it follows.</param>
    /// <param name="Entries">Their ids, in the order in which they were read.</param>
    private sealed record Batch(long After, List<Guid> Entries, List<ChainLink> Links, List<ChainSeal> Seals);
}

/// <summary>Seals the log every hour.</summary>
internal sealed class SealingJob(Sealing sealing) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var (rows, seals) = await sealing.RunAsync(stop);
        return new(rows, seals);
    }
}
