using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A person, and who might be the same.</summary>
/// <param name="Pair">Null while nobody has been looked for, or nobody was found.</param>
public sealed record JoiningView(JoiningSide One, JoiningPair? Pair);

/// <summary>One question that waits for a second administrator, or a joining of the last thirty days.</summary>
/// <param name="Other">The one who is to be lost; null where that person is not there.</param>
/// <param name="Taken">Of a parting that takes one record away: its source.</param>
/// <param name="Moved">How many rows moved that can be put back.</param>
public sealed record JoiningRow(
    JoiningId Id, JoiningState State, PersonId Kept, string Name, PersonId Lost, string? Other, Source? Taken, bool ByMe, string? AskedBy, DateTime AskedAt, DateTime? JoinedAt, bool MayPart, int Moved = 0);

/// <summary>Reads those who may be one, and those who have become one, for the administrators of every register they are in. Every look is noted.</summary>
public sealed class JoiningQueries
{
    private const int Most = 100;

    private readonly TupaDb _db;
    private readonly Authorities _authorities;
    private readonly JoiningSides _sides;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal JoiningQueries(TupaDb db, Authorities authorities, JoiningSides sides, Writing writing, AuditLog audit, TimeProvider clock) =>
        (_db, _authorities, _sides, _writing, _audit, _clock) = (db, authorities, sides, writing, audit, clock);

    /// <summary>Null for one who may not join the person. Three statements.</summary>
    /// <param name="typed">The other one's user ID, e-mail address, or the address of the page of the person in the register.</param>
    public async Task<JoiningView?> FindAsync(PersonId one, string typed, Actor by, CancellationToken stop = default)
    {
        if (!await MayAsync(by, stop)) return null;

        var sides = await _sides.OfAsync(_sides.Meant(one, typed), by, stop);
        if (!sides.TryGetValue(one, out var first)) return null;

        // What is somebody's and somebody else's too names nobody.
        await NoteAsync(by, sides.Keys, stop);
        return sides.Values.Where(s => s.Id != one).ToList() is [var other] ? new(first, new(first, other)) : new(first, null);
    }

    /// <summary>What waits, and what was joined within thirty days; newest first. Null for one who administers no register. One statement.</summary>
    public async Task<IReadOnlyList<JoiningRow>?> ListAsync(Actor by, CancellationToken stop = default)
    {
        if (!await MayAsync(by, stop)) return null;

        var since = _clock.UtcNow() - Joining.Patience;
        var rows = await RowsAsync(_db.Set<Joining>().Where(j => j.State == JoiningState.Asked || j.State == JoiningState.PartAsked || (j.State == JoiningState.Joined && j.JoinedAt > since)), by, stop);
        await NoteAsync(by, rows.Select(r => r.Kept), stop);
        return rows;
    }

    /// <summary>Null where it is not there for the one who asks. Two statements.</summary>
    public async Task<JoiningRow?> OneAsync(JoiningId id, Actor by, CancellationToken stop = default)
    {
        if (!await MayAsync(by, stop)) return null;
        if (await RowsAsync(_db.Set<Joining>().Where(j => j.Id == id && (j.State == JoiningState.Joined || j.State == JoiningState.PartAsked)), by, stop) is not [var row]) return null;

        var moved = await _db.Set<JoiningMove>().Where(m => m.Joining == id).ToListAsync(stop);
        await NoteAsync(by, [row.Kept], stop);
        return row with { Moved = moved.Sum(m => m.Rows.Count) };
    }

    private Task<bool> MayAsync(Actor by, CancellationToken stop) => _authorities.ShowsAsync(by.Person, AuthorityKind.RegisterAdministrator, stop);

    private async Task<IReadOnlyList<JoiningRow>> RowsAsync(IQueryable<Joining> joinings, Actor by, CancellationToken stop)
    {
        var joinable = _sides.Joinable(by).Select(p => p.Id);
        var now = _clock.UtcNow();
        var rows = await (
            from j in joinings.Where(j => joinable.Contains(j.Kept) && (j.State != JoiningState.Asked || joinable.Contains(j.Lost)))
            from a in _db.Set<CardA>().Where(c => c.Person == j.Kept).DefaultIfEmpty()
            from b in _db.Set<CardB>().Where(c => c.Person == j.Kept).DefaultIfEmpty()
            from otherA in _db.Set<CardA>().Where(c => c.Person == j.Lost).DefaultIfEmpty()
            from otherB in _db.Set<CardB>().Where(c => c.Person == j.Lost).DefaultIfEmpty()
            from asker in _db.Set<CardA>().Where(c => c.Person == j.AskedBy).DefaultIfEmpty()
            from record in _db.Set<SourceRecord>().Where(r => r.Id == j.Record).DefaultIfEmpty()
            orderby j.AskedAt descending, j.Id descending
            select new
            {
                Row = j,
                Given = a!.GivenName ?? b!.GivenName,
                Family = a!.FamilyName ?? b!.FamilyName,
                OtherGiven = otherA!.GivenName ?? otherB!.GivenName,
                OtherFamily = otherA!.FamilyName ?? otherB!.FamilyName,
                AskerGiven = asker!.GivenName,
                AskerFamily = asker!.FamilyName,
                Source = (Source?)record!.Source,
            }).Take(Most).ToListAsync(stop);
        return [.. rows.Select(r => new JoiningRow(
            r.Row.Id, r.Row.State, r.Row.Kept, $"{r.Given} {r.Family}", r.Row.Lost, r.OtherGiven is null ? null : $"{r.OtherGiven} {r.OtherFamily}", r.Source,
            r.Row.AskedBy is not null && r.Row.AskedBy == by.Person, r.AskerGiven is null ? null : $"{r.AskerGiven} {r.AskerFamily}", r.Row.AskedAt, r.Row.JoinedAt, r.Row.MayPart(now)))];
    }

    private Task NoteAsync(Actor by, IEnumerable<PersonId> people, CancellationToken stop) => _writing.RunAsync<bool>(() =>
    {
        foreach (var person in people.Distinct()) _audit.Write(by, "register.person.viewed", subject: person);
        return Task.FromResult(true);
    }, stop);
}
