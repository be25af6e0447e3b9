using System.Globalization;
using System.Text;
using System.Text.Json;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>The files that the sources of a town deliver, in the forms in which real ones do.</summary>
internal static class TravelFiles
{
    public const string School = "Kuusiston koulu";
    public const string Code = "03764";
    public const string Council = "Kaupunginvaltuusto";

    private static readonly string[] Bulk = ["academicSessions", "orgs", "courses", "classes", "users", "roles", "enrollments"];

    /// <summary>OneRoster 1.2, whole. Each school year has classes of its own.</summary>
    /// <param name="year">In which the school year begins.</param>
    public static byte[] Roster(IReadOnlyList<Traveller> people, int year) => DeliveryFolder.Packed(
        ("manifest.csv", Lines(["propertyName,value", "manifest.version,1.0", "oneroster.version,1.2", .. Bulk.Select(f => $"file.{f},bulk")])),
        Table("academicSessions", RosterColumns.Sessions, [Row(
            ("sourcedId", $"lv{year}"), ("title", "Lukuvuosi"), ("type", "schoolYear"), ("startDate", $"{year}-08-08"), ("endDate", $"{year + 1}-06-01"), ("schoolYear", $"{year + 1}"))]),
        Table("orgs", RosterColumns.Orgs, [
            Row(("sourcedId", "kaupunki"), ("name", "Kuusisalmi"), ("type", "district"), ("identifier", "680")),
            Row(("sourcedId", "koulu"), ("name", School), ("type", "school"), ("identifier", Code), ("parentSourcedId", "kaupunki"))]),
        Table("courses", RosterColumns.Courses, [Row(("sourcedId", "kurssi"), ("schoolYearSourcedId", $"lv{year}"), ("title", "Opetus"), ("orgSourcedId", "kaupunki"))]),
        Table("classes", RosterColumns.Classes, people.Select(NameOf).Distinct().Order(StringComparer.Ordinal).Select(name => Row(
            ("sourcedId", $"lk-{year}-{name}"), ("title", name), ("courseSourcedId", "kurssi"), ("classType", "homeroom"), ("schoolSourcedId", "koulu"), ("termSourcedIds", $"lv{year}")))),
        Table("users", RosterColumns.Users12, people.Select(p => Row(
            ("sourcedId", p.Key), ("enabledUser", "true"), ("username", p.UserId), ("givenName", p.Given), ("familyName", p.Family), ("email", p.OthersEmail ?? p.SchoolEmail!)))),
        Table("roles", RosterColumns.Roles, people.Select(p => Row(
            ("sourcedId", $"r-{p.Key}"), ("userSourcedId", p.Key), ("roleType", "primary"), ("role", RoleOf(p)), ("orgSourcedId", "koulu")))),
        Table("enrollments", RosterColumns.Enrollments, people.Select(p => Row(
            ("sourcedId", $"e-{p.Key}"), ("classSourcedId", $"lk-{year}-{NameOf(p)}"), ("schoolSourcedId", "koulu"), ("userSourcedId", p.Key), ("role", RoleOf(p))))));

    /// <summary>The supervisors' file: whom something has changed of. A last day that is told ends it.</summary>
    public static byte[] Supervised(IEnumerable<Traveller> people) => Encoding.UTF8.GetBytes(Lines([
        string.Join(';', SupervisorColumns.Needed),
        .. people.Select(p => string.Join(';', p.Key, p.Family, p.Given, p.UserId, p.Email, UnitName(p.Unit), "", "", p.LastDay is { } day ? Iso(day) : "")),
    ]));

    /// <summary>Popolo, whole. A seat ends with the term of the council in which it began.</summary>
    public static byte[] Officials(IReadOnlyList<Traveller> people, IReadOnlyList<(DateOnly First, DateOnly Last)> terms) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        persons = people.Select(p => new
        {
            id = p.Key,
            given_name = p.Given,
            family_name = p.Family,
            email = p.Email,
            contact_details = new[] { new { type = "cell", value = p.Phone } },
        }),
        organizations = new[] { new { id = "kv", name = Council, classification = "valtuusto" } },
        memberships = people.Select(p => new
        {
            id = $"{p.Key}-{p.Seat.Number}",
            person_id = p.Key,
            organization_id = "kv",
            role = "jäsen",
            start_date = Iso(p.Seat.Since),
        }),
        terms = terms.Select(t => new { id = $"{t.First.Year}", organization_id = "kv", start_date = Iso(t.First), end_date = Iso(t.Last) }),
    });

    public static string UnitName(int number) => $"Yksikkö {number}";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NameOf(Traveller person) => $"{person.Class.Grade}{(char)('A' + person.Class.Letter)}";

    private static string RoleOf(Traveller person) => person.Population == Population.Pupil ? "student" : "teacher";

    private static Dictionary<string, string> Row(params ReadOnlySpan<(string Column, string Value)> values)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, value) in values) row.Add(column, value);
        return row;
    }

    /// <summary>Every column of the standard, in its order.</summary>
    private static (string Name, string Text) Table(string name, IReadOnlyList<RosterColumn> columns, IEnumerable<Dictionary<string, string>> rows) => (
        $"{name}.csv",
        Lines([string.Join(',', columns.Select(c => c.Name)), .. rows.Select(row => string.Join(',', columns.Select(c => row.GetValueOrDefault(c.Name, ""))))]));

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\r\n"));
}
