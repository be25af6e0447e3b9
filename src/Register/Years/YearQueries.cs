using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One change of school year in a list.</summary>
public sealed record YearRow(YearChangeId Id, string Feed, string Format, YearState State, DateOnly Day, DateTime SentAt, DateTime? EndedAt);

/// <summary>One person of a plan.</summary>
/// <param name="Name">What the source says of somebody new.</param>
/// <param name="From">School and class before; null where that is not told of this person.</param>
/// <param name="To">School and class after.</param>
public sealed record YearLine(string Key, YearMove Move, PersonName? Person, string? Name, string? From, string? To, IReadOnlyList<string> Fields);

/// <summary>One class or teaching group of a plan.</summary>
/// <param name="Was">The name before, where it gets another.</param>
public sealed record YearGroup(string Code, GroupKind Kind, GroupChange Change, string Name, string? Was, string? School);

/// <summary>Which rows of a plan are asked for.</summary>
/// <param name="Move">Null for the classes.</param>
/// <param name="Unseen">Only what was not in the approved plan.</param>
/// <param name="After">The key to go on from.</param>
public sealed record YearAsked(YearMove? Move, Guid? School, bool Unseen, string? After);

/// <summary>A change of school year as its page shows it.</summary>
/// <param name="Plan">The batch that laid the plan out; null while there is none.</param>
/// <param name="Approved">Whether another change of the feed has been approved, and for which day.</param>
/// <param name="After">The key to go on from; null where there is no more.</param>
public sealed record YearPageRow(
    YearRow Change, BatchId Run, BatchId? Plan, BrakeCause Brake, int Live, int Ending, IReadOnlyList<SchoolTally> Schools, YearDrift? Drift, DateOnly? Approved, string? Reason,
    bool SentByViewer, IReadOnlyList<YearLine> Lines, IReadOnlyList<YearGroup> Groups, string? After)
{
    public int Of(YearMove move) => Schools.Sum(s => s.Of(move));

    public int Of(GroupChange change) => Schools.Sum(s => s.Of(change));

    public bool IsBraked => Brake != BrakeCause.None || Drift is not null;
}

/// <summary>Reads changes of school year for those who look after the schools' source. Every look at people is noted.</summary>
public sealed class YearQueries(TupaDb db, FeedAccess access, PeopleNames names, Writing writing, AuditLog audit)
{
    private const int PageSize = 50;
    private const int LastChanges = 50;

    /// <summary>Newest first; null for one who does not look after the schools' source.</summary>
    public async Task<IReadOnlyList<YearRow>?> ListAsync(Actor by, CancellationToken stop = default) => !await HandlesAsync(by, stop) ? null :
        (await db.Set<YearChange>().AsNoTracking().OrderByDescending(c => c.SentAt).Take(LastChanges).ToListAsync(stop)).ConvertAll(Row);

    /// <summary>A change with a page of its plan; null where it is not there for this viewer.</summary>
    public async Task<YearPageRow?> FindAsync(YearChangeId id, YearAsked asked, Actor by, CancellationToken stop = default)
    {
        if (!await HandlesAsync(by, stop)) return null;

        var found = await (
            from change in db.Set<YearChange>().AsNoTracking()
            where change.Id == id
            from plan in db.Set<Batch>().AsNoTracking().Where(b => b.Id == change.Plan).DefaultIfEmpty()
            select new
            {
                Change = change,
                Plan = plan,
                Approved = db.Set<YearChange>().Where(o => o.Id != id && o.State == YearState.Approved && o.Source == change.Source && o.Feed == change.Feed).Select(o => (DateOnly?)o.Day).Min(),
            }).SingleOrDefaultAsync(stop);
        if (found is null) return null;

        var (one, laid) = (found.Change, found.Plan);
        var schools = YearTally.Read(one.Tally);
        var lines = laid is not null && asked.Move is { } move ? await LinesAsync(one, laid.Id, move, asked, schools, by, stop) : [];
        var groups = laid is not null && asked.Move is null ? await GroupsAsync(laid.Id, asked, schools, stop) : [];
        var after = lines.Count > PageSize ? lines[PageSize - 1].Key : groups.Count > PageSize ? groups[PageSize - 1].Code : null;
        return new(
            Row(one), one.Run, laid?.Id, laid?.Brake ?? BrakeCause.None, laid?.Live ?? 0, laid?.Ending ?? 0, schools, YearDrift.Read(one.Drift), found.Approved, one.Reason,
            one.SentBy is not null && one.SentBy == by.Person, [.. lines.Take(PageSize)], [.. groups.Take(PageSize)], after);
    }

