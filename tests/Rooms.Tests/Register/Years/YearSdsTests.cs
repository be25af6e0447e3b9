using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A change of school year by the files of School Data Sync, from last year's delivery to the first day of the next.</summary>
public sealed class YearSdsTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Next_years_files_are_one_plan_and_on_its_day_people_move_and_spaces_follow(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.House.Town.UnitAsync("Salmen koulu", UnitKind.School, town.City, "03764");
        await town.House.Town.UnitAsync("Strandens skola", UnitKind.School, town.City, "03765");
        var (sender, second) = (await town.StewardAsync("Aino Mäki", Source.Schools), await town.StewardAsync("Eero Lahti", Source.Schools));
        var day = town.Today.AddDays(20);
        await ImportAsync(town, Last(day));
        var space = await town.House.Town.SpaceAsync("Ryhmän tila", Confidentiality.Members, sender.Person!.Value);
        var seventh = await GroupAsync(town, "7B");
        await town.House.Town.IncludeAsync(space.Members, seventh, SpaceRole.Reader);
        Assert.Equal(["7B, Ryhmän tila", "7B, Ryhmän tila", "7X"], [await InAsync(town, "p05"), await InAsync(town, "m00"), await InAsync(town, "x00")]);

        var (id, _, refusal) = await town.House.InAsync((YearActions years) => years.ReceiveAsync(
            new MemoryStream(DeliveryFolder.Packed(Next(day))), "sds.zip", SdsReader.Name, day: null, dryRun: false, sender));
        Assert.Null(refusal);
        await WorkAsync(town);

        // The day is the one that the files themselves name.
        var change = await ChangeAsync(town, id!.Value);
        Assert.Equal((YearState.Waiting, day), (change.State, change.Day));
        var schools = await town.House.InAsync((YearQueries years) => years.TallyAsync(id.Value));
        var (own, other) = (schools.Single(s => s.NameFi == "Salmen koulu"), schools.Single(s => s.NameFi == "Strandens skola"));
        Assert.Equal((2, 2, 21), (own.Of(YearMove.Arrives), own.Of(YearMove.Leaves), own.Of(YearMove.Details) + own.Of(YearMove.Groups)));
        Assert.Equal((1, 1, 1), (other.Of(YearMove.MovesSchool), own.Of(GroupChange.New), own.Of(GroupChange.Renamed)));
        Assert.Null(await town.House.InAsync((YearActions years) => years.ApproveAsync(id.Value, change.Plan!.Value, day, "Käyty läpi", second)));
        await WorkAsync(town);

        // Last year's roles ran out at midnight; no job has run since.
        town.House.Clock.Move(Helsinki.StartOf(day).AddHours(1) - town.House.Now);
        Assert.Equal("7B, Ryhmän tila", await InAsync(town, "p05"));
        Assert.Equal("", await InAsync(town, "n00"));
        await WorkAsync(town);

        Assert.Equal(YearState.Applied, (await ChangeAsync(town, id.Value)).State);
        Assert.Equal(seventh, await GroupAsync(town, "8B"));
        Assert.Equal("8B, Ryhmän tila", await InAsync(town, "p05"));
        Assert.Equal("8B, Ryhmän tila", await InAsync(town, "ope"));
        Assert.Equal("8X", await InAsync(town, "m00"));
        Assert.Equal("8X", await InAsync(town, "x00"));
        Assert.Equal("7B", await InAsync(town, "u00"));
        Assert.Equal("", await InAsync(town, "n00"));
        var (going, left) = (await PersonAsync(town, "p05"), await PersonAsync(town, "n00"));
        var role = Assert.Single(await town.AssignmentsAsync(going));
        Assert.Equal((day, day.AddDays(300)), (role.FirstDay, role.LastDay));
        Assert.Equal("p05@edu.example.fi", await town.House.ReadAsync(db => db.Set<CardB>().Where(c => c.Person == going).Select(c => c.UserId).SingleAsync()));
        Assert.Empty(await town.AssignmentsAsync(left));
        Assert.Equal(0, await town.House.ReadAsync(async db => await db.Set<YearContent>().CountAsync() + await db.Set<Staged>().CountAsync() + await db.Set<YearBridge>().CountAsync()));

        // The same files as an ordinary delivery say nothing new.
        var applied = await town.StateAsync();
        await ImportAsync(town, Next(day));
        Assert.Equal(applied, await town.StateAsync());
    }

    private static (string, string)[] Last(DateOnly day)
    {
        var pupils = Some("p", 20).Concat(["m00"]).Concat(Some("n", 2)).ToList();
        return Files(day.AddDays(-300), day.AddDays(-1), [("7b", "03764", "7B"), ("x7", "03765", "7X")],
            [.. pupils.Select(k => (k, "03764", "student", "7b")), .. Some("x", 10).Select(k => (k, "03765", "student", "x7")), ("ope", "03764", "teacher", "7b")]);
    }

    /// <summary>The section that was 7B is 8B, another one is 7B; two have left, two are new, and one has moved to the other school.</summary>
    private static (string, string)[] Next(DateOnly day) => Files(day, day.AddDays(300), [("7b", "03764", "8B"), ("7b-uusi", "03764", "7B"), ("x7", "03765", "8X")],
        [
            .. Some("p", 20).Select(k => (k, "03764", "student", "7b")), .. Some("u", 2).Select(k => (k, "03764", "student", "7b-uusi")),
            .. Some("x", 10).Concat(["m00"]).Select(k => (k, "03765", "student", "x7")), ("ope", "03764", "teacher", "7b"),
        ]);

    private static (string, string)[] Files(DateOnly first, DateOnly last, (string Key, string School, string Title)[] sections, (string Key, string School, string Role, string Section)[] people) =>
    [
        ("academicSessions.csv", $"sourcedId,title,type,schoolYear,startDate,endDate\nlv{first.Year},Lukuvuosi,schoolYear,{last.Year},{Iso(first)},{Iso(last)}\n"),
        ("orgs.csv", "sourcedId,name,type,parentSourcedId\n03764,Salmen koulu,school,\n03765,Strandens skola,school,\n"),
        ("users.csv", "sourcedId,username,givenName,familyName\n" + Lines(people.Select(p => $"{p.Key},{p.Key}@edu.example.fi,Etu,Suku{p.Key}"))),
        ("roles.csv", "userSourcedId,orgSourcedId,role,sessionSourcedId,roleStartDate,roleEndDate\n" + Lines(people.Select(p => $"{p.Key},{p.School},{p.Role},lv{first.Year},{Iso(first)},{Iso(last)}"))),
        ("classes.csv", "sourcedId,orgSourcedId,title,sessionSourcedIds\n" + Lines(sections.Select(s => $"{s.Key},{s.School},{s.Title},lv{first.Year}"))),
        ("enrollments.csv", "classSourcedId,userSourcedId,role\n" + Lines(people.Select(p => $"{p.Section},{p.Key},{p.Role}"))),
    ];

    private static async Task ImportAsync(FeedTown town, (string, string)[] files)
    {
        var (batch, refusal) = await town.House.InAsync((FeedActions feeds) => feeds.ReceiveAsync(
            new MemoryStream(DeliveryFolder.Packed(files)), "sds.zip", SdsReader.Name, dryRun: false, atOnce: true, Actor.House("test")));
        Assert.Null(refusal);
        Assert.Equal(BatchState.Applied, await town.RunAsync(batch!.Value));
    }

    private static async Task WorkAsync(FeedTown town)
    {
        await town.House.InAsync((YearWork work) => work.RunAsync(default));
        await town.House.InAsync((FeedWork work) => work.RunAsync(default));
    }

    private static Task<YearChange> ChangeAsync(FeedTown town, YearChangeId id) => town.House.ReadAsync(db => db.Set<YearChange>().AsNoTracking().SingleAsync(c => c.Id == id));

    private static async Task<PersonId> PersonAsync(FeedTown town, string key) => (await town.RecordAsync(key, Source.Schools)).Person!.Value;

    private static async Task<string> InAsync(FeedTown town, string key) => await town.InAsync(await PersonAsync(town, key));

    private static Task<GroupId> GroupAsync(FeedTown town, string name) =>
        town.House.ReadAsync(db => db.Set<Group>().Where(g => g.Kind == GroupKind.Teaching && g.NameFi == name).Select(g => g.Id).SingleAsync());

    private static IEnumerable<string> Some(string letter, int count) => Enumerable.Range(0, count).Select(i => $"{letter}{i:00}");

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
