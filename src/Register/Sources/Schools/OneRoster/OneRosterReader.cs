namespace Tupa.Register;

/// <summary>OneRoster 1.1 and 1.2, a CSV package: whole, or only what has changed.</summary>
internal sealed class OneRosterReader(SchoolsSettings settings, TimeProvider clock, IFeedMemory? memory = null) : IFeedReader
{
    public const string Name = "oneroster";

    public string Format => Name;

    public Source Source => Source.Schools;

    public string Feed => Name;

    public async Task<ReadFeed?> ReadAsync(FeedFile file, FeedNotes notes, CancellationToken stop)
    {
        using var zip = DeliveredZip.Open(file, notes);
        if (zip is null || Manifest.Read(zip, notes) is not { } manifest) return null;
        if (!manifest.IsDelta) return await Task.Run(() => Whole(file, zip, manifest, notes, stop), stop);
        if (memory is not null) return await new RosterDelta(zip, manifest, settings.Told, Kernel.Helsinki.Today(clock), notes).ReadAsync(memory, stop);

        notes.Error(SchoolText.NeedsMemory, Manifest.Name);
        return null;
    }

    private ReadFeed? Whole(FeedFile file, DeliveredZip zip, Manifest manifest, FeedNotes notes, CancellationToken stop)
    {
        var roster = new Roster(settings.Told, Kernel.Helsinki.Today(clock));
        var check = new RosterCheck(zip, manifest, roster, settings.Told, notes, stop);
        check.Run();
        if (file.Year is { } year) roster.Day = year.DayOf(check.NextYear(roster.Day), roster.Day);
        return notes.HasErrors ? null : new(true, roster.Count, roster.Units, roster.Groups, again => People(file, manifest.Version, roster, again).ToAsyncEnumerable())
        {
            Day = file.Year is null ? null : roster.Day,
        };
    }

    /// <summary>Reads the users again, and puts each together with what was gathered.</summary>
    private static IEnumerable<FedPerson> People(FeedFile file, RosterVersion version, Roster roster, CancellationToken stop)
    {
        var known = new FeedNotes();
        using var zip = DeliveredZip.Open(file, known);
        using var table = zip is null ? null : RosterTable.Open(zip, "users", RosterColumns.Users(version), delta: false, known);
        while (table is not null && table.Next())
        {
            stop.ThrowIfCancellationRequested();
            if (RosterRows.User(table, version) is { } user && roster.Person(user) is { } person) yield return person;
        }

        if (known.HasErrors) throw new InvalidDataException("The file is not what it was when it was looked through.");
    }
}
