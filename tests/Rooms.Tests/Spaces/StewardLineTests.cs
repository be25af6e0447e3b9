using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>No space without a steward: by the windows themselves, with no job having run.</summary>
public sealed class StewardLineTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task From_the_tick_at_which_the_last_steward_ends_the_head_of_the_unit_is_one(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, helka, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Helka Pomo"), await house.Town.StaffAsync("Kai Virta"));
        await house.HeadAsync(await house.Town.CityAsync(), helka);
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Confidential, aino);
        await house.Town.JoinAsync(kai, space.Members, (int)SpaceRole.Reader);
        var end = Helsinki.EndOf(house.Clock.Today().AddDays(5));
        await house.EndAsync(end, aino);
        Assert.Equal([aino], await house.StewardsAsync(space, kai));
        Assert.Empty(await house.StewardsAsync(space, helka));

        house.Clock.StopAt(end);
        Assert.Equal([helka], await house.StewardsAsync(space, kai));
        Assert.Contains(space.Audience, await house.InAsync((Audience a) => a.Mine(Actor.Of(helka)).ToListAsync()));
        var why = await house.InAsync((Audience a) => a.ExplainAsync(helka, space.Audience));
        Assert.Equal((Because.Head, SpaceRole.Steward), why!.Reasons.Select(r => (r.Because, r.Role)).Single());
        Assert.NotEmpty(await house.InAsync((ExplanationChains chains) => chains.OfAsync(why, helka)));

        // A steward of its own takes it back.
        Assert.Null(await house.InAsync((MemberActions m) => m.AddPersonAsync(space.Id, kai, SpaceRole.Steward, house.Clock.Today().AddMonths(3), Actor.Of(helka))));
        Assert.Equal([kai], await house.StewardsAsync(space, kai));
        Assert.Empty(await house.StewardsAsync(space, helka));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<JobRow>().CountAsync(j => j.StartedAt != null)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_grant_that_runs_out_passes_to_the_head_and_a_vacant_seat_to_the_one_above(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, helka, mayor) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Helka Pomo"), await house.Town.StaffAsync("Kaisa Johtaja"));
        var city = await house.Town.CityAsync();
        var library = await house.Town.UnitAsync("Kirjasto", UnitKind.Unit, city);
        await house.HeadAsync(city, mayor);
        await house.HeadAsync(library, helka);
        var input = new SpaceInput
        {
            Id = Guid.CreateVersion7(),
            Name = "Kulttuuriviikko",
            Purpose = "Viikon tapahtumien suunnittelu",
            Unit = library.Value,
            Confidentiality = (int)Confidentiality.Members,
            Retention = Retention.RetentionClassId.Default("TT-07").Value,
        };
        Assert.Null(await house.InAsync((SpaceActions spaces) => spaces.FoundAsync(input, [aino], Actor.Of(aino))));
        var space = await house.ReadAsync(db => db.Set<Space>().Select(s => new TestSpace(s.Id, s.Members, s.Audience)).SingleAsync());

        house.Clock.Move(TimeSpan.FromDays(380));
        Assert.Equal([helka], await house.StewardsAsync(space, helka));
        await house.EndAsync(Instants.Whole(house.Now), helka);
        Assert.Equal([mayor], await house.StewardsAsync(space, mayor));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_head_is_told_once_of_what_came_to_keep(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, helka) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Helka Pomo"));
        await house.HeadAsync(await house.Town.CityAsync(), helka);
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        await house.EndAsync(Instants.Whole(house.Now), aino);

        foreach (var told in new[] { 1, 0 }) Assert.Equal(told, (await house.InAsync((StewardWatch watch) => watch.RunAsync(default))).Changed);
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Tupa.Notifications.NoticeRow>().CountAsync(n => n.Person == helka)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Three_hundred_people_deleted_at_random_leave_everything_readable_and_stewarded(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await CrowdedTown.BuildAsync(house, people: 330, units: 12, spaces: 40);
        var random = new Random(20261126);
        var leavers = town.People.OrderBy(_ => random.Next()).Take(300).ToList();

        // Half as it goes in life, their end first; half torn out while they keep spaces and head units.
        await house.EndAsync(Instants.Whole(house.Now), [.. leavers.Take(150)]);
        foreach (var some in leavers.Chunk(25)) await EraseAsync(house, some);

        var staying = town.People.Except(leavers).ToHashSet();
        Assert.Equal(30, staying.Count);
        await house.ReadAsync(async db =>
        {
            var now = house.Now;
            var stewards = (await db.Set<Membership>().Where(m => m.Rank == (int)SpaceRole.Steward && m.FromUtc <= now && now < m.UntilUtc).Select(m => new { m.Group, m.Person }).ToListAsync()).ToLookup(m => m.Group);
            foreach (var space in town.Spaces)
            {
                Assert.NotEmpty(stewards[space.Members]);
                Assert.All(stewards[space.Members], s => Assert.Contains(s.Person, staying));
            }

            return true;
        });
        foreach (var (space, post) in town.Posts)
        {
            var steward = (await house.ReadAsync(db => db.Set<Membership>().Where(m => m.Group == space.Members && m.Rank == (int)SpaceRole.Steward && m.FromUtc <= house.Now && house.Now < m.UntilUtc).Select(m => m.Person).ToListAsync()))[0];
            Assert.NotNull(await house.InAsync((PostAccess posts) => posts.OpenAsync(post, Actor.Of(steward))));
            foreach (var reader in await house.InAsync((Audience a) => a.People(space.Audience).ToListAsync()))
            {
                Assert.Contains(reader, staying);
                Assert.True(await house.InAsync((PostsSeen seen) => seen.By(Actor.Of(reader)).AnyAsync(p => p.Id == post)));
            }
        }
    }

    /// <summary>All rooms, the register last: what the others hold points at its row.</summary>
    private static async Task EraseAsync(TestHouse house, IEnumerable<PersonId> people)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var rooms = scope.ServiceProvider.GetServices<IPersonalData>().Reverse().OrderBy(r => r is RegisterPersonalData).ToList();
        foreach (var person in people)
        {
            await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(async () =>
            {
                foreach (var room in rooms) await room.EraseAsync(person, default);
                return true;
            });
        }
    }
}
