using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/me/people/{assignment}: a head changes, moves and ends what supervisors are the source of.</summary>
public sealed class TeamChangeTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, TeamText.ChangeTitle.Fi),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, TeamText.ChangeTitle.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, TeamText.ChangeTitle.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, TeamText.ChangeTitle.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, TeamText.ChangeTitle.Fi),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, TeamText.ChangeTitle.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Who_does_not_answer_for_somebody_finds_nothing(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/people/{duty}", status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_move_keeps_what_both_give_and_a_partner_the_sponsor(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var partner = await town.House.Town.PartnerAsync("Pirjo Kumppani", town.Kai);
        var old = await town.House.AssignmentAsync(town.Kai);
        var fresh = Guid.CreateVersion7();
        using var helka = await town.AsAsync(town.Helka);
        (string, string)[] form = [("id", fresh.ToString()), ("unit", town.Archive.ToString()), ("duty", "kirjastonhoitaja"), ("from", TeamTown.Day(town.Today))];

        using var moved = await helka.PostAsync($"/me/people/{old}/placement", form);
        using var again = await helka.PostAsync($"/me/people/{old}/placement", form);
        Assert.Equal(($"/me/people/{fresh}", $"/me/people/{fresh}"), ($"{moved.Headers.Location}", $"{again.Headers.Location}"));

        var assignment = Assert.Single(await town.AssignmentsAsync(town.Kai));
        Assert.Equal((fresh, town.Archive, town.Librarian), (assignment.Id.Value, assignment.Unit!.Value, assignment.Duty!.Value));
        Assert.Equal(
            new[] { GroupId.Staff, town.Librarian, await town.GroupOfAsync(town.Archive), await town.GroupOfAsync(town.Leisure), await town.GroupOfAsync(town.City) }.ToHashSet(),
            await town.GroupsAsync(town.Kai));
        Assert.Single(await town.AssignmentsAsync(partner));
        Assert.Equal(fresh, await town.House.ReadAsync(async db => (await db.Set<Sponsorship>().Select(s => s.SponsorAssignment).SingleAsync()).Value));

        // The day on which both stand is one day: not an instant is without the groups that both give.
        var staff = await town.House.ReadAsync(db => db.Set<GroupMember>().Where(m => m.Person == town.Kai && m.Group == GroupId.Staff).OrderBy(m => m.UntilUtc).ToListAsync());
        Assert.True(staff[1].FromUtc <= staff[0].UntilUtc);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_move_ahead_waits_for_its_day_and_a_head_keeps_the_seat_through_another_duty(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        using var helka = await town.AsAsync(town.Helka);
        using var mayor = await town.AsAsync(town.Mayor);
        var (kai, head, from) = (await town.House.AssignmentAsync(town.Kai), await town.House.AssignmentAsync(town.Helka), town.Today.AddDays(10));

        using var ahead = await helka.PostAsync($"/me/people/{kai}/placement", ("id", Guid.CreateVersion7().ToString()), ("unit", town.Archive.ToString()), ("duty", ""), ("from", TeamTown.Day(from)));
        Assert.Equal(HttpStatusCode.SeeOther, ahead.StatusCode);
        Assert.Equal([(town.Library, from.AddDays(-1)), (town.Archive, Helsinki.Open)], (await town.AssignmentsAsync(town.Kai)).OrderBy(a => a.FirstDay).Select(a => (a.Unit!.Value, a.LastDay)));

        using var later = await mayor.PostAsync($"/me/people/{head}/placement", ("id", Guid.CreateVersion7().ToString()), ("unit", town.Leisure.ToString()), ("duty", "kirjastonhoitaja"), ("from", TeamTown.Day(from)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.StatusCode);
        var fresh = Guid.CreateVersion7();
        using var atOnce = await mayor.PostAsync($"/me/people/{head}/placement", ("id", fresh.ToString()), ("unit", town.Leisure.ToString()), ("duty", "kirjastonhoitaja"), ("from", TeamTown.Day(town.Today)));
        Assert.Equal(HttpStatusCode.SeeOther, atOnce.StatusCode);
        Assert.Equal(fresh, await town.House.ReadAsync(async db => (await db.Set<Unit>().Where(u => u.Id == town.Leisure).Select(u => u.Head).SingleAsync())!.Value.Value));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_supervisor_of_another_unit_finds_nothing_and_changes_nothing(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var kai = await town.House.AssignmentAsync(town.Kai);
        using var matti = await town.AsAsync(town.Matti);
        using var mayor = await town.AsAsync(town.Mayor);
        using var helka = await town.AsAsync(town.Helka);
        foreach (var stranger in new[] { matti, mayor })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/me/people/{kai}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/me/people/{kai}/end", ("when", "now"))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/me/people/{kai}/last-day", ("lastDay", TeamTown.Day(town.Today)))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/me/people/{kai}/placement", ("id", Guid.CreateVersion7().ToString()), ("unit", town.Museum.ToString()), ("from", TeamTown.Day(town.Today)))).StatusCode);
        }

        using var away = await helka.PostAsync($"/me/people/{kai}/placement", ("id", Guid.CreateVersion7().ToString()), ("unit", town.Museum.ToString()), ("duty", ""), ("from", TeamTown.Day(town.Today)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, away.StatusCode);
        Assert.Contains(TeamText.UnitElsewhere.Fi, (await away.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(kai, Assert.Single(await town.AssignmentsAsync(town.Kai)).Id);

        // An id that is somebody else's is no new assignment, and nothing is handed on to it.
        var (own, others) = (await town.House.AssignmentAsync(town.Helka), await town.House.AssignmentAsync(town.Matti));
        using var taken = await mayor.PostAsync($"/me/people/{own}/placement", ("id", others.ToString()), ("unit", town.Leisure.ToString()), ("duty", "kirjastonhoitaja"), ("from", TeamTown.Day(town.Today)));
        Assert.Equal(HttpStatusCode.NotFound, taken.StatusCode);
        Assert.Equal(own, await town.House.ReadAsync(async db => (await db.Set<Unit>().Where(u => u.Id == town.Leisure).Select(u => u.Head).SingleAsync())!.Value));

        // The heads below are the mayor's own people, and nobody is their own.
        var people = (await mayor.PageAsync("/me/people")).Body!.TextContent;
        Assert.Contains("Helka Pomo", people, StringComparison.Ordinal);
        Assert.Contains("Matti Museo", people, StringComparison.Ordinal);
        Assert.DoesNotContain("Kai Virta", people, StringComparison.Ordinal);
        Assert.DoesNotContain("Helka Pomo", (await helka.PageAsync("/me/people")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_end_closes_at_once_or_after_its_day_and_the_last_day_moves_both_ways(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var kai = await town.House.AssignmentAsync(town.Kai);
        using var helka = await town.AsAsync(town.Helka);
        using var his = await town.AsAsync(town.Kai);
        var day = town.Today.AddDays(20);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await helka.PostAsync($"/me/people/{kai}/end", ("when", "day"), ("lastDay", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await helka.PostAsync($"/me/people/{kai}/end", ("when", "day"), ("lastDay", TeamTown.Day(day)))).StatusCode);
        Assert.Equal(Helsinki.EndOf(day), Assert.Single(await town.AssignmentsAsync(town.Kai)).UntilUtc);
        Assert.Contains(TeamText.Until(day).Fi, (await helka.PageAsync("/me/people")).QuerySelector(".chip-warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await helka.PostAsync($"/me/people/{kai}/last-day", ("lastDay", TeamTown.Day(day.AddDays(100))))).StatusCode);
        Assert.Equal(day.AddDays(100), Assert.Single(await town.AssignmentsAsync(town.Kai)).LastDay);
        Assert.Equal(HttpStatusCode.SeeOther, (await helka.PostAsync($"/me/people/{kai}/last-day", ("lastDay", ""))).StatusCode);
        Assert.Equal(Helsinki.Open, Assert.Single(await town.AssignmentsAsync(town.Kai)).LastDay);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await helka.PostAsync($"/me/people/{kai}/last-day", ("lastDay", TeamTown.Day(town.Today.AddDays(-1))))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await his.GetAsync("/")).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await helka.PostAsync($"/me/people/{kai}/end", ("when", "now"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await helka.PostAsync($"/me/people/{kai}/end", ("when", "now"))).StatusCode);
        Assert.Empty(await town.GroupsAsync(town.Kai));
        Assert.Equal(HttpStatusCode.Unauthorized, (await his.GetAsync("/")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_another_source_says_is_shown_with_who_keeps_it_up_and_stays(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var kai = await town.House.AssignmentAsync(town.Kai);
        await town.House.WriteAsync(db => db.Set<Assignment>().Where(a => a.Id == kai).ExecuteUpdateAsync(set => set.SetProperty(a => a.Source, Source.Ldap)));
        using var helka = await town.AsAsync(town.Helka);

        var page = await helka.PageAsync($"/me/people/{kai}");
        Assert.Contains(TeamText.KeptBy(Source.Ldap).Fi, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"form[action='/me/people/{kai}/end']"));
        using var ended = await helka.PostAsync($"/me/people/{kai}/end", ("when", "now"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ended.StatusCode);
        Assert.Equal(Helsinki.Never, Assert.Single(await town.AssignmentsAsync(town.Kai)).UntilUtc);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Many_people_come_a_page_at_a_time_and_none_twice(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        for (var i = 0; i < 54; i++) await town.House.Town.StaffAsync($"Tiina Joukko{i % 7}", town.Library);
        using var helka = await town.AsAsync(town.Helka);

        var first = await helka.PageAsync("/me/people");
        var second = await helka.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var ids = new[] { first, second }.SelectMany(p => p.QuerySelectorAll("#team li").Select(l => l.Id)).ToList();
        Assert.Equal((50, 55), (first.QuerySelectorAll("#team li").Length, ids.Distinct().Count()));
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }
}
