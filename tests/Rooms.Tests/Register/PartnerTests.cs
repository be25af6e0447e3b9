using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>A member of staff invites a partner, renews and ends: through the front door.</summary>
public sealed class PartnerTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_invited_partner_signs_in_with_a_code_and_sees_only_the_chosen_space(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        var house = town.House;
        using var siiri = await house.SignedInAsync(town.Siiri);
        Assert.Contains("/people/" + town.Pirjo, (await siiri.PageAsync($"/me/partners/{town.Partner}")).Body!.InnerHtml, StringComparison.Ordinal);

        using var made = await siiri.PostAsync($"/people/{town.Pirjo}/sign-in-code", []);
        var slip = (await made.DocumentAsync()).Body!.TextContent;
        var userId = await house.ReadAsync(db => db.Set<CardA>().Where(c => c.Person == town.Pirjo).Select(c => c.UserId).SingleAsync());
        Assert.Contains(userId!, slip, StringComparison.Ordinal);
        var words = await house.InAsync((CodeActions codes) => codes.IssueAsync([town.Pirjo], Actor.Of(town.Siiri)));
        using var pirjo = house.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await pirjo.FormAsync("/passwords/by-code", ("userId", userId!), ("words", words.Slips[0].Words), ("new", Door.Password), ("again", Door.Password))).StatusCode);
        await house.WriteAsync(db =>
        {
            db.Add(new GateMark { Person = town.Pirjo, Gate = Gate.Notice, Version = GateWay.NoticeVersion, PassedAt = house.Now });
            db.Add(new GateMark { Person = town.Pirjo, Gate = Gate.Pledge, Version = GateWay.PledgeVersion, PassedAt = house.Now });
            return Task.CompletedTask;
        });
        Assert.Equal(HttpStatusCode.SeeOther, (await pirjo.SignInAsync(userId!)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await pirjo.GetAsync($"/spaces/{town.Bridge.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await pirjo.GetAsync($"/spaces/{town.Other.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await pirjo.GetAsync("/me/partners/new")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await pirjo.GetAsync($"/me/partners/{town.Partner}")).StatusCode);

        house.Clock.StopAt(Helsinki.EndOf(town.Today.AddDays(200)));
        Assert.False(await town.IsInAsync());
        Assert.Empty(await town.SpacesAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_held_of_an_invited_partner_has_its_source_and_its_origins(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        var house = town.House;

        var record = await house.ReadAsync(db => db.Set<SourceRecord>().SingleAsync(r => r.Person == town.Pirjo));
        Assert.Equal((Source.Sponsors, $"{town.Partner}"), (record.Source, record.Key));
        Assert.Equal(
            ["email", "family_name", "given_name", "organisation", "user_id"],
            await house.ReadAsync(db => db.Set<Origin>().Where(o => o.Person == town.Pirjo && o.SourceRecord == record.Id).Select(o => o.Column).Order().ToListAsync()));
        var assignment = await house.ReadAsync(db => db.Set<Assignment>().SingleAsync(a => a.Id == town.Partner));
        Assert.Equal((Population.Partner, town.Unit, record.Id, town.Today.AddDays(200)), (assignment.Population, assignment.Unit!.Value, assignment.Record!.Value, assignment.LastDay));
        Assert.Equal([town.Bridge.Members], await town.SpacesAsync());
        Assert.Contains("register.partner.invited", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Nobody_is_invited_for_more_than_a_year_or_beyond_the_sponsors_own_end(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database, invite: 0);
        var house = town.House;
        using var siiri = await house.SignedInAsync(town.Siiri);

        using var tooLong = await town.InviteAsync(siiri, town.Today.AddMonths(12).AddDays(1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        var page = await tooLong.DocumentAsync();
        Assert.Contains(PartnerText.BadDay(town.Today.AddMonths(12)).Fi, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Siltarakenne Oy", page.QuerySelector("#organisation")!.GetAttribute("value"));

        await house.EndAsync(Helsinki.EndOf(town.Today.AddDays(20)), town.Siiri);
        using var beyond = await town.InviteAsync(siiri, town.Today.AddDays(21));
        Assert.Contains(PartnerText.BeyondSponsor(town.Today.AddDays(20)).Fi, (await beyond.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Population == Population.Partner).ToListAsync()));

        var id = AssignmentId.New();
        Assert.Equal(HttpStatusCode.SeeOther, (await town.InviteAsync(siiri, town.Today.AddDays(20), id: id)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.InviteAsync(siiri, town.Today.AddDays(20), id: id)).StatusCode);
        Assert.Single(await house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Population == Population.Partner).ToListAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_space_that_one_does_not_keep_or_that_is_not_for_outsiders_is_not_given(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database, invite: 0);
        var house = town.House;
        var (open, secret) = (await house.Town.SpaceAsync("Tori", Tupa.Spaces.Confidentiality.Open, town.Siiri), await house.Town.SpaceAsync("Salainen", Tupa.Spaces.Confidentiality.Confidential, town.Siiri));
        var strange = await house.Town.SpaceAsync("Kain tila", Tupa.Spaces.Confidentiality.Members, town.Kai);
        using var siiri = await house.SignedInAsync(town.Siiri);

        var offered = (await siiri.PageAsync("/me/partners/new")).QuerySelectorAll("input[name=place]").Select(p => p.GetAttribute("value")).Order(StringComparer.Ordinal);
        Assert.Equal(new[] { $"{town.Bridge.Id}", $"{town.Other.Id}" }.Order(StringComparer.Ordinal), offered);

        var places = new[] { open, secret, strange }.Select(s => ("place", $"{s.Id}"));
        using var answer = await siiri.PostAsync("/me/partners", [
            ("id", $"{AssignmentId.New()}"), ("given-name", "Roope"), ("family-name", "Järvelin"), ("email", "roope@silta.example"), ("organisation", "Silta Oy"), ("contract", "1"),
            ("purpose", "Hanke"), ("last-day", PartnerTown.Iso(town.Today.AddDays(9))), .. places]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Empty(await house.ReadAsync(db => db.Set<GroupMember>().Where(m => m.Because == Because.Grant && db.Set<Assignment>().Any(a => a.Person == m.Person && a.Population == Population.Partner)).ToListAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_renewal_has_a_reason_and_a_day_within_a_year_and_the_places_go_on_with_it(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database, invite: 40);
        var house = town.House;
        house.Clock.Move(TimeSpan.FromDays(5));
        using var siiri = await house.SignedInAsync(town.Siiri);
        using var kai = await house.SignedInAsync(town.Kai);

        Assert.Equal(HttpStatusCode.NotFound, (await town.RenewAsync(kai, town.Today.AddDays(100))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.RenewAsync(siiri, town.Today.AddDays(100), reason: " ")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.RenewAsync(siiri, town.Today.AddMonths(12).AddDays(1))).StatusCode);
        var id = SponsorshipId.New();
        Assert.Equal(HttpStatusCode.SeeOther, (await town.RenewAsync(siiri, town.Today.AddDays(300), id: id)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.RenewAsync(siiri, town.Today.AddDays(300), id: id)).StatusCode);

        var until = Helsinki.EndOf(town.Today.AddDays(300));
        Assert.Equal(until, await town.UntilAsync());
        Assert.Equal(until, await house.ReadAsync(db => db.Set<GroupMember>().Where(m => m.Person == town.Pirjo && m.Group == town.Bridge.Members).Select(m => m.UntilUtc).SingleAsync()));
        var history = (await siiri.PageAsync($"/me/partners/{town.Partner}")).QuerySelector("#history")!.TextContent;
        foreach (var words in new[] { "Silta jatkuu", "Siiri Salo", PartnerText.Of(SponsorshipKind.Renewed).Fi, PartnerText.Of(SponsorshipKind.Invited).Fi, Say.Day(town.Today) }) Assert.Contains(words, history, StringComparison.Ordinal);
        Assert.Contains("register.partner.renewed", await house.AuditedAsync());
        house.Clock.Move(TimeSpan.FromDays(100));
        Assert.Equal([town.Bridge.Members], await town.SpacesAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_sponsor_ends_it_at_once_and_may_bring_the_partner_back(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        var house = town.House;
        using var siiri = await house.SignedInAsync(town.Siiri);

        Assert.Equal(HttpStatusCode.SeeOther, (await siiri.PostAsync($"/me/partners/{town.Partner}/end", [])).StatusCode);
        Assert.False(await town.IsInAsync());
        Assert.Empty(await town.SpacesAsync());
        Assert.Contains("Päättynyt", (await siiri.PageAsync("/me/partners")).Body!.TextContent, StringComparison.Ordinal);

        house.Clock.Move(TimeSpan.FromDays(3));
        using var later = await house.SignedInAsync(town.Siiri);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.RenewAsync(later, town.Today.AddDays(60))).StatusCode);
        Assert.True(await town.IsInAsync());
        Assert.Equal([town.Bridge.Members], await town.SpacesAsync());
        Assert.True(await house.ReadAsync(db => db.Set<Account>().AnyAsync(a => a.Person == town.Pirjo)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Sponsor_and_deputy_are_reminded_at_30_7_and_1_days_once_each_and_not_of_one_already_renewed(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database, invite: 40, deputy: true);
        var house = town.House;
        foreach (var (days, told) in new[] { (9, 0), (1, 1), (10, 1), (13, 2), (5, 2), (1, 3) })
        {
            house.Clock.Move(TimeSpan.FromDays(days));
            await RemindAsync(house);
            await RemindAsync(house);
            Assert.Equal((told, told), (await ToldAsync(house, town.Siiri), await ToldAsync(house, town.Kai)));
        }

        using var siiri = await house.SignedInAsync(town.Siiri);
        var inbox = await siiri.PageAsync("/notifications");
        Assert.Contains($"Pirjo Kumppani: kumppanin pääsy päättyy {Say.Day(town.Today.AddDays(1))}", inbox.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.RenewAsync(siiri, town.Today.AddDays(90))).StatusCode);
        Assert.Equal(0, await ToldAsync(house, town.Siiri));
        house.Clock.Move(TimeSpan.FromDays(2));
        await RemindAsync(house);
        Assert.Equal(0, await ToldAsync(house, town.Siiri));
    }

    private static Task RemindAsync(TestHouse house) => house.InAsync((SponsorWatch watch) => watch.RunAsync(default));

    private static Task<int> ToldAsync(TestHouse house, PersonId person) =>
        house.ReadAsync(db => db.Set<NoticeRow>().CountAsync(n => n.Person == person && n.Kind == NoticeKind.PartnerEnds));
}
