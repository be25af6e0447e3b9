using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/me/people/proposals: what a supervisor has proposed and nobody has decided, and a way to take it back.</summary>
public sealed class ProposalTests(VisitedTowns towns)
{
    private const string Path = "/me/people/proposals";

    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, ProposalText.None.Fi, ProposalText.Withdraw.Fi),
        new(Guest.Pupil, 200, ProposalText.None.Fi, ProposalText.Withdraw.Fi),
        new(Guest.Partner, 200, ProposalText.None.Fi, ProposalText.Withdraw.Fi),
        new(Guest.Administrator, 200, ProposalText.None.Fi, ProposalText.Withdraw.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Whoever_has_proposed_nothing_sees_that_nothing_waits(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, Path, status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_colleague_who_may_be_somebody_here_waits_with_state_and_decider_and_is_taken_back(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        using var helka = await town.AsAsync(town.Helka);
        using var matti = await town.AsAsync(town.Matti);
        using var sent = await town.ProposeAsync(helka, Guid.CreateVersion7(), ("userId", "matti.museo"), ("email", ""));
        Assert.Equal("/me/people?show=waits", $"{sent.Headers.Location}");
        Assert.NotNull((await helka.PageAsync("/me/people?show=waits")).QuerySelector($"main a[href='{Path}']"));

        var page = (await helka.PageAsync(Path)).Body!.TextContent;
        foreach (var words in new[] { "Uuno Uusi", ProposalText.WaitsTwo.Fi, ProposalText.StewardsOf(Source.Supervisors).Fi, "Kirjasto", ProposalText.Since.Fi })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(ProposalText.None.Fi, (await matti.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);

        var question = await town.House.ReadAsync(db => db.Set<SameTask>().AsNoTracking().SingleAsync());
        using var steward = await town.AsAsync(await town.StewardAsync());
        using var answered = await steward.PostAsync($"/register/same/{question.Id}/parting");
        Assert.Contains(ProposalText.WaitsOne.Fi, (await helka.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);

        using var stranger = await matti.PostAsync($"{Path}/{question.Record}/end");
        using var never = await matti.PostAsync($"{Path}/{Guid.CreateVersion7()}/end");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stranger.StatusCode, never.StatusCode));
        using var taken = await helka.PostAsync($"{Path}/{question.Record}/end");
        using var twice = await helka.PostAsync($"{Path}/{question.Record}/end");
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (taken.StatusCode, twice.StatusCode));

        Assert.Contains(ProposalText.None.Fi, (await helka.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await town.House.AuditedAsync(), d => d == "register.colleague.withdrawn");
        await town.House.InAsync((FeedSweep sweep) => sweep.RunAsync(default));
        Assert.Equal(0, await town.House.ReadAsync(async db => await db.Set<SameTask>().CountAsync() + await db.Set<SourceRecord>().CountAsync(r => r.Feed == TeamRecords.Feed)));
        Assert.Null(await town.PersonAsync("uuno.uusi"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_extension_is_seen_by_whoever_made_it_and_whoever_answers_now_and_neither_can_undo_a_decision(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var (house, last) = (town.House, town.Today.AddDays(20));
        await house.EndAsync(Instants.Whole(house.Now), town.Kai);
        var kai = await house.BeginAsync(house.Told(town.Kai, town.Library) with { Source = Source.Ldap, LastDay = last });
        using var helka = await town.AsAsync(town.Helka);
        using var matti = await town.AsAsync(town.Matti);
        var (first, second) = (ExtensionId.New(), ExtensionId.New());
        await ProposeAsync(first);

        // Another heads the unit now: both see it, and the one who came takes it back.
        await house.HeadAsync(town.Library, town.Matti);
        foreach (var browser in new[] { helka, matti })
        {
            var page = (await browser.PageAsync(Path)).Body!.TextContent;
            Assert.Contains("Kai Virta", page, StringComparison.Ordinal);
            Assert.Contains(ProposalText.StewardsOf(Source.Ldap).Fi, page, StringComparison.Ordinal);
        }

        Assert.Contains("Helka Pomo", (await matti.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);
        using var mayor = await town.AsAsync(town.Mayor);
        Assert.Equal(HttpStatusCode.NotFound, (await mayor.PostAsync($"{Path}/{first}/end")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await matti.PostAsync($"{Path}/{first}/end")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await helka.PostAsync($"{Path}/{first}/end")).StatusCode);
        Assert.Equal(ExtensionState.Withdrawn, await StateAsync(first));
        Assert.Single(await house.AuditedAsync(), d => d == "register.extension.withdrawn");

        // Withdrawn, another may be made; decided, it stays decided.
        await house.HeadAsync(town.Library, town.Helka);
        await ProposeAsync(second);
        var steward = await house.Town.StaffAsync("Lauri Lähde");
        await house.WriteAsync(async db => db.Add(new Authority
        {
            Id = AuthorityId.New(),
            Assignment = await db.Set<Assignment>().Where(a => a.Person == steward).Select(a => a.Id).SingleAsync(),
            Kind = AuthorityKind.SourceSteward,
            Scope = nameof(Source.Ldap),
            FromUtc = house.Now.AddDays(-1),
            UntilUtc = house.Now.AddDays(100),
        }));
        Assert.Null(await house.InAsync((ExtensionActions e) => e.DecideAsync(first, true, Actor.Of(steward))));
        Assert.Equal(ExtensionState.Withdrawn, await StateAsync(first));
        Assert.Null(await house.InAsync((ExtensionActions e) => e.DecideAsync(second, true, Actor.Of(steward))));
        using var late = await helka.PostAsync($"{Path}/{second}/end");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains(ProposalText.Decided.Fi, (await late.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(last.AddDays(30), await house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Id == kai).Select(a => a.LastDay).SingleAsync()));

        async Task ProposeAsync(ExtensionId id) => Assert.Null(await house.InAsync((ExtensionActions e) => e.ProposeAsync(id, kai, last.AddDays(30), "Työ jatkuu", Actor.Of(town.Helka))));
        Task<ExtensionState> StateAsync(ExtensionId id) => house.ReadAsync(db => db.Set<Extension>().Where(e => e.Id == id).Select(e => e.State).SingleAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_steward_who_heads_is_shown_where_more_waits(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        using var helka = await town.AsAsync(town.Helka);
        Assert.DoesNotContain(ProposalText.ForYouLead.Fi, (await helka.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);
        using var steward = await town.AsAsync(await town.StewardAsync());
        Assert.Contains(ProposalText.ForYouLead.Fi, (await steward.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);
    }
}
