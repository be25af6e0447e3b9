using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>School Data Sync v2.1: the CSV files in a zip, or a folder of them packed as one. It always says the whole.</summary>
internal sealed class SdsReader(SchoolsSettings settings, TimeProvider clock) : IFeedReader
{
    public const string Name = "sds";

    public string Format => Name;

    public Source Source => Source.Schools;

    public string Feed => Name;

    public Task<ReadFeed?> ReadAsync(FeedFile file, FeedNotes notes, CancellationToken stop) => Task.Run(() =>
    {
        using var zip = DeliveredZip.Open(file, notes, folder: true);
        if (zip is null || !SdsCheck.HasFiles(zip, notes)) return null;

        var roster = new Roster(settings.Told, clock.Today());
        var check = new SdsCheck(zip, roster, settings.Told, notes, stop);
        check.Run();
        if (file.Year is { } year) roster.Day = year.DayOf(check.NextYear(roster.Day), roster.Day);
        return notes.HasErrors ? null : new ReadFeed(true, roster.Count, roster.Units, roster.Groups, again => People(file, roster, again).ToAsyncEnumerable())
        {
            Day = file.Year is null ? null : roster.Day,
        };
    }, stop);

    private static IEnumerable<FedPerson> People(FeedFile file, Roster roster, CancellationToken stop)
    {
        var known = new FeedNotes();
        using var zip = DeliveredZip.Open(file, known, folder: true);
        using var table = zip is null ? null : SdsTable.Open(zip, "users", SdsCheck.Users, known);
        while (table is not null && table.Next())
        {
            stop.ThrowIfCancellationRequested();
            if (SdsCheck.User(table) is { } user && roster.Person(user) is { } person) yield return person;
        }

        if (known.HasErrors) throw new InvalidDataException("The file is not what it was when it was looked through.");
    }
}
