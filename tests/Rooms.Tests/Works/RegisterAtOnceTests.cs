using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>An impatient finger on the pages of supervisors, sponsors, disclosures, corrections and sources: done once, and answered alike as often as it clicks.</summary>
public sealed class RegisterAtOnceTests
{
    private const int Times = 6;

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Supervisors_make_move_confirm_and_end_once(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var house = town.House;
        var round = ConfirmationRound.Of(town.Today).Next;
        house.Clock.StopAt(Helsinki.ToUtc(round.Opens.AddDays(2).ToDateTime(new TimeOnly(9, 0))));
        using var helka = await town.AsAsync(town.Helka);

        var locations = await AtOnceAsync(async _ =>
        {
            using var answer = await town.ProposeAsync(helka, Colleague);
            return $"{(int)answer.StatusCode} {answer.Headers.Location}";
        });
        Assert.Single(locations.Distinct());
        var uuno = (await town.PersonAsync("uuno.uusi"))!.Value;
        var first = Assert.Single(await town.AssignmentsAsync(uuno)).Id;

        var kai = await house.AssignmentAsync(town.Kai);
        await ClickAsync(helka, "/me/people/confirmation", ("round", TeamTown.Day(round.Opens)), ("assignment", $"{kai}"));
        var fresh = AssignmentId.New();
        await ClickAsync(helka, $"/me/people/{first}/placement", ("id", $"{fresh}"), ("unit", $"{town.Archive}"), ("duty", "kirjastonhoitaja"), ("from", TeamTown.Day(town.Today)));
        Assert.Equal(fresh, Assert.Single(await town.AssignmentsAsync(uuno)).Id);
        await ClickAsync(helka, $"/me/people/{fresh}/last-day", ("lastDay", TeamTown.Day(town.Today.AddDays(9))));
        await ClickAsync(helka, $"/me/people/{fresh}/end", ("when", "now"));
        Assert.Empty(await town.AssignmentsAsync(uuno));

        var audited = await house.AuditedAsync();
        foreach (var (deed, times) in new[] { ("register.colleague.proposed", 1), ("register.person.added", 1), ("register.assignment.confirmed", 1), ("register.assignment.begun", 2), ("register.assignment.ended", 3) })
            Assert.True(times == audited.Count(a => a == deed), $"{deed}: {audited.Count(a => a == deed)}");
        Assert.DoesNotContain(audited, a => a.EndsWith(" refused", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_extension_waits_however_many_ask_and_is_decided_or_withdrawn_but_not_both(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var (house, last) = (town.House, town.Today.AddDays(20));
        using var helka = await town.AsAsync(town.Helka);
        var steward = await house.Town.StaffAsync("Lauri Lähde");
        await house.EmpowerAsync(steward, AuthorityKind.SourceSteward, nameof(Source.Ldap));
        for (var round = 0; round < 4; round++)
        {
            var person = await house.Town.StaffAsync($"Outi Salmela{round}");
            await house.EndAsync(Instants.Whole(house.Now), person);
            var duty = await house.BeginAsync(house.Told(person, town.Library) with { Source = Source.Ldap, LastDay = last });
            await AtOnceAsync(i => house.InAsync((ExtensionActions e) => e.ProposeAsync(ExtensionId.New(), duty, last.AddDays(30 + i), "Työ jatkuu", Actor.Of(town.Helka))));
            var id = await house.ReadAsync(db => db.Set<Extension>().Where(e => e.Assignment == duty).Select(e => e.Id).SingleAsync());

            var answers = await AtOnceAsync(i => i % 2 == 0
                ? house.InAsync((ExtensionActions e) => e.DecideAsync(id, true, Actor.Of(steward)))
                : house.InAsync((ProposalActions p) => p.WithdrawAsync(id.Value, Actor.Of(town.Helka))));
            var (state, day) = (
                await house.ReadAsync(db => db.Set<Extension>().Where(e => e.Id == id).Select(e => e.State).SingleAsync()),
                await house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Id == duty).Select(a => a.LastDay).SingleAsync()));
            Assert.True(state == (day == last ? ExtensionState.Withdrawn : ExtensionState.Done), $"{state} and {day}");
            Assert.All(answers, a => Assert.True(a is null || a.Reason == ProposalText.Decided));

            // What was taken back may be taken back again; what was decided says so, to everyone who asks.
            await ClickAsync(helka, $"/me/people/proposals/{id}/end", state == ExtensionState.Withdrawn ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity);
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Sponsors_invite_renew_open_close_take_over_and_end_once(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database, invite: 0);
        var house = town.House;
        using var siiri = await house.SignedInAsync(town.Siiri);
        using var kai = await house.SignedInAsync(town.Kai);
        var (id, agreed) = (AssignmentId.New(), town.Today.AddDays(100));
        var invited = await AtOnceAsync(async _ =>
        {
            using var answer = await town.InviteAsync(siiri, agreed, deputy: "Kai Virta", id: id);
            return (int)answer.StatusCode;
        });
        Assert.All(invited, status => Assert.Equal(303, status));
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.Population == Population.Partner)));

