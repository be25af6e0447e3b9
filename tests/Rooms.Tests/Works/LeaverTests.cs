using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Somebody leaves, seen from the front door: an open page, a stream, a key and an address of a file. No job runs in these houses.</summary>
public sealed class LeaverTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_end_now_closes_everything_that_stood_open(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        await house.AccountAsync(kai, "kai.virta");
        var (space, file) = await SpaceWithFileAsync(house, aino);
        Assert.Null(await house.InAsync((MemberActions m) => m.AddPersonAsync(space.Id, kai, SpaceRole.Contributor, house.Clock.Today().AddMonths(6), Actor.Of(aino))));
        using var browser = await house.SignedInAsync(kai);
        using var program = await house.WithTokenAsync(kai, [.. Scopes.All]);
        using var live = await browser.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await live.Content.ReadAsStreamAsync());
        string[] pages = ["/", $"/spaces/{space.Id}", $"/files/{file}/original", "/me"];
        foreach (var page in pages) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode);
        Assert.Equal(2, await CountAsync(house, space));

        await house.EndAsync(Instants.Whole(house.Now), kai);

        foreach (var page in pages) Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/live")).StatusCode);
        Assert.Contains("event: end", await stream.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60)), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(house, space));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Account>().CountAsync(a => a.Person == kai)));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<JobRow>().CountAsync(j => j.StartedAt != null)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_grant_ends_with_the_last_assignment_at_the_tick_and_is_counted_no_more(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        Assert.Null(await house.InAsync((MemberActions m) => m.AddPersonAsync(space.Id, kai, SpaceRole.Reader, house.Clock.Today().AddMonths(6), Actor.Of(aino))));
        var end = Helsinki.EndOf(house.Clock.Today().AddDays(3));
        await house.EndAsync(end, kai);
        Assert.Equal(2, await CountAsync(house, space));

        house.Clock.StopAt(end);
        Assert.Equal(1, await CountAsync(house, space));
        Assert.Equal([aino], await house.InAsync(async (MemberQueries m) =>
            (await m.ListAsync(await OpenAsync(house, space, aino), 0, Actor.Of(aino))).People.Select(p => p.Person).ToList()));
        Assert.Empty(await house.InAsync((Audience a) => a.Visible(Actor.Of(kai)).ToListAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_end_that_moves_before_it_comes_takes_the_grant_along(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        var granted = house.Clock.Today().AddMonths(6);
        await house.EndAsync(Helsinki.EndOf(house.Clock.Today().AddDays(3)), kai);
        Assert.Null(await house.InAsync((MemberActions m) => m.AddPersonAsync(space.Id, kai, SpaceRole.Reader, granted, Actor.Of(aino))));
        var moved = new Dictionary<AssignmentId, DateOnly> { [await house.AssignmentAsync(kai)] = house.Clock.Today().AddDays(300) };
        await house.InAsync((AssignmentActions a) => a.MoveEndsAsync(moved, house.Now, Actor.House("test")));

        house.Clock.StopAt(Helsinki.EndOf(granted).AddSeconds(-1));
        Assert.Equal(2, await CountAsync(house, space));
        house.Clock.StopAt(Helsinki.EndOf(granted));
        Assert.Equal(1, await CountAsync(house, space));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_teacher_who_is_a_councillor_too_keeps_the_council_and_loses_the_school(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var class7B = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var council = await house.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var jelena = await house.Town.TeacherAsync("Jelena Niemi", school, class7B);
        await house.BeginAsync(house.Told(jelena, school) with { Population = Population.Elected, Unit = null, Organ = council, Source = Source.Decisions });
        var room = await house.Town.SpaceAsync("7B", Confidentiality.Members, aino);
        await house.Town.IncludeAsync(room.Members, class7B, SpaceRole.Contributor);
        var hall = await house.Town.SpaceAsync("Valtuusto", Confidentiality.Members, aino);
        await house.Town.IncludeAsync(hall.Members, council, SpaceRole.Reader);
        Assert.Null(await house.InAsync((MemberActions m) => m.AddPersonAsync(hall.Id, jelena, SpaceRole.Steward, house.Clock.Today().AddMonths(6), Actor.Of(aino))));
        using var browser = await house.SignedInAsync(jelena);
        foreach (var page in new[] { $"/spaces/{room.Id}", $"/spaces/{hall.Id}/settings" }) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode);

        var staff = await house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Person == jelena && a.Population == Population.Staff).Select(a => a.Id).ToListAsync());
        await house.InAsync((AssignmentActions a) => a.EndAsync(staff, Instants.Whole(house.Now), Actor.House("test")));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/spaces/{room.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/spaces/{hall.Id}")).StatusCode);

        // A steward is of the staff: that role ended, the council's did not.
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/spaces/{hall.Id}/settings")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_move_keeps_what_both_give_and_loses_the_rest(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var city = await house.Town.CityAsync();
        var (library, museum) = (await house.Town.UnitAsync("Kirjasto", UnitKind.Unit, city), await house.Town.UnitAsync("Museo", UnitKind.Unit, city));
        var kai = await house.Town.StaffAsync("Kai Virta", library);
        await house.AccountAsync(kai, "kai.virta");
        var end = Helsinki.EndOf(house.Clock.Today().AddDays(10));
        await house.BeginAsync(house.Told(kai, museum) with { FirstDay = Helsinki.Day(end) });
        await house.InAsync(async (AssignmentActions a) => await a.EndAsync([await house.AssignmentAsync(kai)], end, Actor.House("test")));

        house.Clock.StopAt(end);
        await house.InAsync((AccountEnds job) => job.RunAsync(default));
        var now = house.Now;
        var groups = await house.ReadAsync(db => db.Set<GroupMember>().Where(m => m.Person == kai && m.FromUtc <= now && now < m.UntilUtc).Select(m => m.Group).Distinct().ToListAsync());
        var units = await house.ReadAsync(db => db.Set<Unit>().Where(u => u.Id == city || u.Id == museum).Select(u => u.Group).ToListAsync());
        Assert.Equal(units.Append(GroupId.Staff).Order(), groups.Order());
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Account>().CountAsync(a => a.Person == kai)));
        Assert.Empty(await house.InAsync((ComingEnds ends) => ends.BetweenAsync(now.AddDays(-11), now.AddDays(1))));
    }

    private static async Task<OpenSpace> OpenAsync(TestHouse house, TestSpace space, PersonId person) =>
        (await house.InAsync((SpaceAccess access) => access.OpenAsync(space.Id, Actor.Of(person))))!;

    private static Task<int> CountAsync(TestHouse house, TestSpace space) =>
        house.InAsync(async (AudiencePeople people) => (await people.CountAsync(space.Audience)).Total);

    private static async Task<(TestSpace Space, FileId File)> SpaceWithFileAsync(TestHouse house, PersonId steward)
    {
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, steward);
        using var browser = await house.SignedInAsync(steward);
        var file = await browser.UploadedAsync("Pöytäkirja"u8.ToArray(), "pöytäkirja.txt");
        await house.AttachedAsync(steward, space, new FileInput(file, ""));
        await house.ReadyAsync();
        return (space, file);
    }
}
