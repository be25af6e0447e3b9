using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>What real systems have written, from the file to the people of the register.</summary>
public sealed class RealDeliveriesTests : IDisposable
{
    private readonly DeliveryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_real_School_Data_Sync_set_makes_its_people_and_the_refused_files_never_touch_storage(string database)
    {
        var set = Directory.GetFiles(Path.Combine(External(), "sds-v2.1")).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))).ToArray();
        await File.WriteAllTextAsync(_folder.Path("koulut.json"), """{ "codes": { "110001": "01901", "110003": "03764" } }""");
        var log = new KeptLog();
        await using var town = await FeedTown.OpenAsync(
            database, new Dictionary<string, string?> { ["Tupa:Sources:Institutions"] = _folder.Path("koulut.json") }, services => services.AddLogging(logging => logging.AddProvider(log)));
        foreach (var code in new[] { "01901", "03764" }) await town.House.Town.UnitAsync($"Koulu {code}", UnitKind.School, town.City, code);
        town.House.Clock.StopAt(Helsinki.StartOf(new DateOnly(2021, 10, 1)).AddHours(10));

        var report = await ImportAsync(town, SdsReader.Name, DeliveryFolder.Packed(set));

        Assert.Equal((6, 7), (report.Counts[Counted.New], report.Counts[Counted.Dropped]));
        Assert.Equal(["demographics.csv", "relationships.csv", "userFlags.csv"], report.Notes.Where(n => n is { Kind: FeedNoteKind.Dropped, Column: null }).Select(n => n.File).Order(StringComparer.Ordinal));
        var jack = (await town.RecordAsync("114001", Source.Schools)).Person!.Value;
        var card = await town.House.ReadAsync(db => db.Set<CardB>().AsNoTracking().SingleAsync(c => c.Person == jack));
        Assert.Equal(("Jack", "Craig", "jcraig@classrmtest31.org", "03764", SchoolRole.Pupil), (card.GivenName, card.FamilyName, card.UserId, card.InstitutionCode, card.Role));
        Assert.Equal(new DateOnly(2022, 6, 11), Assert.Single(await town.AssignmentsAsync(jack)).LastDay);

        var needles = new Needles();
        foreach (var secret in new[] { "P@ssword123", "freeLunch", "Woodenville", "2001-07-02", "+11234567890", "jean.craig" }) needles.Add(secret, secret);
        var words = await town.EverythingAsync() + log.All() + string.Join('\n', report.Notes);
        Assert.Empty(needles.InFolder(town.House.Folder).Concat(needles.In(Encoding.UTF8.GetBytes(words), "database, log or report")));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Real_councils_make_their_members_each_in_the_own_organ_and_again_change_nothing(string database)
    {
        var councils = await File.ReadAllBytesAsync(Path.Combine(External(), "popolo", "tasmania-councils.json"));
        await using var town = await FeedTown.OpenAsync(database);

        var report = await ImportAsync(town, "popolo", councils);

        Assert.Equal((263, 29), (report.Counts[Counted.New] + report.Counts.GetValueOrDefault(Counted.Unclear), report.Counts[Counted.NewGroups]));
        Assert.Equal(report.Counts[Counted.New], await town.House.ReadAsync(db => db.Set<Assignment>().Where(a => a.Population == Population.Elected).Select(a => a.Person).Distinct().CountAsync()));
        Assert.DoesNotContain("party/", await town.EverythingAsync(), StringComparison.Ordinal);
        var before = await town.StateAsync();
        await ImportAsync(town, "popolo", councils);
        Assert.Equal(before, await town.StateAsync());
    }

    private static string External()
    {
        var folder = Environment.GetEnvironmentVariable("TUPA_EXTERNAL_DATA");
        Assert.SkipWhen(folder is null, "TUPA_EXTERNAL_DATA does not name a folder with real deliveries");
        return folder!;
    }

    private static async Task<BatchPageRow> ImportAsync(FeedTown town, string format, byte[] delivery)
    {
        var (batch, refusal) = await town.House.InAsync((FeedActions feeds) => feeds.ReceiveAsync(new MemoryStream(delivery), "aineisto", format, dryRun: false, atOnce: true, Actor.House("test")));
        Assert.Null(refusal);
        Assert.Equal(BatchState.Applied, await town.RunAsync(batch!.Value));
        return await town.House.InAsync((FeedQueries feeds) => feeds.ReportAsync(batch.Value));
    }
}
