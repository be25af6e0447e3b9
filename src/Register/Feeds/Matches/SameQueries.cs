using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a source says and what stands here, side by side, of two who may be one.</summary>
public sealed record SameRow(SameTaskId Id, string Key, DateTime MadeAt, PersonName Candidate, IReadOnlyList<SameValue> Values, string? Waits);

public sealed record SameValue(Text Label, string? InSource, string? Here);

/// <summary>Reads the open questions whose a record is.</summary>
public sealed class SameQueries(TupaDb db, FeedAccess access, PeopleNames names, Writing writing, AuditLog audit)
{
    private const int Most = 50;

    /// <summary>Oldest first; null for one who does not handle the source.</summary>
    public async Task<IReadOnlyList<SameRow>?> OpenAsync(Source source, Actor by, CancellationToken stop = default)
    {
        if (!(await access.ShownAsync(by, stop)).Handled.Contains(source)) return null;

        var open = await (
            from t in db.Set<SameTask>().Where(t => t.State == SameState.Open)
            join r in db.Set<SourceRecord>().Where(r => r.Source == source) on t.Record equals r.Id
            from a in db.Set<CardA>().Where(c => c.Person == t.Candidate).DefaultIfEmpty()
            from b in db.Set<CardB>().Where(c => c.Person == t.Candidate).DefaultIfEmpty()
            orderby t.Id
            select new { Task = t, r.Key, A = a, B = b }).AsNoTracking().Take(Most).ToListAsync(stop);
        if (open.Count == 0) return [];

        var people = await names.ForAsync([.. open.Select(o => o.Task.Candidate).Concat(open.Select(o => o.Task.SaidBy).OfType<PersonId>()).Distinct()], by, stop);
        await writing.RunAsync<bool>(() =>
        {
            foreach (var one in open) audit.Write(by, "register.same.viewed", one.Task.Id.Value, one.Task.Candidate);
            return Task.FromResult(true);
        }, stop);
        return [.. open.Select(o => new SameRow(o.Task.Id, o.Key, o.Task.MadeAt, people[o.Task.Candidate], Values(o.Task.Payload, o.A, o.B, people[o.Task.Candidate].Href is null),
            o.Task is { Said: { } said, SaidBy: { } who } ? SameText.Waits(said, people[who].Name).ToString() : null))];
    }

    /// <param name="withheld">The viewer has no profile to open: of the register's side only the name stands.</param>
    private static List<SameValue> Values(string? payload, CardA? a, CardB? b, bool withheld)
    {
        var told = payload is null ? null : Canon.Read(payload);
        var shielded = told?.Shielded == true;
        string? Here(string column) => withheld ? null : a is not null ? CardColumns.Value(a, column) : b is null ? null : CardColumns.Value(b, column);
        return
        [
            new(FieldText.Name, told is null ? null : FeedQueries.NameOf(told), a is not null ? $"{a.GivenName} {a.FamilyName}" : b is not null ? $"{b.GivenName} {b.FamilyName}" : null),
            new(FieldText.UserId, told?.UserId, Here("user_id")),
            new(FieldText.Email, shielded ? null : told?.Email, Here("email")),
            new(FieldText.Organisation, shielded ? null : told?.Organisation, Here("organisation")),
        ];
    }
}
