using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// The supervisors' file for many changes at once: a row for each duty, semicolons between, the columns by name. It names only people in
/// whom something changes, each with all rows; what a person's rows do not say any more has ended. The same feed as the supervisors' pages.
/// </summary>
internal sealed class SupervisorsReader(TupaDb db, TimeProvider clock) : IFeedReader
{
    public string Format => "esihenkilot-csv";

    public Source Source => Source.Supervisors;

    public string Feed => TeamRecords.Feed;

    public async Task<ReadFeed?> ReadAsync(FeedFile file, FeedNotes notes, CancellationToken stop)
    {
        var places = await SupervisorPlaces.ReadAsync(db, stop);
        if (await Task.Run(() => Rows(file, places, notes, stop), stop) is not { } rows) return null;

        var absent = await AbsentAsync(rows, notes, stop);
        if (notes.HasErrors) return null;

        var people = rows.People.Values.Select(p => Person(p.Person, p.Duties, absent)).ToList();
        return new(Whole: false, people.Count, [], [], _ => people.ToAsyncEnumerable());
    }

    private static SupervisorRows? Rows(FeedFile file, SupervisorPlaces places, FeedNotes notes, CancellationToken stop)
    {
        if (Charsets.Choose(file.Path, [Charsets.Utf8, Charsets.Windows], notes) is not { } charset) return null;

        using var table = CsvTable.Open(File.OpenRead(file.Path), charset, ';', notes, null);
        if (table is null || !NamedColumns.Stand(table, SupervisorColumns.Needed, SupervisorColumns.All, notes)) return null;

        var rows = new SupervisorRows(table, places);
        while (table.Next())
        {
            stop.ThrowIfCancellationRequested();
            rows.Take();
        }

        if (table.Rows == 0) notes.Error(DeliveryText.NoRows, null, 1);
        return rows;
    }

    /// <summary>Finds whom substitutes stand in for: the one of that user ID who works in the same unit. One statement.</summary>
    private async Task<Dictionary<(string UserId, UnitId Unit), AssignmentId>> AbsentAsync(SupervisorRows rows, FeedNotes notes, CancellationToken stop)
    {
        var asked = rows.People.Values.SelectMany(p => p.Duties).Where(d => d.Absent is not null).ToList();
        if (asked.Count == 0) return [];

        var (now, users) = (clock.UtcNow(), asked.Select(d => d.Absent).Distinct().ToList());
        var found = (await (
            from card in db.Set<CardA>().Where(c => c.UserId != null && users.Contains(c.UserId))
            join a in db.Set<Assignment>().Where(a => a.Population == Population.Staff && a.Unit != null && a.UntilUtc > now) on card.Person equals a.Person
            orderby a.FirstDay, a.Id
            select new { UserId = card.UserId!, Unit = a.Unit!.Value, a.Id }).ToListAsync(stop))
            .DistinctBy(f => (f.UserId, f.Unit)).ToDictionary(f => (f.UserId, f.Unit), f => f.Id);
        foreach (var duty in asked.Where(d => !found.ContainsKey((d.Absent!, d.Unit)))) notes.Error(SupervisorText.NoSuchAbsent, null, duty.Line, SupervisorColumns.Absent);
        return found;
    }

    private static FedPerson Person(SupervisorPerson person, List<SupervisorDuty> duties, Dictionary<(string UserId, UnitId Unit), AssignmentId> absent) =>
        new(person.Key, Card.A, person.GivenName, person.FamilyName, [.. duties.Select(d =>
        {
            var standsInFor = d.Absent is { } user ? absent[(user, d.Unit)] : (AssignmentId?)null;
            return new FedAssignment(
                TeamKeys.Of(d.Unit, d.Duty, standsInFor), Population.Staff, standsInFor is null ? AssignmentKind.Regular : AssignmentKind.Substitute,
                d.First, d.Last, d.Unit.ToString(), Duty: d.Duty)
            {
                StandsInFor = standsInFor is { } of ? FedAssignment.OfHouse(of) : null,
            };
        })])
        {
            UserId = person.UserId,
            Email = person.Email,
        };
}
