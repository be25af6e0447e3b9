using System.Text;

namespace Tupa.Register;

/// <summary>
/// A free CSV file of a school system, read through a profile. One who works in two schools has two rows with one key; all others are given
/// out row by row.
/// </summary>
internal sealed class ProfileReader(MappingProfile profile, SchoolsSettings settings) : IFeedPreview
{
    public string Format => profile.Format;

    public Source Source => Source.Schools;

    public string Feed => profile.Feed;

    public Task<ReadFeed?> ReadAsync(FeedFile file, FeedNotes notes, CancellationToken stop) => Task.Run(() =>
    {
        if (Charsets.Choose(file.Path, profile.Charsets, notes) is not { } charset) return null;

        var keys = new KeyTable();
        var repeated = new HashSet<int>();
        var units = new Dictionary<string, FedUnit>(StringComparer.Ordinal);
        var groups = new Dictionary<string, FedGroup>(StringComparer.Ordinal);
        using var table = ProfileTable.Open(file, profile, charset, notes);
        while (table is not null && table.Next(out var row))
        {
            stop.ThrowIfCancellationRequested();
            if (row is null) continue;

            if (!keys.Add(row.Key)) repeated.Add(keys.Find(row.Key));
            if (row.School is not null || !units.ContainsKey(row.Code)) units[row.Code] = new(row.Code, row.School ?? row.Code, row.Code);
            foreach (var group in row.Class is null ? row.Groups : [row.Class, .. row.Groups]) groups.TryAdd(group.Key, group);
        }

        if (table is not null && repeated.Count > 0) CheckRepeated(file, keys, repeated, charset, notes);
        if (notes.HasErrors || table is null) return null;
        if (table.LeftOut > 0) notes.Remark(SchoolText.RowsLeftOut(table.LeftOut));
        return new ReadFeed(true, keys.Count, [.. units.Values], [.. groups.Values], again => People(file, charset, keys, repeated, units, again).ToAsyncEnumerable());
    }, stop);

    public Task<FeedPreview> PreviewAsync(FeedFile file, int rows, CancellationToken stop) => Task.Run(() =>
    {
        var notes = new FeedNotes();
        using var table = Charsets.Choose(file.Path, profile.Charsets, notes) is { } charset ? ProfileTable.Open(file, profile, charset, notes) : null;
        if (table is null) return new FeedPreview([], [], notes);

        var shown = new List<PreviewRow>();
        while (shown.Count < rows && table.Next(out _))
            shown.Add(new(table.Line, !table.IsLeftOut, [.. Enumerable.Range(0, table.Header.Count).Select(table.Shown)]));
        return new FeedPreview([.. table.Header.Select((h, i) => new PreviewColumn(DeliveryText.Shown(h), table.FieldOf(i) is { } field ? MappingText.Of(field) : null))], shown, notes);
    }, stop);

    /// <summary>Rows of one key must say the same of the person, and differ in the place.</summary>
    private void CheckRepeated(FeedFile file, KeyTable keys, HashSet<int> repeated, Encoding charset, FeedNotes notes)
    {
        var seen = new Dictionary<int, List<ProfileRow>>();
        using var table = ProfileTable.Open(file, profile, charset, new FeedNotes());
        while (table is not null && table.Next(out var row))
        {
            if (row is null || keys.Find(row.Key) is var number && !repeated.Contains(number)) continue;
            if (!seen.TryGetValue(number, out var rows)) seen[number] = rows = [];

            var header = profile.Columns.First(c => c.Field == ProfileField.Key).Header;
            if (rows.Exists(r => KeyOf(r) == KeyOf(row))) notes.Error(DeliveryText.Twice, null, table.Line, header);
            else if (rows.Exists(r => !r.IsSamePerson(row))) notes.Error(SchoolText.DifferentPerson, null, table.Line, header);
            rows.Add(row);
        }
    }

    private IEnumerable<FedPerson> People(
        FeedFile file, Encoding charset, KeyTable keys, HashSet<int> repeated, Dictionary<string, FedUnit> units, CancellationToken stop)
    {
        var waiting = new Dictionary<int, List<ProfileRow>>();
        using var table = ProfileTable.Open(file, profile, charset, new FeedNotes());
        while (table is not null && table.Next(out var row))
        {
            stop.ThrowIfCancellationRequested();
            if (row is null) continue;
            if (keys.Find(row.Key) is var number && !repeated.Contains(number)) yield return Person([row], units);
            else if (waiting.TryGetValue(number, out var rows)) rows.Add(row);
            else waiting[number] = [row];
        }

        foreach (var rows in waiting.Values) yield return Person(rows, units);
    }

    private FedPerson Person(List<ProfileRow> rows, Dictionary<string, FedUnit> units)
    {
        var first = rows[0];
        return new(first.Key, Card.B, first.GivenName, first.FamilyName, [.. rows.Select(Assignment)])
        {
            UserId = first.UserId,
            Email = first.Email,
            School = first.Code,
            ClassName = rows.Select(r => r.Class?.Name).FirstOrDefault(n => n is not null),
            Role = first.Role == SchoolRole.Pupil ? settings.Told.Learner(first.Code, units[first.Code].Name) : first.Role,
            Shielded = first.Shielded,
        };
    }

    private static FedAssignment Assignment(ProfileRow row) => new(
        KeyOf(row), row.Role == SchoolRole.Staff ? Population.Staff : Population.Pupil, AssignmentKind.Regular, row.Window.First, row.Window.Last, row.Code, Duty: row.Duty)
    {
        Groups = [.. row.Groups.Select(g => g.Key).Concat(row.Class is null ? [] : [row.Class.Key]).Order(StringComparer.Ordinal)],
    };

    private static string KeyOf(ProfileRow row) => RosterPerson.KeyOf(row.Code, row.Role == SchoolRole.Staff ? "henkilökunta" : "oppilas", row.Window.First);
}
