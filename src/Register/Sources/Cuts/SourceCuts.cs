using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Announced when a source has cut sign-in, in the same transaction and as a set.</summary>
/// <param name="By">The part of the house that heard the source.</param>
public sealed record SignInCut(PersonId Person, Actor By);

/// <summary>Announced when the last cut of a person is lifted.</summary>
/// <param name="By">As of <see cref="SignInCut"/>.</param>
public sealed record SignInRestored(PersonId Person, Actor By);

/// <summary>
/// Cuts sign-in at the word of a source, reversibly (SCIM's active, a directory's disabled account). The door itself asks for cuts, so
/// they hold at the tick, and for an account that is made later.
/// </summary>
public sealed class SourceCuts(TupaDb db, Writing writing, AuditLog audit, Announcer announcer, TimeProvider clock)
{
    /// <summary>Returns how many were cut; those that were already are left alone. A record without a person cuts nobody.</summary>
    public Task<int> CutAsync(IReadOnlyCollection<SourceRecordId> records, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (records.Count == 0) return 0;

        await writing.FlushAsync(stop);
        var now = clock.UtcNow();
        var cutting = await db.Set<SourceRecord>().AsNoTracking()
            .Where(r => records.Contains(r.Id) && r.Person != null && !db.Set<SourceCut>().Any(c => c.Record == r.Id))
            .Select(r => new { r.Id, Person = r.Person!.Value }).ToListAsync(stop);
        db.AddRange(cutting.Select(r => new SourceCut { Record = r.Id, Person = r.Person, CutAt = now }));
        foreach (var record in cutting) audit.Write(by, "register.signin.cut", record.Id.Value, record.Person);
        await writing.FlushAsync(stop);
        await announcer.AnnounceAsync<SignInCut>([.. cutting.Select(r => r.Person).Distinct().Select(p => new SignInCut(p, by))], stop);
        return cutting.Count;
    }, stop);

    /// <summary>Inside a writing: puts down since when, or from when on, each of these records cuts; null lifts its cut. As many statements for a thousand as for one.</summary>
    internal async Task SetAsync(IReadOnlyList<(SourceRecordId Record, DateTime? CutAt)> said, Actor by, CancellationToken stop)
    {
        if (said.Count == 0) return;

        await writing.FlushAsync(stop);
        var now = clock.UtcNow();
        var wanted = said.DistinctBy(s => s.Record).ToDictionary(s => s.Record, s => s.CutAt);
        var ids = wanted.Keys.ToList();
        var standing = await db.Set<SourceCut>().Where(c => ids.Contains(c.Record)).ToDictionaryAsync(c => c.Record, stop);
        await RestoreAsync([.. standing.Keys.Where(r => wanted[r] is null)], by, stop);

        // What lies ahead cuts by itself at its instant; what has come by now is cut as any other, and announced.
        foreach (var (record, cut) in standing.Where(s => wanted[s.Key] is { } at && s.Value.CutAt > now && at > now)) cut.CutAt = wanted[record]!.Value;
        var come = standing.Where(s => wanted[s.Key] is { } at && at <= now && s.Value.CutAt > now).Select(s => s.Value).ToList();
        db.RemoveRange(come);
        await writing.FlushAsync(stop);
        await CutAsync([.. wanted.Where(w => w.Value is { } at && at <= now && (!standing.TryGetValue(w.Key, out var cut) || come.Contains(cut))).Select(w => w.Key)], by, stop);

        var ahead = wanted.Where(w => w.Value > now && !standing.ContainsKey(w.Key)).Select(w => w.Key).ToList();
        var people = ahead.Count == 0 ? [] : await db.Set<SourceRecord>().AsNoTracking().Where(r => ahead.Contains(r.Id) && r.Person != null).Select(r => new { r.Id, Person = r.Person!.Value }).ToListAsync(stop);
        db.AddRange(people.Select(p => new SourceCut { Record = p.Id, Person = p.Person, CutAt = wanted[p.Id]!.Value }));
        await writing.FlushAsync(stop);
    }

    /// <summary>Returns how many cuts were lifted. A person whom another source still cuts stays out.</summary>
    public Task<int> RestoreAsync(IReadOnlyCollection<SourceRecordId> records, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (records.Count == 0) return 0;

        await writing.FlushAsync(stop);
        var lifting = await db.Set<SourceCut>().AsNoTracking().Where(c => records.Contains(c.Record)).ToListAsync(stop);
        if (lifting.Count == 0) return 0;

        var ids = lifting.ConvertAll(c => c.Record);
        await db.Set<SourceCut>().Where(c => ids.Contains(c.Record)).ExecuteDeleteAsync(stop);
        foreach (var cut in lifting) audit.Write(by, "register.signin.restored", cut.Record.Value, cut.Person);

        var people = lifting.Select(c => c.Person).Distinct().ToList();
        var still = await db.Set<SourceCut>().Where(c => people.Contains(c.Person)).Select(c => c.Person).ToListAsync(stop);
        await announcer.AnnounceAsync<SignInRestored>([.. people.Except(still).Select(p => new SignInRestored(p, by))], stop);
        return lifting.Count;
    }, stop);
}
