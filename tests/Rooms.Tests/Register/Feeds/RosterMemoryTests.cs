using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Packages of changes, heard by a register that remembers what the whole package had said.</summary>
public sealed class RosterMemoryTests : IDisposable
{
    private const string At = "2026-02-01T03:00:00.000Z";
    private const string Orgs = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\nkoulu0,,,Koulu 0,school,10000,\n";

    private static readonly string Pupil = RosterMaker.Key(5);

    private readonly DeliveryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_a_package_of_changes_leaves_out_stays_as_it_was(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.House.Town.UnitAsync("Koulu 0", UnitKind.School, town.City, "10000");
        Assert.Equal(BatchState.Applied, await ImportAsync(town, RosterMaker.Make(new(60, Year: town.Today.Month < 8 ? town.Today.Year - 1 : town.Today.Year))));
        var before = await StandsAsync(town);
        var (card, groups) = await OfAsync(town, Pupil);

        // One class more, for one pupil.
        var another = await town.House.ReadAsync(db => db.Set<Group>().Where(g => g.Kind == GroupKind.Teaching && !groups.Contains(g.Code!)).OrderBy(g => g.Code).Select(g => g.Code!).FirstAsync());
        var key = another[(another.LastIndexOf(':') + 1)..];
        Assert.Equal(BatchState.Applied, await ImportAsync(town, Changes($"y,active,{At},{key},koulu0,{Pupil},student,,,\n")));

        var (after, now) = await OfAsync(town, Pupil);
        Assert.Equal(groups.Append(another).Order(StringComparer.Ordinal), now);
        Assert.Equal((card.GivenName, card.FamilyName, card.UserId, card.Email, card.ClassName, card.InstitutionCode, card.Role), (after.GivenName, after.FamilyName, after.UserId, after.Email, after.ClassName, after.InstitutionCode, after.Role));

        // And out of it again: everything stands as the whole package had left it.
        Assert.Equal(BatchState.Applied, await ImportAsync(town, Changes($"y,tobedeleted,{At},{key},koulu0,{Pupil},student,,,\n")));
        Assert.Equal(before, await StandsAsync(town));
    }

    private async Task<BatchState> ImportAsync(FeedTown town, byte[] package)
    {
        var (batch, refusal) = await town.House.InAsync((FeedActions feeds) => feeds.ReceiveAsync(new MemoryStream(package), "paketti.zip", OneRosterReader.Name, false, atOnce: true, Actor.House("test")));
        Assert.Null(refusal);
        var state = await town.RunAsync(batch!.Value);
        Assert.True(state == BatchState.Applied, string.Join('\n', await town.House.ReadAsync(db => db.Set<BatchNote>().Where(n => n.Batch == batch).Select(n => $"{n.File} {n.Line} {n.Column} {n.ReasonEn}").ToListAsync())));
        return state;
    }

    private byte[] Changes(string enrolments)
    {
        const string Manifest = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.academicSessions,absent\nfile.courses,absent\nfile.classes,absent\nfile.orgs,bulk\n"
            + "file.users,absent\nfile.roles,absent\nfile.enrollments,delta\n";
        return File.ReadAllBytes(_folder.Zip(
            ("manifest.csv", Manifest), ("orgs.csv", Orgs), ("enrollments.csv", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n" + enrolments)).Path);
    }

    private static Task<(CardB Card, List<string> Groups)> OfAsync(FeedTown town, string key) => town.House.ReadAsync(async db =>
    {
        var person = await db.Set<SourceRecord>().Where(r => r.Key == key).Select(r => r.Person!.Value).SingleAsync();
        var groups = await db.Set<GroupMember>().Where(m => m.Person == person && m.UntilUtc > town.House.Now)
            .Join(db.Set<Group>().Where(g => g.Kind == GroupKind.Class || g.Kind == GroupKind.Teaching), m => m.Group, g => g.Id, (m, g) => g.Code!).Distinct().ToListAsync();
        return (await db.Set<CardB>().AsNoTracking().SingleAsync(c => c.Person == person), groups.Order(StringComparer.Ordinal).ToList());
    });

    /// <summary>Who is here, as what and in which groups.</summary>
    private static Task<string> StandsAsync(FeedTown town) => town.House.ReadAsync(async db => string.Join('\n', [
        .. (await db.Set<Assignment>().AsNoTracking().Where(a => a.UntilUtc > town.House.Now).OrderBy(a => a.Id).ToListAsync()).Select(a => $"{a.Id} {a.Person} {a.Unit} {a.LastDay}"),
        .. (await db.Set<CardB>().AsNoTracking().OrderBy(c => c.Person).ToListAsync()).Select(c => $"{c.Person} {c.GivenName} {c.FamilyName} {c.Email} {c.UserId} {c.ClassName} {c.Role}"),
        .. (await db.Set<GroupMember>().AsNoTracking().Where(m => m.UntilUtc > town.House.Now).OrderBy(m => m.Person).ThenBy(m => m.Group).ThenBy(m => m.Cause).ToListAsync()).Select(m => $"{m.Person} {m.Group} {m.Cause}"),
    ]));
}
