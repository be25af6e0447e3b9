using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// An assignment of last school year that would run out before the day of an approved change, though its person goes on: it lasts over
/// the day instead, so that nobody who goes on is without access in the summer, nor at midnight while the job is late.
/// </summary>
internal sealed class YearBridge
{
    public required YearChangeId Change { get; init; }
    public required AssignmentId Assignment { get; init; }

    /// <summary>The last day as the source said it; it comes back where the change is withdrawn.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The last day that it was given instead.</summary>
    public required DateOnly Through { get; init; }
}

internal sealed class YearBridgeTable : IEntityTypeConfiguration<YearBridge>
{
    public void Configure(EntityTypeBuilder<YearBridge> bridge)
    {
        bridge.ToTable("register_year_bridges");
        bridge.HasKey(b => new { b.Change, b.Assignment });
    }
}

/// <summary>Spans the time from the end of one school year to the day of the next, for those whom an approved plan says go on.</summary>
internal sealed class YearBridging(TupaDb db, Writing writing, AssignmentActions assignments, TimeProvider clock)
{
    private const int Piece = 100;
    private static readonly Actor House = Actor.House("register.year");

    /// <summary>Outside a writing, in pieces so small that nobody waits for them. May be done again and again: a source that shortens an end meanwhile is spanned anew. Returns how many were spanned.</summary>
    public async Task<int> SpanAsync(YearChange change, CancellationToken stop)
    {
        // One that took the place of another has its bridges, and not all of those go on in it.
        await writing.RunAsync(() => LetGoAsync(change.Id, Going(change.Plan), stop), stop);
        var (spanned, after) = (0, "");
        while (await writing.RunAsync(() => PieceAsync(change, after, stop), stop) is { } piece) (spanned, after) = (spanned + piece.Spanned, piece.Last);
        return spanned;
    }

    /// <summary>Inside a writing: the change is not coming, and what it spanned ends as the source said; what should have ended ends now.</summary>
    public Task<int> LetGoAsync(YearChangeId change, CancellationToken stop) => LetGoAsync(change, Going(null), stop);

    /// <summary>In the order of the plan, from where the piece before it ended: however many there are, each is looked at once. Null where nobody is left.</summary>
    private async Task<(int Spanned, string Last)?> PieceAsync(YearChange change, string after, CancellationToken stop)
    {
        if (!await db.Set<YearChange>().AnyAsync(c => c.Id == change.Id && c.State == YearState.Approved && c.Plan == change.Plan, stop)) return null;

        var (now, day, through) = (clock.UtcNow(), change.Day, change.Day.AddDays(YearChange.Patience));
        var live = db.Set<Assignment>().AsNoTracking().Where(a => a.UntilUtc > now);
        var going = await GoingOn(change.Plan).Where(s => s.Key.CompareTo(after) > 0 && live.Any(a => a.Record == s.Record) && !live.Any(a => a.Record == s.Record && a.LastDay >= day))
            .OrderBy(s => s.Key).Take(Piece).Select(s => new { s.Key, s.Record }).ToListAsync(stop);
        if (going.Count == 0) return null;

        var records = going.ConvertAll(g => g.Record);
        var kept = await live.Where(a => records.Contains(a.Record)).Select(a => new { a.Id, a.Record, a.LastDay }).ToListAsync(stop);
        var last = kept.GroupBy(a => a.Record).SelectMany(g => g.Where(a => a.LastDay == g.Max(o => o.LastDay))).ToList();
        var ids = last.ConvertAll(a => a.Id);
        var known = (await db.Set<YearBridge>().Where(b => b.Change == change.Id && ids.Contains(b.Assignment)).Select(b => b.Assignment).ToListAsync(stop)).ToHashSet();
        db.AddRange(last.Where(a => !known.Contains(a.Id)).Select(a => new YearBridge { Change = change.Id, Assignment = a.Id, LastDay = a.LastDay, Through = through }));
        return (await assignments.MoveEndsAsync(ids.ToDictionary(i => i, _ => through), now, House, stop), going[^1].Key);
    }

    private async Task<int> LetGoAsync(YearChangeId change, IQueryable<SourceRecordId?> but, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var bridges = await db.Set<YearBridge>().Where(b => b.Change == change)
            .Join(db.Set<Assignment>().Where(a => !but.Contains(a.Record)), b => b.Assignment, a => a.Id, (b, a) => new { Bridge = b, a.LastDay, a.UntilUtc }).ToListAsync(stop);
        if (bridges.Count == 0) return 0;

        // What its source has said something else of since is the source's.
        var standing = bridges.FindAll(b => b.UntilUtc > now && b.LastDay == b.Bridge.Through).ConvertAll(b => b.Bridge);
        var over = standing.FindAll(b => Helsinki.EndOf(b.LastDay) <= now).ConvertAll(b => b.Assignment);
        var back = standing.FindAll(b => Helsinki.EndOf(b.LastDay) > now).ToDictionary(b => b.Assignment, b => b.LastDay);
        db.RemoveRange(bridges.Select(b => b.Bridge));
        if (back.Count > 0) await assignments.MoveEndsAsync(back, now, House, stop);
        if (over.Count > 0) await assignments.EndAsync(over, now, House, stop);
        return bridges.Count;
    }

    /// <summary>The records that go on in a plan; none where there is no plan.</summary>
    private IQueryable<SourceRecordId?> Going(BatchId? plan) => GoingOn(plan).Select(s => s.Record);

    private IQueryable<Staged> GoingOn(BatchId? plan) => db.Set<Staged>()
        .Where(s => s.Batch == plan && s.Record != null && s.Kind == StagedKind.Changed && s.Move != null && s.Move != YearMove.Leaves && s.Move != YearMove.StaffLeaves);
}