    /// <summary>The plan in numbers, for the machine's own command.</summary>
    public async Task<IReadOnlyList<SchoolTally>> TallyAsync(YearChangeId id, CancellationToken stop = default) =>
        YearTally.Read(await db.Set<YearChange>().Where(c => c.Id == id).Select(c => c.Tally).SingleAsync(stop));

    private async Task<bool> HandlesAsync(Actor by, CancellationToken stop) => (await access.ShownAsync(by, stop)).Handled.Contains(Source.Schools);

    private async Task<List<YearLine>> LinesAsync(
        YearChange change, BatchId plan, YearMove move, YearAsked asked, IReadOnlyList<SchoolTally> schools, Actor by, CancellationToken stop)
    {
        var rows = db.Set<Staged>().AsNoTracking().Where(s => s.Batch == plan && s.Move == move);
        if (asked.School is { } school)
        {
            var unit = new UnitId(school);
            rows = rows.Where(s => s.Unit == unit || s.From == unit);
        }

        if (asked.Unseen) rows = rows.Where(s => s.Unseen);
        if (asked.After is { } after) rows = rows.Where(s => s.Key.CompareTo(after) > 0);
        var page = await rows.OrderBy(s => s.Key).Take(PageSize + 1)
            .Select(s => new { Row = s, Class = db.Set<CardB>().Where(c => c.Person == s.Person).Select(c => c.ClassName).FirstOrDefault() }).ToListAsync(stop);
        if (page.Count == 0) return [];

        var people = await names.ForAsync([.. page.Select(p => p.Row.Person).OfType<PersonId>()], by, stop);
        await writing.RunAsync<bool>(() =>
        {
            audit.Write(by, "register.year.viewed", change.Id.Value, count: Math.Min(page.Count, PageSize));
            return Task.FromResult(true);
        }, stop);
        return page.ConvertAll(p =>
        {
            var told = p.Row.Payload is { } payload ? Canon.Read(payload) : null;
            var person = p.Row.Person is { } own ? people[own] : null;

            // Of the shielded the name alone, and that only where one may see it.
            var hidden = told?.Shielded == true || (person is not null && person.Name == PersonText.Withheld.ToString());
            return new YearLine(
                p.Row.Key, move, person, person is null && told is not null ? FeedQueries.NameOf(told) : null,
                hidden || p.Row.From is null ? null : Place(Name(schools, p.Row.From), p.Class),
                hidden || told is null || YearMoves.IsLeaving(move) ? null : Place(Name(schools, p.Row.Unit), told.ClassName),
                p.Row.Fields?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
        });
    }

    private async Task<List<YearGroup>> GroupsAsync(BatchId plan, YearAsked asked, IReadOnlyList<SchoolTally> schools, CancellationToken stop)
    {
        var rows = db.Set<StagedGroup>().AsNoTracking().Where(s => s.Batch == plan);
        if (asked.School is { } school)
        {
            var unit = new UnitId(school);
            rows = rows.Where(s => s.Unit == unit);
        }

        if (asked.After is { } after) rows = rows.Where(s => s.Code.CompareTo(after) > 0);
        var page = await rows.OrderBy(s => s.Code).Take(PageSize + 1)
            .Select(s => new { Row = s, Was = db.Set<Group>().Where(g => g.Kind == s.Kind && g.Code == s.Code).Select(g => new { g.NameFi, g.NameSv }).FirstOrDefault() }).ToListAsync(stop);
        return page.ConvertAll(p => new YearGroup(
            p.Row.Code, p.Row.Kind, p.Row.Change, PersonText.Named(p.Row.NameFi, p.Row.NameSv),
            p.Row.Change == GroupChange.Renamed && p.Was is { } was ? PersonText.Named(was.NameFi, was.NameSv).ToString() : null, Name(schools, p.Row.Unit)));
    }

    private static string? Name(IReadOnlyList<SchoolTally> schools, UnitId? unit) =>
        unit is { } id && schools.FirstOrDefault(s => s.School == id.Value) is { } school ? PersonText.Named(school.NameFi, school.NameSv).ToString() : null;

    private static string? Place(string? school, string? className) => string.Join(", ", new[] { school, className }.OfType<string>()) is { Length: > 0 } place ? place : null;

    private static YearRow Row(YearChange c) => new(c.Id, c.Feed, c.Format, c.State, c.Day, c.SentAt, c.EndedAt);
}
