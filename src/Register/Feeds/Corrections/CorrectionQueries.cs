using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A request for correction, as its steward and its asker see it.</summary>
/// <param name="Key">What the source calls the person: the reference by which it finds its record.</param>
public sealed record CorrectionRow(
    CorrectionId Id, PersonName Person, Card Card, string Column, Text Label, string? Value, string? Key, string Said, DateTime AskedAt, CorrectionState State, string? Answer, bool ByHand);

/// <summary>Reads requests for correction.</summary>
public sealed class CorrectionQueries(TupaDb db, FeedAccess access, PeopleNames names, Writing writing, AuditLog audit)
{
    private const int Most = 50;

    /// <summary>What waits at a source: asked, and put right but not yet by the source. Null for one who does not handle it.</summary>
    public async Task<IReadOnlyList<CorrectionRow>?> OpenAsync(Source source, Actor by, CancellationToken stop = default)
    {
        if (!(await access.ShownAsync(by, stop)).Handled.Contains(source)) return null;

        var rows = await RowsAsync(db.Set<Correction>().Where(c => c.Source == source && (c.State == CorrectionState.Asked || c.State == CorrectionState.Corrected)), by, stop);
        if (rows.Count > 0)
        {
            await writing.RunAsync<bool>(() =>
            {
                foreach (var row in rows) audit.Write(by, "register.correction.viewed", row.Id.Value, row.Person.Id);
                return Task.FromResult(true);
            }, stop);
        }

        return rows;
    }

    /// <summary>One's own, newest last.</summary>
    public async Task<IReadOnlyList<CorrectionRow>> OwnAsync(Actor by, CancellationToken stop = default) =>
        by.Person is { } me ? await RowsAsync(db.Set<Correction>().Where(c => c.Person == me), by, stop) : [];

    private async Task<List<CorrectionRow>> RowsAsync(IQueryable<Correction> which, Actor by, CancellationToken stop)
    {
        var found = await (
            from c in which
            from a in db.Set<CardA>().Where(a => a.Person == c.Person).DefaultIfEmpty()
            from b in db.Set<CardB>().Where(b => b.Person == c.Person).DefaultIfEmpty()
            orderby c.AskedAt, c.Id
            select new { Correction = c, A = a, B = b, Key = db.Set<SourceRecord>().Where(r => r.Id == c.Record).Select(r => r.Key).FirstOrDefault() })
            .AsNoTracking().Take(Most).ToListAsync(stop);
        var people = await names.ForAsync([.. found.Select(f => f.Correction.Person)], by, stop);
        return found.ConvertAll(f => new CorrectionRow(
            f.Correction.Id, people[f.Correction.Person], f.Correction.Card, f.Correction.Column, CardColumns.Label(f.Correction.Column),
            f.Correction.Card == Card.A ? f.A is null ? null : CardColumns.Value(f.A, f.Correction.Column) : f.B is null || !CardColumns.IsWritten(f.Correction.Column) ? null : CardColumns.Value(f.B, f.Correction.Column),
            f.Key, f.Correction.Said, f.Correction.AskedAt, f.Correction.State, f.Correction.Answer, CardColumns.IsWritten(f.Correction.Column)));
    }
}
