using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>What no statement allows, in the real forms of the schools: from the file to the last byte of the house.</summary>
public sealed class UnreadTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Of_birth_sex_guardians_and_passwords_nothing_reaches_database_files_report_or_log(string database)
    {
        var log = new KeptLog();
        await using var town = await FeedTown.OpenAsync(database, more: services => services.AddLogging(logging => logging.AddProvider(log)));
        foreach (var code in new[] { RosterMaker.Code(0), "03764" }) await town.House.Town.UnitAsync($"Koulu {code}", UnitKind.School, town.City, code);

        var roster = await ImportAsync(town, "oneroster", RosterMaker.Make(new(40, Forbidden: true)));
        var sds = await ImportAsync(town, SdsReader.Name, DeliveryFolder.Packed(Sds(RosterMaker.Forbidden)));

        // The people are here, and so are the names of what was passed by.
        var everything = await town.EverythingAsync();
        foreach (var userId in new[] { "tunnus7", "aino@edu.example.fi" }) Assert.Contains(userId, everything, StringComparison.Ordinal);
        foreach (var file in new[] { "demographics.csv", "userProfiles.csv" }) Assert.Contains(file, roster, StringComparison.Ordinal);
        foreach (var part in new[] { "demographics.csv", "relationships.csv", "password" }) Assert.Contains(part, sds, StringComparison.Ordinal);

        var needles = new Needles();
        needles.Add(RosterMaker.Forbidden, "what may not be read");
        var found = needles.InFolder(town.House.Folder).Concat(needles.In(Encoding.UTF8.GetBytes(everything), "the database"))
            .Concat(needles.In(Encoding.UTF8.GetBytes(roster + sds), "the report")).Concat(needles.In(Encoding.UTF8.GetBytes(log.All()), "the log"));
        Assert.Empty(found);
    }

    private static (string, string)[] Sds(string secret) =>
    [
        ("orgs.csv", "sourcedId,name,type,parentSourcedId\n03764,Salmen koulu,school,\n"),
        ("users.csv", $"sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,phone,sms\naino,aino@edu.example.fi,Aino,Mäkelä,{secret},{secret},{secret},{secret}\n"),
        ("roles.csv", $"userSourcedId,orgSourcedId,role,grade\naino,03764,student,{secret}\n"),
        ("demographics.csv", $"userSourcedId,sex,birthDate\naino,{secret},{secret}\n"),
        ("relationships.csv", $"userSourcedId,relationshipUserSourcedId,relationshipRole\naino,{secret},guardian\n"),
        ("userFlags.csv", $"userSourcedId,flag\naino,{secret}\n"),
    ];

    /// <summary>Returns the report, in all its words.</summary>
    private static async Task<string> ImportAsync(FeedTown town, string format, byte[] package)
    {
        var (batch, refusal) = await town.House.InAsync((FeedActions feeds) => feeds.ReceiveAsync(new MemoryStream(package), "aineisto.zip", format, dryRun: false, atOnce: true, Actor.House("test")));
        Assert.Null(refusal);
        Assert.Equal(BatchState.Applied, await town.RunAsync(batch!.Value));
        var report = await town.House.InAsync((FeedQueries feeds) => feeds.ReportAsync(batch.Value));
        return string.Join('\n', report.Notes.Select(n => n.ToString()).Concat(report.Counts.Select(c => $"{c.Key} {c.Value}")));
    }
}
