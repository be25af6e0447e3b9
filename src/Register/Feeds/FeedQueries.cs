using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One feed as the list of sources shows it.</summary>
public sealed record FeedRow(Source Source, string Feed, int Live, BatchRow? Last);

/// <summary>A source, its feeds, and what waits at it.</summary>
public sealed record SourceRow(Source Source, IReadOnlyList<FeedRow> Feeds, int Questions, int Corrections, bool Handled);

/// <summary>One delivery in a list.</summary>
public sealed record BatchRow(BatchId Id, Source Source, string Feed, string Format, BatchState State, BrakeCause Brake, DateTime SentAt, int Changes, int Done);

/// <summary>One line of a diff.</summary>
/// <param name="Name">Who it is, as far as the viewer may see; what the source says of somebody new.</param>
public sealed record StagedLine(string Key, StagedKind Kind, PersonName? Person, string? Name, IReadOnlyList<string> Fields);

/// <summary>A note of a report.</summary>
public sealed record NoteRow(FeedNoteKind Kind, string? File, int? Line, string? Column, Text Reason);

/// <summary>A batch as its page shows it.</summary>
/// <param name="Lines">A page of the diff; empty for those who only see that it works.</param>
/// <param name="After">The key to go on from; null where there is no more.</param>
public sealed record BatchPageRow(
    BatchRow Batch, string? FileName, long Bytes, bool DryRun, IReadOnlyDictionary<string, int> Counts, int Live, int Ending, DateTime? StagedAt, DateTime? EndedAt,
    string? Reason, IReadOnlyList<NoteRow> Notes, IReadOnlyList<StagedLine> Lines, string? After, bool MayDecide, bool SentByViewer);

/// <summary>Reads what the sources have delivered and what of it waits. Who may see is asked inside; every look at people is noted.</summary>
public sealed class FeedQueries(TupaDb db, FeedAccess access, PeopleNames names, Writing writing, AuditLog audit, TimeProvider clock)
{
    private const int PageSize = 50;
    private const int LastBatches = 50;
    private const int MostNotes = 200;

    /// <summary>Null for one who has nothing to do with sources.</summary>
    public async Task<IReadOnlyList<SourceRow>?> SourcesAsync(Actor by, CancellationToken stop = default)
    {
        var rights = await access.ShownAsync(by, stop);
        if (!rights.Sees) return null;

        var now = clock.UtcNow();
        var batches = db.Set<Batch>().AsNoTracking().Where(b => !b.DryRun && b.Format != SameActions.Format && b.Format != Batch.Typed);
        var last = await batches.Where(b => !batches.Any(o => o.Source == b.Source && o.Feed == b.Feed && o.SentAt > b.SentAt)).ToListAsync(stop);
        var live = await db.Set<Assignment>().Where(a => a.UntilUtc > now)
            .Join(db.Set<SourceRecord>(), a => a.Record, r => (SourceRecordId?)r.Id, (a, r) => new { r.Source, r.Feed, r.Id })
            .GroupBy(r => new { r.Source, r.Feed }).Select(g => new { g.Key.Source, g.Key.Feed, Count = g.Select(r => r.Id).Distinct().Count() }).ToListAsync(stop);
        var waiting = await db.Set<SameTask>().Where(t => t.State == SameState.Open).Join(db.Set<SourceRecord>(), t => t.Record, r => r.Id, (t, r) => new { r.Source, Question = true })
            .Concat(db.Set<Correction>().Where(c => c.State == CorrectionState.Asked).Select(c => new { c.Source, Question = false }))
            .GroupBy(w => w).Select(g => new { g.Key.Source, g.Key.Question, Count = g.Count() }).ToListAsync(stop);
        return [.. Enum.GetValues<Source>().Select(source => new SourceRow(
            source,
            [.. last.Where(b => b.Source == source).Select(b => b.Feed).Union(live.Where(l => l.Source == source).Select(l => l.Feed)).Order(StringComparer.Ordinal)
                .Select(feed => new FeedRow(
                    source, feed, live.Where(l => l.Source == source && l.Feed == feed).Sum(l => l.Count),
                    last.Where(b => b.Source == source && b.Feed == feed).Select(Row).FirstOrDefault()))],
            waiting.Where(w => w.Source == source && w.Question).Sum(w => w.Count),
            waiting.Where(w => w.Source == source && !w.Question).Sum(w => w.Count),
            rights.Handled.Contains(source)))];
    }

