using System.Text;

namespace Tupa.Register;

/// <summary>How a file of a package is delivered.</summary>
internal enum RosterDelivery
{
    Absent,
    Bulk,
    Delta,
}

/// <summary>manifest.csv: which version, and how each file is delivered.</summary>
internal sealed record Manifest(RosterVersion Version, IReadOnlyDictionary<string, RosterDelivery> Files)
{
    public const string Name = "manifest.csv";

    /// <summary>What is read.</summary>
    public static readonly IReadOnlyList<string> Read11 = ["academicSessions", "orgs", "courses", "classes", "users", "enrollments"];

    public static readonly IReadOnlyList<string> Read12 = [.. Read11, "roles"];

    /// <summary>What is never opened: grades, guardians' and pupils' own data, sign-in data of other services, teaching materials.</summary>
    private static readonly IReadOnlyList<string> Unread =
    [
        "categories", "classResources", "courseResources", "demographics", "lineItemLearningObjectiveIds", "lineItems", "lineItemScoreScales", "relationships",
        "resources", "resultLearningObjectiveIds", "results", "resultScoreScales", "scoreScales", "userProfiles", "userFlags", "userResources",
    ];

    public RosterDelivery this[string file] => Files.GetValueOrDefault(file);

    /// <summary>True where only changes are delivered.</summary>
    public bool IsDelta => People.Any(f => this[f] == RosterDelivery.Delta);

    private IEnumerable<string> People => Version == RosterVersion.V12 ? ["users", "roles", "enrollments"] : ["users", "enrollments"];

    /// <summary>Null where the package is not what its manifest says; every reason is noted.</summary>
    public static Manifest? Read(DeliveredZip zip, FeedNotes notes)
    {
        if (!zip.Has(Name))
        {
            notes.Error(SchoolText.NoManifest, Name);
            return null;
        }

        var before = notes.Count(FeedNoteKind.Error);
        using var table = CsvTable.Open(zip.Open(Name), Encoding.UTF8, ',', notes, Name);
        if (table is null) return null;
        if (!table.Header.SequenceEqual(["propertyName", "value"]))
        {
            notes.Error(SchoolText.ColumnExpected, Name, 1, "propertyName");
            return null;
        }

        var told = Properties(table);
        var manifest = new Manifest(told.GetValueOrDefault("oneroster.version") == "1.1" ? RosterVersion.V11 : RosterVersion.V12, Deliveries(told, notes));
        if (told.GetValueOrDefault("manifest.version") is not "1.0") notes.Error(SchoolText.ManifestVersion, Name, null, "manifest.version");
        if (told.GetValueOrDefault("oneroster.version") is not ("1.1" or "1.2")) notes.Error(SchoolText.RosterVersion, Name, null, "oneroster.version");
        if (notes.Count(FeedNoteKind.Error) == before) manifest.Check(zip, notes);
        return notes.Count(FeedNoteKind.Error) == before ? manifest : null;
    }

    private static Dictionary<string, string> Properties(CsvTable table)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        while (table.Next())
        {
            if (!told.TryAdd(table.Text(0), table.Text(1))) table.Error(0, SchoolText.PropertyTwice);
        }

        return told;
    }

    private static Dictionary<string, RosterDelivery> Deliveries(Dictionary<string, string> told, FeedNotes notes)
    {
        var files = new Dictionary<string, RosterDelivery>(StringComparer.Ordinal);
        foreach (var file in Read12.Concat(Unread))
        {
            if (!told.TryGetValue($"file.{file}", out var how)) continue;
            if (how is "absent" or "bulk" or "delta") files[file] = how switch { "bulk" => RosterDelivery.Bulk, "delta" => RosterDelivery.Delta, _ => RosterDelivery.Absent };
            else notes.Error(SchoolText.Delivery, Name, null, $"file.{file}");
        }

        return files;
    }

    private void Check(DeliveredZip zip, FeedNotes notes)
    {
        var read = Version == RosterVersion.V12 ? Read12 : Read11;
        foreach (var file in read)
        {
            if (!Files.ContainsKey(file)) notes.Error(SchoolText.PropertyMissing, Name, null, $"file.{file}");
            else if (this[file] != RosterDelivery.Absent && !zip.Has($"{file}.csv")) notes.Error(DeliveryText.FileMissing, $"{file}.csv");
            else if (this[file] == RosterDelivery.Absent && zip.Has($"{file}.csv")) notes.Error(SchoolText.NotAnnounced, $"{file}.csv");
        }

        if (People.Select(f => this[f]).Where(d => d != RosterDelivery.Absent).Distinct().Count() > 1) notes.Error(SchoolText.MixedDelivery, Name);
        var needed = Version == RosterVersion.V12 ? new[] { "orgs", "users", "roles" } : ["orgs", "users"];
        if (!IsDelta)
        {
            foreach (var file in needed.Where(f => this[f] == RosterDelivery.Absent)) notes.Error(DeliveryText.FileMissing, $"{file}.csv");
        }

        foreach (var name in zip.Names.Where(n => n != Name && !read.Contains(Bare(n))).Order(StringComparer.Ordinal))
            notes.Dropped(Unread.Contains(Bare(name), StringComparer.OrdinalIgnoreCase) ? DeliveryText.FileUnread : DeliveryText.FileUnknown, DeliveryText.ShownFile(name));
    }

    private static string Bare(string name) => name.EndsWith(".csv", StringComparison.Ordinal) ? name[..^4] : name;
}
