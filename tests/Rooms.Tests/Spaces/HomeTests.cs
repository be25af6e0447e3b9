using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Tests;

public sealed class HomeTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Pages_follow_each_other_without_loss_or_repetition_even_at_equal_times(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, _, spaces) = await TownAsync(house);
        var expected = await ArriveAsync(house, spaces, 130, sameTime: true);

        var seen = new List<Guid>();
        for (ArrivalCursor? before = null; ;)
        {
            var feed = await FeedAsync(house, aino, before);
            seen.AddRange(feed.Newest.Select(r => r.Id));
            if (feed.Older is null) break;
            before = feed.Older;
        }

        Assert.Equal(expected, seen);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_hint_of_the_last_look_never_hides_anything(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, _, spaces) = await TownAsync(house);
        var all = await ArriveAsync(house, spaces, 80);

        Assert.Equal(all.Take(50), (await FeedAsync(house, aino)).Newest.Select(r => r.Id));
        Assert.Equal(all.Take(50), (await FeedAsync(house, aino)).Newest.Select(r => r.Id));

        await house.WriteAsync(db => db.Set<Arrival>().Where(a => all.Take(40).Contains(a.Id)).ExecuteDeleteAsync());
        Assert.Equal(all.Skip(40), (await FeedAsync(house, aino)).Newest.Select(r => r.Id));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Home_is_what_is_new_to_me_and_for_me_now(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, borje, spaces) = await TownAsync(house);
        var foreign = await house.Town.SpaceAsync("Toisten tila", Confidentiality.Members, borje);
        var open = await house.Town.SpaceAsync("Tori", Confidentiality.Open, borje);
        var shown = Arrival(spaces[0], house.Now.AddMinutes(-5), borje);
        await AddAsync(
            house, shown, Arrival(foreign, house.Now.AddMinutes(-5), borje), Arrival(open, house.Now.AddMinutes(-5), borje),
            Arrival(spaces[0], house.Now.AddMinutes(5), borje), Arrival(spaces[0], house.Now.AddMinutes(-9), borje, until: house.Now.AddMinutes(-1)));

        var feed = await FeedAsync(house, aino);
        Assert.Equal([(shown.Id, true)], feed.Newest.Select(r => (r.Id, r.Fresh)));
        Assert.Equal((1, 0), await UnreadAsync(house, aino, spaces));

        await house.InAsync((ReadMarks marks) => marks.SeeAsync([spaces[0].Id], Actor.Of(aino)));
        Assert.Equal([(shown.Id, false)], (await FeedAsync(house, aino)).Newest.Select(r => (r.Id, r.Fresh)));
        Assert.Equal((0, 0), await UnreadAsync(house, aino, spaces));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Must_reads_come_by_their_day_whatever_their_age(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, borje, spaces) = await TownAsync(house);
        await ArriveAsync(house, spaces, 60);
        var late = Arrival(spaces[0], house.Now.AddDays(-20), borje, mustRead: house.Now.AddDays(-2));
        var soon = Arrival(spaces[1], house.Now.AddDays(-30), borje, mustRead: house.Now.AddDays(1));
        await AddAsync(house, soon, late, Arrival(spaces[1], house.Now.AddDays(-90), borje, mustRead: house.Now.AddDays(-40)));

        Assert.Equal([late.Id, soon.Id], (await FeedAsync(house, aino)).MustReads.Select(r => r.Id));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Home_and_rail_send_as_many_statements_for_five_hundred_as_for_one(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, _, spaces) = await TownAsync(house);
        await ArriveAsync(house, spaces, 1);
        var one = await house.Statements.DuringAsync(() => LookAsync(house, aino));
        await ArriveAsync(house, spaces, 499);
        var many = await house.Statements.DuringAsync(() => LookAsync(house, aino));
        var warm = await house.Statements.DuringAsync(() => LookAsync(house, aino));

        Assert.Equal((2, 2, 2), (one, many, warm));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_scheduled_is_announced_once_when_its_time_has_come(string database)
    {
        var heard = new Heard();
        await using var house = await TestHouse.OpenAsync(database, more: services => services.AddSingleton<IHear<Arrived>>(heard));
        var (_, borje, spaces) = await TownAsync(house);
        var arrival = Arrival(spaces[0], house.Now.AddMinutes(10), borje);
        await house.InAsync(async (IServiceProvider services) => await services.GetRequiredService<Writing>().RunAsync<bool>(async () =>
        {
            await services.GetRequiredService<ArrivalActions>().AddAsync(arrival);
            return true;
        }));
        await house.InAsync((DueArrivals due) => due.RunAsync(default));
        Assert.Empty(heard.Ids);

        house.Clock.Move(TimeSpan.FromMinutes(11));
        await house.InAsync((DueArrivals due) => due.RunAsync(default));
        await house.InAsync((DueArrivals due) => due.RunAsync(default));
        Assert.Equal([arrival.Id], heard.Ids);
    }

    private static async Task<(PersonId Aino, PersonId Borje, TestSpace[] Spaces)> TownAsync(TestHouse house)
    {
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        return (aino, borje, [await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, borje), await house.Town.SpaceAsync("Kulttuuriviikko", Confidentiality.Confidential, aino, borje)]);
    }

    private static Task<HomeFeed> FeedAsync(TestHouse house, PersonId person, ArrivalCursor? before = null) =>
        house.InAsync((HomeQueries home) => home.FeedAsync(before, Actor.Of(person)));

    private static Task LookAsync(TestHouse house, PersonId person) => house.InAsync(async (IServiceProvider services) =>
    {
        await services.GetRequiredService<RailQueries>().ForAsync(Actor.Of(person));
        await services.GetRequiredService<HomeQueries>().FeedAsync(null, Actor.Of(person));
    });

    private static async Task<(int First, int Second)> UnreadAsync(TestHouse house, PersonId person, TestSpace[] spaces)
    {
        var rail = await house.InAsync((RailQueries rail) => rail.ForAsync(Actor.Of(person)));
        return (rail.Spaces.Single(s => s.Id == spaces[0].Id).Unread, rail.Spaces.Single(s => s.Id == spaces[1].Id).Unread);
    }

    /// <summary>Arrivals over the spaces in turn; returns their ids in the order in which home shows them.</summary>
    private static async Task<List<Guid>> ArriveAsync(TestHouse house, TestSpace[] spaces, int count, bool sameTime = false)
    {
        var arrivals = Enumerable.Range(0, count)
            .Select(i => Arrival(spaces[i % spaces.Length], house.Now.AddMinutes(sameTime ? -10 - i / 40 : -10 - i), null)).ToArray();
        await AddAsync(house, arrivals);
        return [.. arrivals.OrderByDescending(a => a.At).ThenByDescending(a => a.Id.ToString(), StringComparer.Ordinal).Select(a => a.Id)];
    }

    private static Task AddAsync(TestHouse house, params Arrival[] arrivals) => house.WriteAsync(db =>
    {
        db.AddRange(arrivals.AsEnumerable());
        return Task.CompletedTask;
    });

    private static Arrival Arrival(TestSpace space, DateTime at, PersonId? author, DateTime? until = null, DateTime? mustRead = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = "post",
        Audience = space.Audience,
        Space = space.Id,
        Author = author,
        At = Instants.Whole(at),
        UntilUtc = until ?? Helsinki.Never,
        MustReadUntil = mustRead,
    };

    private sealed class Heard : IHear<Arrived>
    {
        public List<Guid> Ids { get; } = [];

        public Task HearAsync(IReadOnlyList<Arrived> announced, CancellationToken stop)
        {
            Ids.AddRange(announced.Select(a => a.Id));
            return Task.CompletedTask;
        }
    }
}