        var path = $"/me/partners/{id}";
        await ClickAsync(siiri, $"{path}/renewal", ("id", $"{SponsorshipId.New()}"), ("lastDay", PartnerTown.Iso(agreed.AddDays(50))), ("reason", "Silta jatkuu"));
        await ClickAsync(siiri, $"{path}/places", ("place", $"{town.Other.Id}"));
        await ClickAsync(siiri, $"{path}/places/{town.Bridge.Id}/end");
        Assert.Equal([town.Other.Members], await town.SpacesAsync());
        await ClickAsync(siiri, $"{path}/deputy", ("deputy", "Kai Virta"));
        await ClickAsync(kai, $"{path}/sponsor", ("id", $"{SponsorshipId.New()}"));
        Assert.Equal(town.Kai, await town.SponsorAsync());
        await ClickAsync(kai, $"{path}/end");
        Assert.False(await town.IsInAsync());

        var audited = await house.AuditedAsync();
        foreach (var deed in new[] { "register.partner.invited", "register.partner.renewed", "register.partner.taken-over", "register.partner.ended", "spaces.member.removed" })
            Assert.True(1 == audited.Count(a => a == deed), $"{deed}: {audited.Count(a => a == deed)}");
        Assert.Equal(2, audited.Count(a => a == "spaces.member.added"));
        Assert.DoesNotContain(audited, a => a.EndsWith(" refused", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_list_is_one_row_and_nobody_takes_more_than_the_hour_allows(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var admin = await house.SignedInAsync(await house.AdministratorAsync("Rauni Rekisteri", "A"));
        await house.Town.StaffAsync("Aino Mäkelä");
        await ClickAsync(admin, "/register/disclosures", HttpStatusCode.OK, ("id", $"{Guid.CreateVersion7()}"), ("purpose", "Varautuminen"), ("column", "phone"));
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Disclosure>().CountAsync()));

        var statuses = await AtOnceAsync(async i =>
        {
            using var answer = await admin.PostAsync("/register/disclosures", ("id", $"{Guid.CreateVersion7()}"), ("purpose", $"Tarve {i}"), ("column", "phone"));
            return (int)answer.StatusCode;
        }, 9);
        Assert.Equal(DisclosureActions.MostInHour - 1, statuses.Count(s => s == 200));
        Assert.Equal(DisclosureActions.MostInHour, await house.ReadAsync(db => db.Set<Disclosure>().CountAsync()));
        Assert.All(statuses, s => Assert.True(s is 200 or 422, $"{s}"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_correction_is_asked_and_answered_once_whatever_the_answer(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var house = await town.House.ServeAsync();
        await town.ImportAsync(new([town.Staff("a", "Aino Mäki")]));
        var aino = (await town.RecordAsync("a")).Person!.Value;
        using var own = await house.SignedInAsync(aino);
        var steward = await house.Town.StaffAsync("Eero Lahti");
        await house.EmpowerAsync(steward, AuthorityKind.SourceSteward, nameof(Source.Supervisors));
        using var answers = await house.SignedInAsync(steward);

        foreach (var deed in new[] { "correct", "decline", "close" })
        {
            var id = Guid.CreateVersion7();
            await ClickAsync(own, "/me/corrections", ("id", $"{id}"), ("which", "A.organisation"), ("said", "Olen uimahallissa"));
            await ClickAsync(answers, $"/register/corrections/{id}/answer", ("source", "Supervisors"), ("deed", deed), ("value", "Uimahalli"), ("answer", "Kiitos"));
        }

        var audited = await house.AuditedAsync();
        Assert.Equal(3, await house.ReadAsync(db => db.Set<Correction>().CountAsync()));
        Assert.Equal(3, audited.Count(a => a == "register.correction.asked"));
        foreach (var deed in new[] { "register.card.corrected", "register.correction.declined", "register.correction.settled" }) Assert.Single(audited, a => a == deed);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Stewards_decide_on_batches_questions_and_keys_once(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var house = await town.House.ServeAsync();
        var steward = await house.Town.StaffAsync("Eero Lahti");
        foreach (var source in new[] { Source.Supervisors, Source.Scim }) await house.EmpowerAsync(steward, AuthorityKind.SourceSteward, source.ToString(), factor: source == Source.Scim);
        using var decides = await house.SignedInAsync(steward);

        var sent = await town.ReceiveAsync(new([town.Staff("a", "Aino Mäki", "aino.maki")]));
        await town.RunAsync(sent);
        await ClickAsync(decides, $"/register/batches/{sent}/approval", ("reason", "Hyvä"));
        await house.RunJobsAsync();
        var back = await town.ReceiveAsync(new([town.Staff("a", "Aino Mäki", "aino.maki"), town.Staff("b", "Börje Berg")]));
        await town.RunAsync(back);
        await ClickAsync(decides, $"/register/batches/{back}/rejection", ("reason", "Väärä tiedosto"));

        await town.ImportAsync(new([town.Staff("a", "Aino Mäki", "aino.maki"), town.Staff("c", "Toinen Nimi", "aino.maki")]));
        var question = await house.ReadAsync(db => db.Set<SameTask>().AsNoTracking().SingleAsync());

        // One person says it, however often, and a second one is waited for.
        await ClickAsync(decides, $"/register/same/{question.Id}/parting");
        Assert.Equal(SameState.Open, await house.ReadAsync(db => db.Set<SameTask>().Select(t => t.State).SingleAsync()));
        var second = await house.Town.StaffAsync("Outi Toinen");
        await house.EmpowerAsync(second, AuthorityKind.SourceSteward, nameof(Source.Supervisors));
        using (var confirms = await house.SignedInAsync(second)) await ClickAsync(confirms, $"/register/same/{question.Id}/parting");
        Assert.Equal(SameState.Apart, await house.ReadAsync(db => db.Set<SameTask>().Select(t => t.State).SingleAsync()));

        using var made = await decides.PostAsync("/register/sources/scim/keys", ("name", "Entra"), ("lastDay", TeamTown.Day(town.Today.AddDays(30))));
        var key = await house.ReadAsync(db => db.Set<ScimKey>().Select(k => k.Id).SingleAsync());
        await ClickAsync(decides, $"/register/sources/scim/keys/{key}/end");

        var audited = await house.AuditedAsync();
        foreach (var deed in new[] { "register.batch.approved", "register.batch.rejected", "register.same.said", "register.scim.key.ended" })
            Assert.True(1 == audited.Count(a => a == deed), $"{deed}: {audited.Count(a => a == deed)}");
    }

    private static readonly Guid Colleague = Guid.CreateVersion7();

    private static Task ClickAsync(HttpClient browser, string path, params (string, string)[] form) => ClickAsync(browser, path, HttpStatusCode.SeeOther, form);

    private static async Task ClickAsync(HttpClient browser, string path, HttpStatusCode status, params (string, string)[] form)
    {
        var answers = await AtOnceAsync(async _ =>
        {
            using var answer = await browser.PostAsync(path, form);
            return answer.StatusCode;
        });
        Assert.True(answers.All(a => a == status), $"{path}: {string.Join(", ", answers)}");
    }

    private static Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> deed, int times = Times) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Run(() => deed(i))));
}
