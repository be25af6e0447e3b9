using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Reads the timeline of a person, for the administrators of the registers that the person is in. Every look is noted.</summary>
public sealed class TimelineQueries
{
    private readonly TupaDb _db;
    private readonly Authorities _authorities;
    private readonly Administered _administered;
    private readonly TimelineAssignments _assignments;
    private readonly TimelineEvents _events;
    private readonly IEraseBy _eraseBy;
    private readonly Writing _writing;
    private readonly AuditLog _audit;

    internal TimelineQueries(
        TupaDb db, Authorities authorities, Administered administered, TimelineAssignments assignments, TimelineEvents events, IEraseBy eraseBy, Writing writing, AuditLog audit) =>
        (_db, _authorities, _administered, _assignments, _events, _eraseBy, _writing, _audit) = (db, authorities, administered, assignments, events, eraseBy, writing, audit);

    /// <summary>Null for one who administers no register that the person is in, and for a person who never was. Four statements.</summary>
    public async Task<Timeline?> FindAsync(PersonId person, Actor by, CancellationToken stop = default)
    {
        if (!await _authorities.ShowsAsync(by.Person, AuthorityKind.RegisterAdministrator, stop)) return null;
        if (await HeadAsync(person, by, stop) is not { } head) return null;

        var registers = head.Registers;
        var assignments = await _assignments.OfAsync(person, registers, head.Shielded, stop);
        var traces = await _events.StatesAsync(person, stop);
        var events = await _events.OfAsync(person, assignments, stop);
        await NoteAsync(person, by, stop);

        var end = assignments.Count > 0 && assignments.Max(a => a.UntilUtc) is var at && at < Helsinki.Never ? at : (DateTime?)null;
        return new(
            person, head.Name, head.Shielded, registers, head.CreatedAt, end is { } last ? Helsinki.Day(last.AddTicks(-1)) : null, end is { } ended ? _eraseBy.EraseBy(ended) : null, Account(traces),
            assignments, [.. head.Records.Where(r => Told(r.Source, registers)).Distinct().OrderBy(r => SourceText.Of(r.Source).ToString(), StringComparer.CurrentCulture).ThenBy(r => r.Feed, StringComparer.Ordinal)],
            [.. head.Origins.Where(o => o.Card == Card.A ? registers.A : registers.B).Distinct().OrderBy(InOrder)],
            [.. traces.Where(t => t.Kind == TraceKind.Held)], events);
    }

    /// <summary>The right stands in the question itself: whether one administers a register that the person is in.</summary>
    private async Task<Head?> HeadAsync(PersonId person, Actor by, CancellationToken stop)
    {
        var scopes = _authorities.Scopes(by.Person ?? new PersonId(Guid.Empty), AuthorityKind.RegisterAdministrator);
        var seen = _administered.Seen(by).Where(p => p.Id == person);
        var row = await (
            from p in seen
            from a in _db.Set<CardA>().Where(c => c.Person == p.Id).DefaultIfEmpty()
            from b in _db.Set<CardB>().Where(c => c.Person == p.Id).DefaultIfEmpty()
            where (a != null && scopes.Any(s => s == null || s == "A")) || (b != null && scopes.Any(s => s == null || s == "B"))
            select new
            {
                p.Shielded,
                p.CreatedAt,
                GivenA = a!.GivenName,
                FamilyA = a!.FamilyName,
                GivenB = b!.GivenName,
                FamilyB = b!.FamilyName,
                MayA = scopes.Any(s => s == null || s == "A"),
                MayB = scopes.Any(s => s == null || s == "B"),
                Records = _db.Set<SourceRecord>().Where(r => r.Person == p.Id).Select(r => new TimelineRecord(r.Id, r.Source, r.Feed, r.State)).ToList(),
                Origins = _db.Set<Origin>().Where(o => o.Person == p.Id).Select(o => new TimelineOrigin(
                    o.Card, o.Column, _db.Set<SourceRecord>().Where(r => r.Id == o.SourceRecord).Select(r => r.Source).First(), o.ReceivedAt)).ToList(),
            }).AsSingleQuery().SingleOrDefaultAsync(stop);
        if (row is null) return null;

        var registers = new Registers(row.MayA && row.GivenA is not null, row.MayB && row.GivenB is not null);
        return new(RegisteredName.Of(registers, row.GivenA, row.FamilyA, row.GivenB, row.FamilyB), row.Shielded, row.CreatedAt, registers, row.Records, row.Origins);
    }

    private Task NoteAsync(PersonId person, Actor by, CancellationToken stop) => _writing.RunAsync<bool>(() =>
    {
        _audit.Write(by, "register.person.viewed", subject: person);
        return Task.FromResult(true);
    }, stop);

    private static TimelineAccount? Account(IReadOnlyList<PersonTrace> traces) =>
        traces.FirstOrDefault(t => t.Kind == TraceKind.Account) is { } made ? new(made.At, traces.FirstOrDefault(t => t.Kind == TraceKind.AccountCut)?.At) : null;

    private static bool Told(Source source, Registers registers) => (registers.A && FeedRights.Fills(source, "A")) || (registers.B && FeedRights.Fills(source, "B"));

    /// <summary>The order of the statement: register A, then B.</summary>
    private static int InOrder(TimelineOrigin origin)
    {
        var columns = CardColumns.Of(Card.A).Concat(CardColumns.Of(Card.B)).ToList();
        var column = CardsRead.Column(origin.Column);
        return origin.Card == Card.A ? columns.IndexOf(column) : columns.LastIndexOf(column);
    }

    private sealed record Head(string Name, bool Shielded, DateTime CreatedAt, Registers Registers, IReadOnlyList<TimelineRecord> Records, IReadOnlyList<TimelineOrigin> Origins);
}
