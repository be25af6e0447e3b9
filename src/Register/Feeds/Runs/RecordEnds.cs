using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A source lets go of records: what they kept up ends now, and what they said gives way to what others say.</summary>
internal sealed class RecordEnds(TupaDb db, Writing writing, AssignmentActions assignments)
{
    /// <summary>Inside a writing; as many statements for a thousand as for one. A record that was nobody's yet is gone altogether. Returns how many people had something that ended.</summary>
    public async Task EndAsync(IReadOnlyCollection<SourceRecord> records, DateTime at, Guid batch, Actor by, CancellationToken stop)
    {
        var ids = records.Select(r => r.Id).ToList();
        var kept = await db.Set<Assignment>().AsNoTracking().Where(a => a.Record != null && ids.Contains(a.Record.Value) && a.UntilUtc > at).Select(a => a.Id).ToListAsync(stop);
        if (kept.Count > 0) await assignments.EndAsync(kept, at, by, stop);

        foreach (var record in records) (record.State, record.Said, record.LastBatch) = (RecordState.Ended, null, batch);
        await writing.FlushAsync(stop);
        await HearOthersAsync([.. records.Select(r => r.Person).OfType<PersonId>().Distinct()], ids, stop);
        var nobodys = records.Where(r => r.Person is null).Select(r => r.Id).ToList();
        if (nobodys.Count == 0) return;

        await db.Set<SameTask>().Where(t => nobodys.Contains(t.Record)).ExecuteDeleteAsync(stop);
        await db.Set<SourceRecord>().Where(r => nobodys.Contains(r.Id) && r.Person == null).ExecuteDeleteAsync(stop);
        foreach (var record in records.Where(r => r.Person is null)) db.Entry(record).State = EntityState.Detached;
    }

    /// <summary>What the other records of these people say is listened to anew, though it be the same as last time.</summary>
    public async Task HearOthersAsync(IReadOnlyCollection<PersonId> people, IReadOnlyCollection<SourceRecordId> but, CancellationToken stop)
    {
        if (people.Count == 0) return;
        await HearAnewAsync(db, people, but, stop);
    }

    /// <inheritdoc cref="HearOthersAsync"/>
    public static Task<int> HearAnewAsync(TupaDb db, IReadOnlyCollection<PersonId> people, CancellationToken stop) => HearAnewAsync(db, people, [], stop);

    private static Task<int> HearAnewAsync(TupaDb db, IReadOnlyCollection<PersonId> people, IReadOnlyCollection<SourceRecordId> but, CancellationToken stop) =>
        db.Set<SourceRecord>().Where(r => r.Person != null && people.Contains(r.Person.Value) && !but.Contains(r.Id) && r.Said != null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Said, (byte[]?)null), stop);
}
