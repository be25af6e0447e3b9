using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Supervisors see the coming ends of their people, and may ask that they go on.</summary>
public sealed class ExtensionTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_supervisor_lets_an_own_assignment_go_on_at_once_and_a_stranger_sees_nothing(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (helka, kai, aino) = (await house.Town.StaffAsync("Helka Pomo"), await house.Town.StaffAsync("Kai Virta"), await house.Town.StaffAsync("Aino Mäkelä"));
        await house.HeadAsync(await house.Town.CityAsync(), helka);
        var last = house.Clock.Today().AddDays(20);
        await house.EndAsync(Helsinki.EndOf(last), kai);
        var assignment = await house.AssignmentAsync(kai);
        using var hers = await house.SignedInAsync(helka);
        using var stranger = await house.SignedInAsync(aino);
        Assert.Contains("Kai Virta", (await hers.PageAsync("/me/people")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Kai Virta", (await stranger.PageAsync("/me/people")).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await ProposeAsync(stranger, assignment, last.AddDays(30), "Työ jatkuu")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ProposeAsync(hers, assignment, last.AddDays(30), " ")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ProposeAsync(hers, assignment, last, "Työ jatkuu")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ProposeAsync(hers, assignment, last.AddDays(30), "Työ jatkuu")).StatusCode);

        Assert.Equal(last.AddDays(30), await house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Id == assignment).Select(a => a.LastDay).SingleAsync()));
        Assert.Contains("register.extension.proposed", await house.AuditedAsync());
        Assert.Contains("register.assignment.moved", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_another_source_says_waits_for_its_steward(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (helka, steward) = (await house.Town.StaffAsync("Helka Pomo"), await house.Town.StaffAsync("Lauri Lähde"));
        var city = await house.Town.CityAsync();
        await house.HeadAsync(city, helka);
        var kai = await house.Town.StaffAsync("Kai Virta");
        var end = Helsinki.EndOf(house.Clock.Today().AddDays(20));
        await house.EndAsync(Instants.Whole(house.Now), kai);
        var assignment = await house.BeginAsync(house.Told(kai, city) with { Source = Source.Schools, LastDay = house.Clock.Today().AddDays(20) });
        await house.WriteAsync(async db => db.Add(new Authority
        {
            Id = AuthorityId.New(),
            Assignment = await db.Set<Assignment>().Where(a => a.Person == steward).Select(a => a.Id).SingleAsync(),
            Kind = AuthorityKind.SourceSteward,
            Scope = nameof(Source.Schools),
            FromUtc = house.Now.AddDays(-1),
            UntilUtc = house.Now.AddDays(100),
        }));
        var id = ExtensionId.New();
        var day = house.Clock.Today().AddDays(90);

        Assert.Null(await house.InAsync((ExtensionActions e) => e.ProposeAsync(id, assignment, day, "Luokka jatkaa", Actor.Of(helka))));
        Assert.Equal(end, await EndAsync(house, assignment));
        Assert.True((await house.InAsync((TeamQueries team) => team.OfAsync(null, Actor.Of(helka)))).Rows.Single(r => r.Assignment == assignment).Waits);
        Assert.Null(await house.InAsync((ExtensionQueries extensions) => extensions.WaitingAsync(Actor.Of(helka))));
        Assert.Equal("Luokka jatkaa", (await house.InAsync((ExtensionQueries extensions) => extensions.WaitingAsync(Actor.Of(steward))))!.Single().Reason);
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Tupa.Notifications.NoticeRow>().CountAsync(n => n.Person == steward)));

        Assert.Equal(Refusal.Absent, await house.InAsync((ExtensionActions e) => e.DecideAsync(id, true, Actor.Of(helka))));
        Assert.Null(await house.InAsync((ExtensionActions e) => e.DecideAsync(id, true, Actor.Of(steward))));
        Assert.Equal(Helsinki.EndOf(day), await EndAsync(house, assignment));
    }

    private static Task<DateTime> EndAsync(TestHouse house, AssignmentId assignment) =>
        house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Id == assignment).Select(a => a.UntilUtc).SingleAsync());

    private static Task<HttpResponseMessage> ProposeAsync(HttpClient browser, AssignmentId assignment, DateOnly lastDay, string reason) => browser.PostAsync(
        $"/me/people/{assignment}/extension", ("id", Guid.CreateVersion7().ToString()), ("lastDay", lastDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("reason", reason));
}
