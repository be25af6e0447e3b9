using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>An invitation by an address that somebody has waits for two who tell whether it is them, and tells the inviter nothing.</summary>
public sealed class WaitingInvitationTests
{
    private const string Known = "pekka.entinen@kuusisalmi.example";

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_inviter_learns_nothing_and_two_who_say_it_is_the_same_let_it_go_on_for_that_person(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database, invite: 0);
        var house = town.House;
        var (pekka, id) = (await house.Town.StaffAsync("Pekka Entinen"), AssignmentId.New());
        using var siiri = await house.SignedInAsync(town.Siiri);

        for (var time = 0; time < 2; time++)
        {
            using var asked = await InviteAsync(town, siiri, id);
            Assert.Equal("/me/partners/waiting", asked.Headers.Location?.OriginalString);
        }

        var page = (await siiri.PageAsync("/me/partners/waiting")).Body!.TextContent;
        Assert.Contains("Pirjo Kumppani", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Entinen", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await siiri.GetAsync($"/me/partners/{id}")).StatusCode);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.Population == Population.Partner)));

        await TellAsync(town, "binding");

        await house.ReadAsync(async db =>
        {
            var assignment = await db.Set<Assignment>().SingleAsync(a => a.Id == id);
            Assert.Equal((pekka, town.Today.AddDays(30)), (assignment.Person, assignment.LastDay));
            Assert.Equal(pekka, await db.Set<SourceRecord>().Where(r => r.Source == Source.Sponsors).Select(r => r.Person).SingleAsync());
            Assert.Equal("KS/1/2026", await db.Set<Sponsorship>().Where(s => s.Assignment == id).Select(s => s.ContractReference).SingleAsync());
            Assert.True(await db.Set<GroupMember>().AnyAsync(m => m.Person == pekka && m.Group == town.Bridge.Members && m.Cause == id.Value));
            Assert.Equal(0, await db.Set<WaitingInvitation>().CountAsync());
            return true;
        });
        Assert.Contains("Pekka", (await siiri.PageAsync($"/me/partners/{id}")).QuerySelector("h1")!.TextContent + (await siiri.PageAsync("/me/partners")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Somebody_else_comes_in_anew_and_what_nobody_answers_lapses_on_its_day(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database, invite: 0);
        var house = town.House;
        var (pekka, id, late) = (await house.Town.StaffAsync("Pekka Entinen"), AssignmentId.New(), AssignmentId.New());
        using var siiri = await house.SignedInAsync(town.Siiri);
        using (await InviteAsync(town, siiri, id)) await TellAsync(town, "parting");

        var pirjo = await house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Id == id).Select(a => a.Person).SingleAsync());
        Assert.NotEqual(pekka, pirjo);
        Assert.Equal(("Pirjo", Known), await house.ReadAsync(async db => await db.Set<CardA>().SingleAsync(c => c.Person == pirjo) is var card ? (card.GivenName, card.Email) : default));
        Assert.NotNull(await house.ReadAsync(db => db.Set<CardA>().Where(c => c.Person == pirjo).Select(c => c.UserId).SingleAsync()));

        (await InviteAsync(town, siiri, late)).Dispose();
        Assert.Equal(1, await house.ReadAsync(db => db.Set<WaitingInvitation>().CountAsync()));
        house.Clock.Move(TimeSpan.FromDays(31));
        await house.InAsync((SponsorWatch watch) => watch.RunAsync(default));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<WaitingInvitation>().CountAsync()));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<SameTask>().CountAsync(t => t.State == SameState.Open)));
        Assert.Contains("register.partner.lapsed", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_inviter_is_never_the_own_partner(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database, invite: 0);
        var house = town.House;
        var id = AssignmentId.New();
        using var siiri = await house.SignedInAsync(town.Siiri);
        (await InviteAsync(town, siiri, id, "siiri.salo@kuusisalmi.example")).Dispose();

        var last = await TellAsync(town, "binding", HttpStatusCode.UnprocessableEntity);

        Assert.Contains(PartnerText.OwnSponsor.Fi, last, StringComparison.Ordinal);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.Id == id)));
    }

    /// <summary>Two who administer the register say the same; the second answer's page.</summary>
    private static async Task<string> TellAsync(PartnerTown town, string told, HttpStatusCode last = HttpStatusCode.SeeOther)
    {
        var task = await town.House.ReadAsync(db => db.Set<SameTask>().Where(t => t.State == SameState.Open).Select(t => t.Id).SingleAsync());
        var said = "";
        foreach (var name in new[] { "Rauni Rekisteri", "Outi Toinen" })
        {
            using var browser = await town.House.SignedInAsync(await town.House.AdministratorAsync(name, "A"));
            using var answer = await browser.PostAsync($"/register/same/{task}/{told}");
            Assert.Equal(name == "Outi Toinen" ? last : HttpStatusCode.SeeOther, answer.StatusCode);
            said = (await answer.DocumentAsync()).Body?.TextContent ?? "";
        }

        return said;
    }

    private static Task<HttpResponseMessage> InviteAsync(PartnerTown town, HttpClient browser, AssignmentId id, string email = Known) => browser.PostAsync(
        "/me/partners", ("id", $"{id}"), ("given-name", "Pirjo"), ("family-name", "Kumppani"), ("email", email), ("organisation", "Siltarakenne Oy"),
        ("contract", "KS/1/2026"), ("purpose", "Sillan suunnittelu"), ("last-day", PartnerTown.Iso(town.Today.AddDays(30))), ("place", $"{town.Bridge.Id}"), ("deputy", ""));
}
