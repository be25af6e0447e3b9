using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>No partner without a living sponsor: what follows when the sponsor leaves. No job runs in any of these.</summary>
public sealed class SponsorCascadeTests
{
    private static readonly Actor Clerk = Actor.House("test.clerk");

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_sponsor_who_leaves_is_followed_by_the_deputy_no_longer_than_the_deputy_stays(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database, deputy: true);
        var house = town.House;
        await house.EndAsync(Helsinki.EndOf(town.Today.AddDays(100)), town.Kai);

        await house.EndAsync(Instants.Whole(house.Now), town.Siiri);

        Assert.Equal(town.Kai, await town.SponsorAsync());
        Assert.True(await town.IsInAsync());
        Assert.Equal(Helsinki.EndOf(town.Today.AddDays(100)), await town.UntilAsync());
        Assert.Equal(1, await ToldAsync(house, town.Kai));
        using var kai = await house.SignedInAsync(town.Kai);
        Assert.Contains("vastaat kumppanista", (await kai.PageAsync("/notifications")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pirjo Kumppani", (await kai.PageAsync("/me/partners")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("register.sponsorship.passed", await house.AuditedAsync());

        house.Clock.StopAt(Helsinki.EndOf(town.Today.AddDays(100)));
        Assert.False(await town.IsInAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Without_a_deputy_the_head_answers_for_fourteen_days_and_then_the_partner_is_out(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        var house = town.House;
        await house.HeadAsync(town.Unit, town.Kai);
        var last = town.Today.AddDays(14);

        await house.EndAsync(Instants.Whole(house.Now), town.Siiri);

        Assert.Equal((town.Kai, Helsinki.EndOf(last)), (await town.SponsorAsync(), await town.UntilAsync()));
        using var kai = await house.SignedInAsync(town.Kai);
        Assert.Contains($"tilapäinen vastuuhenkilö {Say.Day(last)} asti", (await kai.PageAsync("/notifications")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Tilapäinen vastuuhenkilö {Say.Day(last)} asti", (await kai.PageAsync("/me/partners")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([town.Bridge.Members], await town.SpacesAsync());

        house.Clock.StopAt(Helsinki.EndOf(last).AddSeconds(-1));
        Assert.True(await town.IsInAsync());
        house.Clock.StopAt(Helsinki.EndOf(last));
        Assert.False(await town.IsInAsync());
        Assert.Null(await town.SponsorAsync());
        Assert.Empty(await town.SpacesAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_acting_head_who_takes_over_is_the_sponsor_until_the_agreed_day(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        var house = town.House;
        var agreed = await town.UntilAsync();
        await house.HeadAsync(town.Unit, town.Kai);
        await house.EndAsync(Instants.Whole(house.Now), town.Siiri);
        using var kai = await house.SignedInAsync(town.Kai);

        Assert.Equal(HttpStatusCode.SeeOther, (await town.TakeOverAsync(kai)).StatusCode);

        Assert.Equal((town.Kai, agreed), (await town.SponsorAsync(), await town.UntilAsync()));
        Assert.Contains("register.partner.taken-over", await house.AuditedAsync());
        house.Clock.Move(TimeSpan.FromDays(30));
        Assert.True(await town.IsInAsync());
        Assert.Equal([town.Bridge.Members], await town.SpacesAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task With_neither_the_access_is_shut_at_once_and_opens_when_somebody_takes_over(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        var house = town.House;
        var agreed = await town.UntilAsync();
        var steward = await house.Town.StaffAsync("Outi Salmela");
        using var pirjo = await house.SignedInAsync(town.Pirjo);
        Assert.Equal(HttpStatusCode.OK, (await pirjo.GetAsync($"/spaces/{town.Bridge.Id}")).StatusCode);

        await house.EndAsync(Instants.Whole(house.Now), town.Siiri);

        Assert.False(await town.IsInAsync());
        Assert.Empty(await town.SpacesAsync());
        Assert.NotEqual(HttpStatusCode.OK, (await pirjo.GetAsync($"/spaces/{town.Bridge.Id}")).StatusCode);
        Assert.Contains("register.sponsorship.suspended", await house.AuditedAsync());
        house.Clock.Move(TimeSpan.FromDays(3));
        using var outi = await house.SignedInAsync(steward);
        Assert.Equal(HttpStatusCode.NotFound, (await town.TakeOverAsync(outi)).StatusCode);
        await house.HeadAsync(await house.Town.CityAsync(), steward);
        Assert.Contains("Suljettu", (await outi.PageAsync("/me/partners")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.TakeOverAsync(outi)).StatusCode);

        Assert.Equal((steward, agreed), (await town.SponsorAsync(), await town.UntilAsync()));
        Assert.True(await town.IsInAsync());
        Assert.Equal([town.Bridge.Members], await town.SpacesAsync());
        Assert.Equal([GroupId.Partners], await house.ReadAsync(db => db.Set<GroupMember>()
            .Where(m => m.Person == town.Pirjo && m.Because == Because.Assignment && m.UntilUtc == agreed).Select(m => m.Group).ToListAsync()));
        Assert.True(await house.ReadAsync(db => db.Set<Tupa.Access.Account>().AnyAsync(a => a.Person == town.Pirjo)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_a_steward_ended_meanwhile_does_not_come_back_with_the_access(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        var house = town.House;
        await house.HeadAsync(town.Unit, town.Kai);
        var steward = await house.Town.StaffAsync("Outi Salmela");
        await house.Town.JoinAsync(steward, town.Bridge.Members, (int)Tupa.Spaces.SpaceRole.Steward);
        using var outi = await house.SignedInAsync(steward);
        Assert.Equal(HttpStatusCode.SeeOther, (await outi.PostAsync($"/spaces/{town.Bridge.Id}/members/{town.Pirjo}/end", [])).StatusCode);

        await house.EndAsync(Instants.Whole(house.Now), town.Siiri, town.Kai);
        Assert.False(await town.IsInAsync());
        await house.HeadAsync(town.Unit, steward);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.TakeOverAsync(outi)).StatusCode);

        Assert.True(await town.IsInAsync());
        Assert.Empty(await town.SpacesAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_end_that_moves_earlier_and_back_again_moves_what_follows_it(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        var house = town.House;
        var (agreed, sponsor) = (await town.UntilAsync(), await house.AssignmentAsync(town.Siiri));
        await house.HeadAsync(town.Unit, town.Kai);
        var leaves = town.Today.AddDays(50);

        await MoveAsync(house, sponsor, leaves);
        Assert.Equal((town.Siiri, Helsinki.EndOf(leaves.AddDays(14))), (await town.SponsorAsync(), await town.UntilAsync()));

        await MoveAsync(house, sponsor, leaves.AddDays(10));
        Assert.Equal(Helsinki.EndOf(leaves.AddDays(24)), await town.UntilAsync());

        await MoveAsync(house, sponsor, Helsinki.Open);
        Assert.Equal((town.Siiri, agreed), (await town.SponsorAsync(), await town.UntilAsync()));
        Assert.Single(await house.ReadAsync(db => db.Set<Sponsorship>().ToListAsync()));

        await MoveAsync(house, sponsor, leaves);
        house.Clock.StopAt(Helsinki.EndOf(leaves));
        Assert.Equal(town.Kai, await town.SponsorAsync());
        await house.EndAsync(Instants.Whole(house.Now), town.Kai);
        Assert.False(await town.IsInAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_head_who_comes_before_the_sponsor_leaves_is_found_by_the_watch(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        var house = town.House;
        var leaves = town.Today.AddDays(50);
        await MoveAsync(house, await house.AssignmentAsync(town.Siiri), leaves);
        Assert.Equal(Helsinki.EndOf(leaves), await town.UntilAsync());

        await house.HeadAsync(town.Unit, town.Kai);
        await house.InAsync((SponsorWatch watch) => watch.RunAsync(default));

        Assert.Equal(Helsinki.EndOf(leaves.AddDays(14)), await town.UntilAsync());
        Assert.Equal(1, await ToldAsync(house, town.Kai));
        await house.InAsync((SponsorWatch watch) => watch.RunAsync(default));
        Assert.Equal(1, await ToldAsync(house, town.Kai));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_deputy_is_named_changed_and_may_take_over(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        var house = town.House;
        using var siiri = await house.SignedInAsync(town.Siiri);
        using var kai = await house.SignedInAsync(town.Kai);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await siiri.PostAsync($"/me/partners/{town.Partner}/deputy", ("deputy", "Ei Ketään"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await siiri.PostAsync($"/me/partners/{town.Partner}/deputy", ("deputy", "Kai Virta"))).StatusCode);
        Assert.Contains("Pirjo Kumppani", (await kai.PageAsync("/me/partners")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kai.PostAsync($"/me/partners/{town.Partner}/end", [])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await siiri.PostAsync($"/me/partners/{town.Partner}/deputy", ("deputy", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await town.TakeOverAsync(kai)).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await siiri.PostAsync($"/me/partners/{town.Partner}/deputy", ("deputy", "Kai Virta"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.TakeOverAsync(kai)).StatusCode);
        Assert.Equal(town.Kai, await town.SponsorAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await siiri.GetAsync($"/me/partners/{town.Partner}")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Two_sponsors_who_leave_cost_as_many_statements_as_one(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var unit = await house.Town.UnitAsync("Rakennuttaminen", parent: await house.Town.CityAsync());
        var sponsors = new List<PersonId>();
        for (var i = 0; i < 3; i++)
        {
            sponsors.Add(await house.Town.StaffAsync($"Siiri Salo{i}", unit));
            await house.Town.PartnerAsync($"Pirjo Kumppani{i}", sponsors[i]);
        }

        var one = await CostAsync(house, () => house.EndAsync(Instants.Whole(house.Now), sponsors[0]));
        Assert.Equal(one, await CostAsync(house, () => house.EndAsync(Instants.Whole(house.Now), sponsors[1], sponsors[2])), 6.0);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Whatever_ends_and_moves_nobody_is_in_without_a_living_sponsor(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var dice = new Random(20261126);
        var units = new[] { await house.Town.CityAsync(), await house.Town.UnitAsync("Tekniikka", parent: await house.Town.CityAsync()) };
        var staff = new List<PersonId>();
        for (var i = 0; i < 12; i++) staff.Add(await house.Town.StaffAsync($"Kai Virta{i}", units[i % 2]));
        await house.HeadAsync(units[1], staff[1]);
        for (var i = 0; i < 10; i++) await house.Town.PartnerAsync($"Pirjo Kumppani{i}", staff[dice.Next(staff.Count)]);
        await DeputiesAsync(house, dice, staff);

        for (var turn = 0; turn < 40; turn++)
        {
            var who = await house.AssignmentAsync(staff[dice.Next(staff.Count)]);
            var day = house.Clock.Today().AddDays(dice.Next(0, 60));
            switch (dice.Next(4))
            {
                case 0: await house.InAsync((AssignmentActions actions) => actions.EndAsync([who], Instants.Whole(house.Now), Clerk)); break;
                case 1: await house.InAsync((AssignmentActions actions) => actions.EndAsync([who], Helsinki.EndOf(day), Clerk)); break;
                case 2: await MoveAsync(house, who, day); break;
                default: house.Clock.Move(TimeSpan.FromHours(dice.Next(1, 120))); break;
            }

            for (var ahead = 0; ahead < 100; ahead += 9) Assert.Empty(await OrphansAsync(house, house.Now.AddDays(ahead)));
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_a_random_set_comes_to_at_once_it_comes_to_one_by_one_in_any_order(string database)
    {
        var seed = 20261126;
        for (var round = 0; round < 12; round++, seed++)
        {
            // The same town twice over, in one house, so that the ticks are the same.
            await using var house = await TestHouse.OpenAsync(database);
            var dice = new Random(seed);
            var (atOnce, oneByOne) = (new List<PersonId>(), new List<PersonId>());
            var partners = new List<AssignmentId>[] { [], [] };
            var plan = (Heads: new[] { dice.Next(8), dice.Next(8) }, Sponsors: Enumerable.Range(0, 8).Select(_ => (By: dice.Next(8), Deputy: dice.Next(-4, 8))).ToList());
            foreach (var (called, staff, own) in new[] { ("A", atOnce, partners[0]), ("B", oneByOne, partners[1]) }) await BuildAsync(house, called, staff, own, plan.Heads, plan.Sponsors);
            house.Clock.StopAt(house.Now.AddMinutes(1));

            for (var turn = 0; turn < 4; turn++)
            {
                var some = Enumerable.Range(0, 8).Where(_ => dice.Next(3) == 0).Select(who => (Who: who, Day: house.Clock.Today().AddDays(dice.Next(1, 70)))).ToList();
                var now = Instants.Whole(house.Now);
                if (dice.Next(2) == 0)
                {
                    var at = dice.Next(2) == 0 ? now : Helsinki.EndOf(house.Clock.Today().AddDays(dice.Next(0, 40)));
                    await house.InAsync(async (AssignmentActions actions) => await actions.EndAsync(await OfAsync(house, some.Select(s => atOnce[s.Who])), at, Clerk));
                    foreach (var one in Shuffled(some, dice))
                        await house.InAsync(async (AssignmentActions actions) => await actions.EndAsync(await OfAsync(house, [oneByOne[one.Who]]), at, Clerk));
                }
                else
                {
                    var days = new Dictionary<AssignmentId, DateOnly>();
                    foreach (var one in some) days[await house.AssignmentAsync(atOnce[one.Who])] = one.Day;
                    await house.InAsync((AssignmentActions actions) => actions.MoveEndsAsync(days, now, Clerk));
                    foreach (var one in Shuffled(some, dice)) await MoveAsync(house, await house.AssignmentAsync(oneByOne[one.Who]), one.Day);
                }

                for (var i = 0; i < plan.Sponsors.Count; i++)
                {
                    var (set, single) = (await AnswersAsync(house, partners[0][i], atOnce), await AnswersAsync(house, partners[1][i], oneByOne));
                    Assert.True(set == single, $"seed {seed}, turn {turn}, partner {i}: at once {set}, one by one {single}");
                }

                house.Clock.Move(TimeSpan.FromHours(dice.Next(1, 200)));
            }
        }

        static IEnumerable<T> Shuffled<T>(IEnumerable<T> all, Random dice) => [.. all.OrderBy(_ => dice.Next())];
    }

    private static async Task BuildAsync(TestHouse house, string called, List<PersonId> staff, List<AssignmentId> partners, int[] heads, List<(int By, int Deputy)> sponsors)
    {
        var top = await house.Town.UnitAsync($"Toimiala {called}", UnitKind.Division);
        var unit = await house.Town.UnitAsync($"Yksikkö {called}", parent: top);
        for (var i = 0; i < 8; i++) staff.Add(await house.Town.StaffAsync($"Kai Virta{called}{i}", i % 2 == 0 ? unit : top));
        await house.HeadAsync(top, staff[heads[0]]);
        await house.HeadAsync(unit, staff[heads[1]]);
        foreach (var (by, deputy) in sponsors)
        {
            var partner = await house.Town.PartnerAsync($"Pirjo Kumppani{called}{partners.Count}", staff[by]);
            partners.Add(await house.AssignmentAsync(partner));
            await house.WriteAsync(db => db.Set<Assignment>().Where(a => a.Person == partner).ExecuteUpdateAsync(set => set.SetProperty(a => a.Unit, unit)));
            if (deputy < 0 || deputy == by) continue;

            var (assignment, second) = (partners[^1], (AssignmentId?)await house.AssignmentAsync(staff[deputy]));
            await house.WriteAsync(db => db.Set<Sponsorship>().Where(s => s.Assignment == assignment).ExecuteUpdateAsync(set => set.SetProperty(s => s.Deputy, second)));
        }
    }

    private static Task<List<AssignmentId>> OfAsync(TestHouse house, IEnumerable<PersonId> people)
    {
        var asked = people.ToList();
        return house.ReadAsync(db => db.Set<Assignment>().Where(a => asked.Contains(a.Person)).Select(a => a.Id).ToListAsync());
    }

    /// <summary>Until when the partner is in, and who answers from when on, as far as it is planned; by the number in the town and not by whom it is.</summary>
    private static Task<string> AnswersAsync(TestHouse house, AssignmentId partner, List<PersonId> staff) => house.ReadAsync(async db =>
    {
        var until = await db.Set<Assignment>().Where(a => a.Id == partner).Select(a => a.UntilUtc).SingleAsync();
        var chain = await db.Set<Sponsorship>().Where(s => s.Assignment == partner && s.FromUtc < s.UntilUtc && s.UntilUtc > house.Now)
            .Join(db.Set<Assignment>(), s => s.SponsorAssignment, a => a.Id, (s, a) => new { s.FromUtc, s.UntilUtc, a.Person }).OrderBy(s => s.FromUtc).ToListAsync();
        return $"until {until:O}: {string.Join(", ", chain.Select(c => $"{staff.IndexOf(c.Person)} to {c.UntilUtc:O}"))}";
    });

    /// <summary>Partners who are in at an instant, as things stand now, and for whom nobody alive answers then.</summary>
    private static Task<List<AssignmentId>> OrphansAsync(TestHouse house, DateTime at) => house.ReadAsync(db =>
    {
        var day = Helsinki.Day(at);
        var covered = Sponsorship.At(db, at)
            .Join(db.Set<Assignment>().Where(a => a.Population == Population.Staff && a.FirstDay <= day && at < a.UntilUtc), s => s.SponsorAssignment, a => a.Id, (s, a) => s.Assignment);
        return db.Set<Assignment>().Where(a => a.Population == Population.Partner && at < a.UntilUtc && !covered.Contains(a.Id)).Select(a => a.Id).ToListAsync();
    });

    private static Task DeputiesAsync(TestHouse house, Random dice, List<PersonId> staff) => house.WriteAsync(async db =>
    {
        foreach (var sponsorship in (await db.Set<Sponsorship>().OrderBy(s => s.Id).Select(s => s.Id).ToListAsync()).Where(_ => dice.Next(2) == 0))
        {
            var person = staff[dice.Next(staff.Count)];
            var deputy = (await db.Set<Assignment>().FirstAsync(a => a.Person == person)).Id;
            await db.Set<Sponsorship>().Where(s => s.Id == sponsorship).ExecuteUpdateAsync(set => set.SetProperty(s => s.Deputy, deputy));
        }
    });

    private static async Task<double> CostAsync(TestHouse house, Func<Task> deed)
    {
        var before = house.Statements.Sent.Count;
        await deed();
        return house.Statements.Sent.Count - before;
    }

    private static Task MoveAsync(TestHouse house, AssignmentId assignment, DateOnly day) => house.InAsync((AssignmentActions actions) =>
        actions.MoveEndsAsync(new Dictionary<AssignmentId, DateOnly> { [assignment] = day }, house.Now, Clerk));

    private static Task<int> ToldAsync(TestHouse house, PersonId person) =>
        house.ReadAsync(db => db.Set<NoticeRow>().CountAsync(n => n.Person == person && n.Kind == NoticeKind.PartnerPassed));
}
