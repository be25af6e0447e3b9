using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Twice a year heads confirm their people.</summary>
public sealed class TeamConfirmationTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, ConfirmationText.NobodyTitle.Fi, ConfirmationText.Confirm.Fi),
        new(Guest.Pupil, 200, ConfirmationText.NobodyTitle.Fi, ConfirmationText.Confirm.Fi),
        new(Guest.Partner, 200, ConfirmationText.NobodyTitle.Fi, ConfirmationText.Confirm.Fi),
        new(Guest.Elected, 200, ConfirmationText.NobodyTitle.Fi, ConfirmationText.Confirm.Fi),
        new(Guest.Administrator, 200, ConfirmationText.NobodyTitle.Fi, ConfirmationText.Confirm.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task A_round_asks_of_ones_own_people_alone(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/people/confirmation", status, shows, hides);

    [Theory]
    [InlineData("2026-03-31", "2025-10-01", false)]
    [InlineData("2026-04-01", "2026-04-01", true)]
    [InlineData("2026-04-30", "2026-04-01", true)]
    [InlineData("2026-05-01", "2026-04-01", false)]
    [InlineData("2026-10-30", "2026-10-01", true)]
    [InlineData("2026-10-31", "2026-10-01", false)]
    public void A_round_lasts_thirty_days(string today, string opens, bool open)
    {
        var round = ConfirmationRound.Of(DateOnly.Parse(today, CultureInfo.InvariantCulture));
        Assert.Equal((DateOnly.Parse(opens, CultureInfo.InvariantCulture), open), (round.Opens, round.IsOpen(DateOnly.Parse(today, CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("2026-10-01", 7, null)]
    [InlineData("2026-10-01", 9, "Opened")]
    [InlineData("2026-10-15", 9, "Opened")]
    [InlineData("2026-10-16", 9, "Fortnight")]
    [InlineData("2026-10-27", 9, "ThreeDays")]
    [InlineData("2026-10-30", 9, "ThreeDays")]
    [InlineData("2026-10-31", 9, null)]
    public void Each_reminder_has_its_days(string day, int hour, string? stage)
    {
        var now = Helsinki.ToUtc(DateOnly.Parse(day, CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(hour, 0)));
        Assert.Equal(stage, ConfirmationRounds.Due(ConfirmationRound.Of(Helsinki.Day(now)), now)?.ToString());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Heads_are_asked_three_times_until_they_have_confirmed_and_what_is_missing_is_counted(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var steward = await town.StewardAsync();

        // Of one who is in no space the frame asks a second time.
        await town.House.Town.SpaceAsync("Johtoryhmä", Confidentiality.Members, town.Mayor, steward);
        var round = ConfirmationRound.Of(town.Today).Next;
        await AtAsync(town, round.Opens);
        Assert.Equal(1, await AskedAsync(town, town.Helka));
        Assert.Equal(1, await AskedAsync(town, town.Mayor));

        using var helka = await town.AsAsync(town.Helka);
        Assert.Contains(ConfirmationText.By(round.LastDay).Fi, (await helka.PageAsync("/me/people")).Body!.TextContent, StringComparison.Ordinal);
        var page = await helka.PageAsync("/me/people/confirmation");
        Assert.Contains("Kai Virta", page.Body!.TextContent, StringComparison.Ordinal);
        var kai = page.QuerySelector("input[name=assignment]")!.GetAttribute("value")!;
        Assert.Equal(kai, (await town.House.AssignmentAsync(town.Kai)).ToString());
        Assert.Contains(ConfirmationText.Wanted(round.LastDay).Fi, (await helka.PageAsync("/notifications")).Body!.TextContent, StringComparison.Ordinal);
        using var mayor = await town.AsAsync(town.Mayor);
        foreach (var address in new[] { "/me/people", "/me/people/confirmation" }) await CostsAsync(town, mayor, address);
        Assert.Equal(HttpStatusCode.SeeOther, (await ConfirmAsync(mayor, round, kai)).StatusCode);
        Assert.Equal(0, await town.House.ReadAsync(db => db.Set<TeamConfirmation>().CountAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ConfirmAsync(helka, new(round.Opens.AddMonths(-6)), kai)).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await ConfirmAsync(helka, round, kai)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ConfirmAsync(helka, round, kai)).StatusCode);
        Assert.Equal(1, await town.House.ReadAsync(db => db.Set<TeamConfirmation>().CountAsync(c => c.ConfirmedBy == town.Helka)));
        Assert.Single(await town.House.AuditedAsync(), d => d == "register.assignment.confirmed");
        Assert.Contains(ConfirmationText.AllTitle.Fi, (await helka.PageAsync("/me/people/confirmation")).Body!.TextContent, StringComparison.Ordinal);

        await AtAsync(town, round.LastDay.AddDays(-14));
        await AtAsync(town, round.LastDay.AddDays(-3));
        await AtAsync(town, round.LastDay.AddDays(1));
        Assert.Equal((1, 3), (await AskedAsync(town, town.Helka), await AskedAsync(town, town.Mayor)));

        // The mayor has not: Helka, Matti and the steward, of whom nobody nearer answers.
        using var keeper = await town.AsAsync(steward);
        await CostsAsync(town, keeper, "/register/sources/Supervisors");
        Assert.Contains("3 tehtävää ei ole vahvistettu", (await keeper.PageAsync("/register/sources/Supervisors")).Body!.TextContent, StringComparison.Ordinal);
        using var late = await town.AsAsync(town.Mayor);
        var missing = (await late.PageAsync("/me/people/confirmation")).QuerySelectorAll("input[name=assignment]").Select(i => i.GetAttribute("value")!).ToArray();
        Assert.Equal(HttpStatusCode.SeeOther, (await ConfirmAsync(late, round, missing)).StatusCode);
        Assert.Contains(ConfirmationText.AllTitle.Fi, (await keeper.PageAsync("/register/sources/Supervisors")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_confirmation_goes_with_the_assignment_and_forgets_who_said_it(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var round = ConfirmationRound.Of(town.Today).Next;
        town.House.Clock.StopAt(Helsinki.ToUtc(round.Opens.ToDateTime(new TimeOnly(9, 0))));
        var kai = await town.House.AssignmentAsync(town.Kai);
        Assert.Null(await town.House.InAsync((ConfirmationActions c) => c.ConfirmAsync(round.Opens, [kai], Actor.Of(town.Helka))));

        await EraseAsync(town, town.Helka);
        Assert.Null((await town.House.ReadAsync(db => db.Set<TeamConfirmation>().AsNoTracking().SingleAsync())).ConfirmedBy);
        await EraseAsync(town, town.Kai);
        Assert.Equal(0, await town.House.ReadAsync(db => db.Set<TeamConfirmation>().CountAsync()));
    }

    private static Task<int> EraseAsync(TeamTown town, PersonId person) => town.House.InAsync((IServiceProvider services) => services.GetRequiredService<Writing>().RunAsync(async () =>
    {
        var rooms = services.GetServices<IPersonalData>().ToList();
        var register = rooms.Single(r => r.Tables.Contains("register_confirmations"));
        foreach (var room in rooms.AsEnumerable().Reverse().Where(r => r != register)) await room.EraseAsync(person, default);
        await services.GetRequiredService<TupaDb>().Set<Audit.AliasRow>().Where(a => a.Person == person).ExecuteDeleteAsync();
        return await register.EraseAsync(person, default);
    }));

    /// <summary>The morning of the day, with the job run twice.</summary>
    private static async Task AtAsync(TeamTown town, DateOnly day)
    {
        town.House.Clock.StopAt(Helsinki.ToUtc(day.ToDateTime(new TimeOnly(9, 0))));
        await town.House.InAsync((ConfirmationRounds rounds) => rounds.RunAsync(default));
        await town.House.InAsync((ConfirmationRounds rounds) => rounds.RunAsync(default));
    }

    /// <summary>At most six statements at a second visit, for one who has heads below.</summary>
    private static async Task CostsAsync(TeamTown town, HttpClient browser, string address)
    {
        await browser.PageAsync(address);
        var before = town.House.Statements.Sent.Count;
        await browser.PageAsync(address);
        var sent = town.House.Statements.Sent.Skip(before).Where(s => !s.Contains("audit_", StringComparison.Ordinal)).ToList();
        Assert.True(sent.Count is > 2 and <= 6, $"{address}:\n{string.Join("\n\n", sent)}");
    }

    private static Task<int> AskedAsync(TeamTown town, PersonId head) =>
        town.House.ReadAsync(db => db.Set<NoticeRow>().CountAsync(n => n.Person == head && n.Kind == NoticeKind.ConfirmTeam));

    private static Task<HttpResponseMessage> ConfirmAsync(HttpClient browser, ConfirmationRound round, params string[] assignments) =>
        browser.PostAsync("/me/people/confirmation", [("round", TeamTown.Day(round.Opens)), .. assignments.Select(a => ("assignment", a))]);
}
