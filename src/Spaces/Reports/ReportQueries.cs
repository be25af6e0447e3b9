using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>A report as its readers see it.</summary>
/// <param name="Reporter">Null where erased, or not to be seen.</param>
/// <param name="Words">What the thing is known by; null where it is gone or not for the reader.</param>
/// <param name="Gone">The thing is deleted.</param>
/// <param name="MayHide">The reader keeps the space.</param>
public sealed record ReportRow(
    ReportId Id, SpaceId Space, string SpaceName, string Kind, Guid Thing, string Reason, DateTime At, DateTime? HandledAt,
    string? Reporter, string? Words, string? Href, bool Gone, bool Hidden, bool MayHide);

/// <summary>Reads reports for stewards and for those who were told.</summary>
internal sealed class ReportQueries(TupaDb db, Audience audience, SpaceAccess access, PeopleNames names, IEnumerable<IHideable> rooms)
{
    private const int Most = 100;

    /// <summary>The reports of a space, the open ones first.</summary>
    public Task<IReadOnlyList<ReportRow>> OfSpaceAsync(OpenSpace space, Actor by, CancellationToken stop = default) =>
        RowsAsync(db.Set<Report>().Where(r => r.Space == space.Id), space, by, stop);

    /// <summary>One report, for a steward of its space or for one who was told; null for all others.</summary>
    public async Task<ReportRow?> OneAsync(ReportId id, Actor by, CancellationToken stop = default) =>
        by.Person is null ? null : (await RowsAsync(db.Set<Report>().Where(r => r.Id == id), null, by, stop)).FirstOrDefault();

    /// <summary>Those that the actor was told of or whose space the actor keeps; for nobody else is anything more asked than for what never was.</summary>
    /// <param name="known">The space of them all, where the caller has opened it already.</param>
    private async Task<IReadOnlyList<ReportRow>> RowsAsync(IQueryable<Report> reports, OpenSpace? known, Actor by, CancellationToken stop)
    {
        var visible = audience.Visible(by);
        var me = by.Person;
        var rows = await reports
            .OrderBy(r => r.HandledAt != null).ThenByDescending(r => r.At).Take(Most)
            .Join(db.Set<Space>(), r => r.Space, s => s.Id, (r, s) => new
            {
                Report = r,
                s.Name,
                Sees = visible.Contains(r.Audience),
                Told = db.Set<ReportReader>().Any(t => t.Report == r.Id && t.Person == me),
            })
            .ToListAsync(stop);
        IReadOnlyDictionary<SpaceId, OpenSpace> open = known is not null
            ? new Dictionary<SpaceId, OpenSpace> { [known.Id] = known }
            : await access.OpenManyAsync([.. rows.Select(r => r.Report.Space).Distinct()], by, stop);
        rows.RemoveAll(r => !Keeps(r.Report.Space) && (known is not null || !r.Told));
        var people = await names.ForAsync([.. rows.Select(r => r.Report.Reporter).OfType<PersonId>()], by, stop);

        var things = await ThingsAsync(rows.Select(r => (r.Report.Kind, r.Report.Thing)), stop);

        var shown = new List<ReportRow>();
        foreach (var row in rows.OrderBy(r => r.Report.HandledAt != null).ThenByDescending(r => r.Report.At))
        {
            var report = row.Report;
            var thing = things.GetValueOrDefault((report.Kind, report.Thing));
            shown.Add(new(
                report.Id, report.Space, row.Name, report.Kind, report.Thing, report.Reason, report.At, report.HandledAt,
                report.Reporter is { } reporter ? people[reporter].Name : null,
                row.Sees ? thing?.Words : null, row.Sees ? thing?.Href : null, Gone: thing is null, Hidden: thing is { Hidden: true },
                MayHide: Keeps(report.Space)));
        }

        return shown;

        bool Keeps(SpaceId id) => open.TryGetValue(id, out var space) && space.Can.Keep;
    }

    /// <summary>One statement for each kind, however many there are.</summary>
    private async Task<Dictionary<(string Kind, Guid Id), Hideable>> ThingsAsync(IEnumerable<(string Kind, Guid Id)> reported, CancellationToken stop)
    {
        var things = new Dictionary<(string Kind, Guid Id), Hideable>();
        foreach (var kind in reported.Distinct().ToLookup(r => r.Kind, r => r.Id, StringComparer.Ordinal))
        {
            if (rooms.FirstOrDefault(r => r.Kind == kind.Key) is not { } room) continue;
            foreach (var (id, thing) in await room.FindAsync([.. kind], stop)) things[(kind.Key, id)] = thing;
        }

        return things;
    }
}
