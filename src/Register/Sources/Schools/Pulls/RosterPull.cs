using Tupa.Kernel;
using System.IO.Compression;
using System.Text;

namespace Tupa.Register;

/// <summary>
/// Fetches a whole OneRoster 1.2 by REST and puts it down as the CSV package that <see cref="OneRosterReader"/> reads, so that there is one
/// set of rules. It asks for no more than is read, and a pull that is not proven complete leaves no file.
/// </summary>
internal sealed class RosterPull(RosterPullSettings settings, Outbound outbound, TimeProvider clock) : IFeedPull
{
    private static readonly string[] Org = ["sourcedId", "status", "name", "type", "identifier", "parent.sourcedId"];
    private static readonly string[] Class = ["sourcedId", "status", "title", "classCode", "classType", "course.sourcedId", "school.sourcedId", "terms.sourcedId"];
    private static readonly string[] User =
        ["sourcedId", "status", "enabledUser", "username", "givenName", "familyName", "preferredFirstName", "preferredLastName", "email", "primaryOrg.sourcedId"];
    private static readonly string[] Role = ["roleType", "role", "beginDate", "endDate", "org.sourcedId"];
    private static readonly string[] Enrollment = ["sourcedId", "status", "role", "primary", "beginDate", "endDate", "class.sourcedId", "school.sourcedId", "user.sourcedId"];

    public string Format => OneRosterReader.Name;

    public bool IsConfigured => settings.IsConfigured;

    /// <summary>Once a day, at the hour that the operator has said.</summary>
    public DateTime DueAfter(DateTime? last, bool failed) => last is { } at ? settings.NextAfter(at) : DateTime.MinValue;

    public async Task<Pulled> PullAsync(string path, string? mark, FeedNotes notes, CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.CreateNew);
        var whole = false;
        try
        {
            using var client = new RosterClient(settings, outbound, clock);
            await using var zip = new ZipArchive(file, ZipArchiveMode.Create);
            await WriteAsync(zip, client, stop);
            whole = true;
        }
        catch (PullException failure)
        {
            notes.Error(failure.Reason, failure.Collection);
        }
        finally
        {
            if (!whole) File.Delete(path);
        }

        return new(whole ? PullOutcome.Fetched : PullOutcome.Failed);
    }

    private static async Task WriteAsync(ZipArchive zip, RosterClient client, CancellationToken stop)
    {
        using var roles = new CsvPart(RosterColumns.Roles);
        await PutAsync(zip, client, "orgs", RosterColumns.Orgs, Org, (row, part) => part.Row(
            ("sourcedId", row("sourcedId")), ("status", row("status")), ("name", row("name")), ("type", row("type")), ("identifier", row("identifier")), ("parentSourcedId", row("parent.sourcedId"))), stop);
        await PutAsync(zip, client, "classes", RosterColumns.Classes, Class, (row, part) => part.Row(
            ("sourcedId", row("sourcedId")), ("status", row("status")), ("title", row("title")), ("classCode", row("classCode")), ("classType", row("classType")),
            ("courseSourcedId", row("course.sourcedId")), ("schoolSourcedId", row("school.sourcedId")), ("termSourcedIds", row("terms.sourcedId"))), stop);
        await PutUsersAsync(zip, client, roles, stop);
        await PutAsync(zip, client, "enrollments", RosterColumns.Enrollments, Enrollment, (row, part) => part.Row(
            ("sourcedId", row("sourcedId")), ("status", row("status")), ("classSourcedId", row("class.sourcedId")), ("schoolSourcedId", row("school.sourcedId")), ("userSourcedId", row("user.sourcedId")),
            ("role", row("role")), ("primary", row("primary")), ("beginDate", row("beginDate")), ("endDate", row("endDate"))), stop);
        await roles.PutAsync(zip, "roles.csv", stop);

        var manifest = new StringBuilder("propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\n");
        foreach (var name in Manifest.Read12) manifest.Append("file.").Append(name).Append(name is "academicSessions" or "courses" ? ",absent\r\n" : ",bulk\r\n");
        await using var entry = await zip.CreateEntry(Manifest.Name).OpenAsync(stop);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(manifest.ToString()), stop);
    }

    private static async Task PutAsync(
        ZipArchive zip, RosterClient client, string collection, IReadOnlyList<RosterColumn> columns, string[] wanted, Action<Func<string, string>, CsvPart> write, CancellationToken stop)
    {
        using var part = new CsvPart(columns);
        await new RosterPages(client, collection).ReadAsync(Fields(wanted), (ref json) =>
        {
            var row = RosterObject.Read(ref json, wanted);
            write(name => row.GetValueOrDefault(name, ""), part);
            return row.GetValueOrDefault("sourcedId", "");
        }, stop);
        await part.PutAsync(zip, $"{collection}.csv", stop);
    }

    private static async Task PutUsersAsync(ZipArchive zip, RosterClient client, CsvPart roles, CancellationToken stop)
    {
        using var users = new CsvPart(RosterColumns.Users12);
        var count = 0;
        await new RosterPages(client, "users").ReadAsync($"{Fields(User)},roles", (ref json) =>
        {
            var (user, held) = RosterObject.Read(ref json, User, "roles", Role);
            var id = user.GetValueOrDefault("sourcedId", "");
            users.Row([.. User.Where(user.ContainsKey).Select(name => (UserColumn(name), user[name]))]);
            foreach (var role in held)
            {
                roles.Row(
                    ("sourcedId", $"r{++count}"), ("status", user.GetValueOrDefault("status", "")), ("userSourcedId", id), ("roleType", role.GetValueOrDefault("roleType", "")), ("role", role.GetValueOrDefault("role", "")),
                    ("beginDate", role.GetValueOrDefault("beginDate", "")), ("endDate", role.GetValueOrDefault("endDate", "")), ("orgSourcedId", role.GetValueOrDefault("org.sourcedId", "")));
            }

            return id;
        }, stop);
        await users.PutAsync(zip, "users.csv", stop);
    }

    private static string UserColumn(string name) => name switch
    {
        "preferredFirstName" => "preferredGivenName",
        "preferredLastName" => "preferredFamilyName",
        "primaryOrg.sourcedId" => "primaryOrgSourcedId",
        _ => name,
    };

    private static string Fields(IEnumerable<string> wanted) => string.Join(',', wanted.Select(w => w.Split('.')[0]).Distinct(StringComparer.Ordinal));
}