    /// <summary>The last deliveries of a source, newest first; null for one who may not see.</summary>
    public async Task<IReadOnlyList<BatchRow>?> BatchesAsync(Source source, Actor by, CancellationToken stop = default) => !(await access.ShownAsync(by, stop)).Sees ? null :
        (await db.Set<Batch>().AsNoTracking().Where(b => b.Source == source && b.Format != SameActions.Format && b.Format != Batch.Typed).OrderByDescending(b => b.SentAt).Take(LastBatches).ToListAsync(stop)).ConvertAll(Row);

    /// <summary>A batch with a page of its diff; null where it is not there for this viewer.</summary>
    public async Task<BatchPageRow?> BatchAsync(BatchId id, StagedKind? kind, string? after, Actor by, CancellationToken stop = default)
    {
        var rights = await access.ShownAsync(by, stop);
        if (!rights.Sees) return null;

        var found = await db.Set<Batch>().AsNoTracking().Where(b => b.Id == id)
            .Select(b => new { Batch = b, Notes = db.Set<BatchNote>().Where(n => n.Batch == b.Id).OrderBy(n => n.Number).Take(MostNotes).ToList() }).SingleOrDefaultAsync(stop);
        if (found is null) return null;

        var batch = found.Batch;
        var handled = rights.Handled.Contains(batch.Source);
        var lines = handled ? await LinesAsync(batch, kind, after, by, stop) : [];
        return new(
            Row(batch), handled ? batch.FileName : null, batch.Bytes, batch.DryRun, Counted.Read(batch.Counts), batch.Live, batch.Ending, batch.StagedAt, batch.EndedAt, batch.Reason,
            found.Notes.ConvertAll(n => new NoteRow(n.Kind, n.File, n.Line, n.Column, n.Reason)), [.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Key : null,
            handled && batch.State == BatchState.Waiting, batch.SentBy is not null && batch.SentBy == by.Person);
    }

    /// <summary>The numbers and notes of a batch, for the machine's own command.</summary>
    public async Task<BatchPageRow> ReportAsync(BatchId id, CancellationToken stop = default)
    {
        var batch = await db.Set<Batch>().AsNoTracking().SingleAsync(b => b.Id == id, stop);
        var notes = await db.Set<BatchNote>().AsNoTracking().Where(n => n.Batch == id).OrderBy(n => n.Number).ToListAsync(stop);
        return new(
            Row(batch), null, batch.Bytes, batch.DryRun, Counted.Read(batch.Counts), batch.Live, batch.Ending, batch.StagedAt, batch.EndedAt, null,
            notes.ConvertAll(n => new NoteRow(n.Kind, n.File, n.Line, n.Column, n.Reason)), [], null, false, false);
    }

    private async Task<List<StagedLine>> LinesAsync(Batch batch, StagedKind? kind, string? after, Actor by, CancellationToken stop)
    {
        var rows = db.Set<Staged>().AsNoTracking().Where(s => s.Batch == batch.Id && s.Kind != StagedKind.Heard);
        if (kind is { } only) rows = rows.Where(s => s.Kind == only);
        if (after is not null) rows = rows.Where(s => s.Key.CompareTo(after) > 0);
        var page = await rows.OrderBy(s => s.Key).Take(PageSize + 1).ToListAsync(stop);
        if (page.Count == 0) return [];

        var people = await names.ForAsync([.. page.Select(s => s.Person).OfType<PersonId>()], by, stop);
        await writing.RunAsync<bool>(() =>
        {
            audit.Write(by, "register.batch.viewed", batch.Id.Value, count: Math.Min(page.Count, PageSize));
            return Task.FromResult(true);
        }, stop);
        return page.ConvertAll(s => new StagedLine(
            s.Key, s.Kind, s.Person is { } person ? people[person] : null, s.Person is null && s.Payload is { } payload ? NameOf(Canon.Read(payload)) : null,
            s.Fields?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []));
    }

    internal static string NameOf(FedPerson told) => told.Shielded == true ? PersonText.Withheld.ToString() : $"{told.GivenName} {told.FamilyName}";

    private static BatchRow Row(Batch b) => new(b.Id, b.Source, b.Feed, b.Format, b.State, b.Brake, b.SentAt, b.Changes, b.Done);
}
