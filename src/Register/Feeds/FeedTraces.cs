using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What deliveries hold of a person, beside the register itself: laid-out rows, open questions, corrections, and who sent and decided.</summary>
internal static class FeedTraces
{
    public static IReadOnlyList<string> Tables { get; } = ["register_batches", "register_staged", "register_same_tasks", "register_corrections", .. YearTraces.Tables];

    public static IQueryable<Batch> Batches(TupaDb db, PersonId person) => db.Set<Batch>().Where(b => b.SentBy == person || b.DecidedBy == person).OrderBy(b => b.Id);

    public static IQueryable<Staged> Staged(TupaDb db, PersonId person) => db.Set<Staged>().Where(s => s.Person == person).OrderBy(s => s.Batch).ThenBy(s => s.Key);

    public static IQueryable<SameTask> Questions(TupaDb db, PersonId person) => db.Set<SameTask>().Where(t => t.Candidate == person).OrderBy(t => t.Id);

    public static IQueryable<Correction> Corrections(TupaDb db, PersonId person) => db.Set<Correction>().Where(c => c.Person == person).OrderBy(c => c.Id);

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
