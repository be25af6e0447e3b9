using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Ends take effect at the tick, with every job dead: no job runs in these houses.</summary>
public sealed class EndsTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task At_midnight_after_the_last_day_no_way_in_is_left(string database)
    {
        await using var house = await AtNoonAsync(database);
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        await house.AccountAsync(kai, "kai.virta");
        var (space, file) = await SpaceWithFileAsync(house, aino);
        await house.Town.JoinAsync(kai, space.Members, (int)SpaceRole.Contributor);
        var lastDay = Helsinki.Day(house.Now);
        await house.WriteAsync(db => db.Set<Assignment>().Where(a => a.Person == kai).ExecuteUpdateAsync(a => a.SetProperty(x => x.LastDay, lastDay).SetProperty(x => x.UntilUtc, Helsinki.EndOf(lastDay))));

        // A session lasts twelve hours: this one is opened shortly before, so that nothing but the assignment ends it.
        house.Clock.Move(Helsinki.EndOf(lastDay) - house.Now - TimeSpan.FromMinutes(5));
        using var browser = await house.SignedInAsync(kai);
        using var program = await house.WithTokenAsync(kai, [.. Scopes.All]);
        using var live = await browser.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await live.Content.ReadAsStreamAsync());
        string[] pages = ["/", $"/spaces/{space.Id}", $"/files/{file}/original", "/me"];
        foreach (var page in pages) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/me")).StatusCode);

        house.Clock.Move(TimeSpan.FromMinutes(6));
        foreach (var page in pages) Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync($"/api/v1/spaces/{space.Id}/posts")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/live")).StatusCode);
        Assert.Contains("event: end", await stream.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60)), StringComparison.Ordinal);

        using var door = house.Browser();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await door.SignInAsync("kai.virta")).StatusCode);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<JobRow>().CountAsync(j => j.StartedAt != null)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_grant_is_told_when_it_begins_and_opens_nothing_from_its_end(string database)
    {
        await using var house = await AtNoonAsync(database);
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        var (space, file) = await SpaceWithFileAsync(house, aino);
        var lastDay = Helsinki.Day(house.Now);
        house.Clock.Move(Helsinki.EndOf(lastDay) - house.Now - TimeSpan.FromMinutes(5));
        Assert.Null(await house.InAsync((MemberActions members) => members.AddPersonAsync(space.Id, kai, SpaceRole.Reader, lastDay, Actor.Of(aino))));

        using var browser = await house.SignedInAsync(kai);
        using var program = await house.WithTokenAsync(kai, [.. Scopes.All]);
        Assert.Equal([(NoticeKind.SpaceGranted, (PersonId?)aino)], await house.ReadAsync(async db =>
            (await db.Set<NoticeRow>().Where(n => n.Person == kai).ToListAsync()).ConvertAll(n => (n.Kind, n.From))));
        Assert.Contains("Sait roolin työtilassa", (await browser.PageAsync("/notifications")).Body!.TextContent, StringComparison.Ordinal);
        string[] theirs = [$"/spaces/{space.Id}", $"/files/{file}/original"];
        foreach (var page in theirs) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync($"/api/v1/spaces/{space.Id}")).StatusCode);

        house.Clock.Move(TimeSpan.FromMinutes(6));
        foreach (var page in theirs) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"/api/v1/spaces/{space.Id}")).StatusCode);
        Assert.DoesNotContain("Sait roolin työtilassa", (await browser.PageAsync("/notifications")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<JobRow>().CountAsync(j => j.StartedAt != null)));
    }

    /// <summary>Of tomorrow, so that the hours until midnight are ahead whenever the test is run.</summary>
    private static async Task<TestHouse> AtNoonAsync(string database)
    {
        var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        house.Clock.Move(Helsinki.EndOf(Helsinki.Day(house.Now)).AddHours(12) - house.Now);
        return house;
    }

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
