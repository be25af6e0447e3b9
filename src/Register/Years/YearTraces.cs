using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What changes of school year hold of a person: who sent and decided, and what was kept of the deliveries.</summary>
internal static class YearTraces
{
    public static IReadOnlyList<string> Tables { get; } = ["register_year_changes", "register_year_contents"];

    public static async IAsyncEnumerable<PersonalRow> ExportAsync(TupaDb db, PersonId person, RegisterRows read, [EnumeratorCancellation] CancellationToken stop)
    {
        var changes = db.Set<YearChange>().OrderBy(c => c.Id);
        await foreach (var row in read.ReadAsync(changes.Where(c => c.DecidedBy == person), stop)) yield return row;
        await foreach (var row in read.ReadAsync(changes.Where(c => c.SentBy == person && c.DecidedBy != person), stop, "reason")) yield return row;
        await foreach (var row in read.ReadAsync(Contents(db, person), stop)) yield return row;
    }

    /// <summary>By the keys by which the source knows the person, and by what a plan has found the person for.</summary>
    public static IQueryable<YearContent> Contents(TupaDb db, PersonId person) => db.Set<YearContent>()
        .Where(y => y.Kind == YearContentKind.Person && db.Set<YearChange>().Any(c => c.Id == y.Change
            && (db.Set<SourceRecord>().Any(r => r.Person == person && r.Source == c.Source && r.Feed == c.Feed && r.Key == y.Key)
                || db.Set<Staged>().Any(s => s.Batch == c.Plan && s.Key == y.Key && s.Person == person))))
        .OrderBy(y => y.Key);

    /// <summary>Before what has been laid out, and before the records.</summary>
    public static async Task<int> EraseAsync(TupaDb db, PersonId person, CancellationToken stop)
    {
        var nobody = (PersonId?)null;
        var touched = 0;
        foreach (var (change, key) in (await Contents(db, person).Select(y => new { y.Change, y.Key }).ToListAsync(stop)).Select(y => (y.Change, y.Key)))
            touched += await db.Set<YearContent>().Where(y => y.Change == change && y.Kind == YearContentKind.Person && y.Key == key).ExecuteDeleteAsync(stop);
        touched += await db.Set<YearChange>().Where(c => c.SentBy == person).ExecuteUpdateAsync(set => set.SetProperty(c => c.SentBy, nobody), stop);
        return touched + await db.Set<YearChange>().Where(c => c.DecidedBy == person)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.DecidedBy, nobody).SetProperty(c => c.Reason, (string?)null), stop);
    }

    /// <summary>Records go whose card has gone: a plan that lasts longer than a day lets go of them, and of what was kept by their keys.</summary>
    public static async Task<int> EraseAsync(TupaDb db, List<SourceRecordId> records, CancellationToken stop)
    {
        if (records.Count == 0) return 0;

        var own = db.Set<SourceRecord>().Where(r => records.Contains(r.Id));
        var plans = db.Set<YearChange>().Where(c => c.EndedAt == null);
        return await db.Set<YearContent>().Where(y => y.Kind == YearContentKind.Person
                && plans.Any(c => c.Id == y.Change && own.Any(r => r.Source == c.Source && r.Feed == c.Feed && r.Key == y.Key))).ExecuteDeleteAsync(stop)
            + await db.Set<Staged>().Where(s => s.Record != null && records.Contains(s.Record.Value)).ExecuteDeleteAsync(stop);
    }

    public static async Task<int> RemainingAsync(TupaDb db, PersonId person, CancellationToken stop) =>
        await Contents(db, person).CountAsync(stop) + await db.Set<YearChange>().CountAsync(c => c.SentBy == person || c.DecidedBy == person, stop);
}
