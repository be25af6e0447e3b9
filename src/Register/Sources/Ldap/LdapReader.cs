using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Reads what <see cref="LdapPull"/> has fetched: everybody of the staff, each with one open assignment in the unit that the directory
/// names, else in the city itself. It says the whole, or only those that have changed. Who is disabled there is still here and is cut off (<see cref="SourceCuts"/>).
/// </summary>
internal sealed class LdapReader(UnitNames units) : IFeedReader
{
    public const string Name = "ldap";

    /// <summary>The first line of a delivery that names only those that have changed.</summary>
    public const string Changes = "changes";

    private const int LongestPlace = 200;

    public string Format => Name;

    public Source Source => Source.Ldap;

    public string Feed => "";

    public async Task<ReadFeed?> ReadAsync(FeedFile file, FeedNotes notes, CancellationToken stop)
    {
        var entries = new List<(int Line, LdapEntry Entry)>();
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (line, nameless, whole) = (0, 0, true);
        await foreach (var written in File.ReadLinesAsync(file.Path, stop))
        {
            line++;
            if (line == 1 && written == Changes) whole = false;
            else if (LdapEntry.Read(written) is not { } entry) notes.Error(LdapText.NoEntry, null, line);
            else if (entry.Key is not { Length: > 0 and <= FieldRules.LongestKey } key) notes.Error(DeliveryText.Required, null, line, "key");
            else if (!keys.Add(key)) notes.Error(DeliveryText.Twice, null, line, "key");
            else if (entry.GivenName is null || entry.FamilyName is null) nameless++;
            else entries.Add((line, entry));
        }

        if (line == 0) notes.Error(DeliveryText.Empty);
        if (notes.HasErrors) return null;

        if (nameless > 0) notes.Remark(LdapText.Nameless(nameless));
        var places = await units.OfAsync([.. entries.Select(e => e.Entry.Department).OfType<string>()], stop);
        var city = (await units.CityAsync(stop)).Id;
        var people = entries.ConvertAll(e => Person(e.Entry, e.Line, places, city, notes));
        return new(whole, people.Count, [], [], _ => people.ToAsyncEnumerable());
    }

    private static FedPerson Person(LdapEntry entry, int line, Dictionary<string, UnitId> places, UnitId city, FeedNotes notes)
    {
        var unit = entry.Department is { } department && places.TryGetValue(department, out var named) ? named : city;
        var key = entry.Key!.ToLowerInvariant();
        return new(key, Card.A, entry.GivenName!, entry.FamilyName!, [new("staff", Population.Staff, AssignmentKind.Regular, null, Helsinki.Open, unit.ToString())])
        {
            UserId = Fit(entry.UserId, u => FieldRules.IsUserId(u), DeliveryText.TooLong, "userId"),
            Email = Fit(entry.Mail, m => FieldRules.IsMail(m), DeliveryText.NotMail, "mail"),
            Phone = entry.Phone is null ? null : Fit(FieldRules.Phone(entry.Phone) ?? "", p => p.Length > 0, DeliveryText.NotPhone, "phone"),
            WorkAddress = Short(new WorkAddress(entry.Street, entry.PostalCode, entry.Locality).ToString()),
            Organisation = Short(entry.Company ?? entry.Department),
            DirectoryId = key,
            CutAt = LdapStanding.CutAt(entry),
        };

        // A directory is not a form that somebody fills in for us: one odd number must not stop a city's feed.
        string? Fit(string? value, Func<string, bool> fits, Text otherwise, string column)
        {
            if (value is null) return null;
            if (fits(value)) return value;

            notes.Remark(otherwise, null, line, column);
            return null;
        }
    }

    private static string? Short(string? text) => text is { Length: > 0 } ? text.Length > LongestPlace ? text[..LongestPlace] : text : null;
}
