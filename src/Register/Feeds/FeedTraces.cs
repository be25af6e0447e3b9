using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What deliveries hold of a person, beside the register itself: laid-out rows, open questions, corrections, and who sent and decided.</summary>
internal static class FeedTraces
{
    public static IReadOnlyList<string> Tables { get; } = ["register_batches", "register_staged", "register_same_tasks", "register_corrections", .. YearTraces.Tables];

    /// <summary>Of what somebody else sent or decided, the name of the file and the reason are the other's. What a source says in an open question may be of somebody else altogether.</summary>
    public static async IAsyncEnumerable<PersonalRow> ExportAsync(TupaDb db, PersonId person, RegisterRows read, [EnumeratorCancellation] CancellationToken stop)
    {
        var batches = db.Set<Batch>().OrderBy(b => b.Id);
        await foreach (var row in read.ReadAsync(batches.Where(b => b.SentBy == person && b.DecidedBy == person), stop)) yield return row;
        await foreach (var row in read.ReadAsync(batches.Where(b => b.SentBy == person && b.DecidedBy != person), stop, "reason")) yield return row;
        await foreach (var row in read.ReadAsync(batches.Where(b => b.SentBy != person && b.DecidedBy == person), stop, "file_name")) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<Staged>().Where(s => s.Person == person).OrderBy(s => s.Batch).ThenBy(s => s.Key), stop)) yield return row;
        await foreach (var row in YearTraces.ExportAsync(db, person, read, stop)) yield return row;
        await foreach (var row in read.ReadAsync(
            db.Set<SameTask>().Where(t => t.Candidate == person || t.SaidBy == person || t.DecidedBy == person).OrderBy(t => t.Id), stop, "payload", "record")) yield return row;
        var corrections = db.Set<Correction>().OrderBy(c => c.Id);
        await foreach (var row in read.ReadAsync(corrections.Where(c => c.Person == person), stop)) yield return row;
        await foreach (var row in read.ReadAsync(corrections.Where(c => c.AnsweredBy == person && c.Person != person), stop, "said", "record")) yield return row;
    }

    /// <summary>Before the records and the person. What a person wrote of a batch goes with the person; that it was decided stays.</summary>
    public static async Task<int> EraseAsync(TupaDb db, PersonId person, CancellationToken stop)
    {
        var nobody = (PersonId?)null;
        var own = db.Set<SourceRecord>().Where(r => r.Person == person).Select(r => r.Id);
        var touched = await YearTraces.EraseAsync(db, person, stop);
        touched += await db.Set<Staged>().Where(s => s.Person == person || own.Any(r => r == s.Record)).ExecuteDeleteAsync(stop);
        touched += await db.Set<SameTask>().Where(t => t.Candidate == person || own.Contains(t.Record)).ExecuteDeleteAsync(stop);
        touched += await db.Set<SameTask>().Where(t => t.DecidedBy == person).ExecuteUpdateAsync(set => set.SetProperty(t => t.DecidedBy, nobody), stop);
        touched += await db.Set<SameTask>().Where(t => t.SaidBy == person).ExecuteUpdateAsync(set => set.SetProperty(t => t.SaidBy, nobody).SetProperty(t => t.Said, (SameState?)null), stop);
        touched += await db.Set<Correction>().Where(c => c.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<Correction>().Where(c => own.Any(r => r == c.Record)).ExecuteUpdateAsync(set => set.SetProperty(c => c.Record, (SourceRecordId?)null), stop);
        touched += await db.Set<Correction>().Where(c => c.AnsweredBy == person)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.AnsweredBy, nobody).SetProperty(c => c.Answer, (string?)null), stop);
        touched += await db.Set<Batch>().Where(b => b.SentBy == person)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.SentBy, nobody).SetProperty(b => b.FileName, (string?)null), stop);
        return touched + await db.Set<Batch>().Where(b => b.DecidedBy == person)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.DecidedBy, nobody).SetProperty(b => b.Reason, (string?)null), stop);
    }

    public static async Task<int> RemainingAsync(TupaDb db, PersonId person, CancellationToken stop) =>
        await YearTraces.RemainingAsync(db, person, stop)
        + await db.Set<Staged>().CountAsync(s => s.Person == person, stop)
        + await db.Set<SameTask>().CountAsync(t => t.Candidate == person || t.DecidedBy == person || t.SaidBy == person, stop)
        + await db.Set<Correction>().CountAsync(c => c.Person == person || c.AnsweredBy == person, stop)
        + await db.Set<Batch>().CountAsync(b => b.SentBy == person || b.DecidedBy == person, stop);
}
