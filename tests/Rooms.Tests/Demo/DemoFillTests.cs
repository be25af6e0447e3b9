using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Audit;
using Tupa.Demo;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>The demo municipality as rows: whole, without orphans, the same each time.</summary>
public sealed class DemoFillTests(FilledHouses houses) : IClassFixture<FilledHouses>
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Fills_an_empty_house_with_a_whole_town(string database)
    {
        var (house, _) = await houses.OfAsync(database);
        await house.ReadAsync(async db =>
        {
            var now = house.Now;
            Assert.InRange(await db.Set<Person>().CountAsync(), 4_500, 6_000);
            Assert.InRange(await db.Set<Post>().CountAsync(), 2_700, 3_300);
            Assert.True(await db.Set<Comment>().CountAsync() > 1_000);
            Assert.True(await db.Set<Draft>().AnyAsync());
            Assert.True(await db.Set<Post>().AnyAsync(p => p.PublishedAt > now && !p.Announced));
            Assert.True(await db.Set<Post>().AnyAsync(p => p.ExpiresAt < now));
            Assert.True(await db.Set<Post>().AnyAsync(p => p.MustReadUntil > now));

            // Everyone has a card, a word to be found by, a source for each value, and a live reason to be here.
            Assert.False(await db.Set<Person>().AnyAsync(p => !db.Set<CardA>().Any(c => c.Person == p.Id) && !db.Set<CardB>().Any(c => c.Person == p.Id)));
            Assert.False(await db.Set<Person>().AnyAsync(p => !db.Set<NameWord>().Any(w => w.Person == p.Id)));
            Assert.False(await db.Set<Person>().AnyAsync(p => !db.Set<GroupMember>().Any(m => m.Person == p.Id && m.FromUtc <= now && now < m.UntilUtc)));
            Assert.Equal(
                await db.Set<CardA>().CountAsync(c => c.Email != null),
                await db.Set<Origin>().CountAsync(o => o.Card == Card.A && o.Column == "email"));

            // Nothing can be seen that has not come into the feed, and nothing in the feed is without its post.
            Assert.False(await db.Set<Post>().AnyAsync(p => !db.Set<Arrival>().Any(a => a.Audience == p.Audience && a.At == p.PublishedAt && a.Author == p.Author)));
            Assert.Equal(await db.Set<Post>().CountAsync(), await db.Set<Arrival>().CountAsync());
            Assert.False(await db.Set<Comment>().AnyAsync(c => c.At > now));
            return true;
        });
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_space_has_two_stewards_of_the_staff_and_every_partner_a_sponsor(string database)
    {
        var (house, _) = await houses.OfAsync(database);
        await house.ReadAsync(async db =>
        {
            var now = house.Now;
            var staff = db.Set<GroupMember>().Where(m => m.Group == GroupId.Staff && m.FromUtc <= now && now < m.UntilUtc);
            var stewards = db.Set<GroupMember>().Where(m => m.Rank == (int)SpaceRole.Steward && m.FromUtc <= now && now < m.UntilUtc && staff.Any(s => s.Person == m.Person));
            Assert.Empty(await db.Set<Space>().Where(s => stewards.Count(m => m.Group == s.Members) < 2).Select(s => s.Name).ToListAsync());
            Assert.False(await db.Set<Assignment>().AnyAsync(a => a.Population == Population.Partner && !db.Set<Sponsorship>().Any(s => s.Assignment == a.Id)));

            // Closeness is what the register itself would reckon.
            var spaces = await db.Set<Space>().Select(s => s.Members).ToListAsync();
            Assert.Equal(0, await house.InAsync<GroupActions, int>(groups => groups.RecountCloseAsync(spaces)));
            return true;
        });
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Only_those_who_are_printed_have_passwords_and_all_but_the_partner_have_passed_the_gates(string database)
    {
        var (house, table) = await houses.OfAsync(database);
        var printed = await house.ReadAsync(db => db.Set<Account>().Where(a => a.PasswordHash != null).Select(a => a.UserId).ToListAsync());
        Assert.Equal(9, printed.Count);
        Assert.All(printed, userId => Assert.Contains(userId, table, StringComparison.Ordinal));

        var account = await house.ReadAsync(db => db.Set<Account>().FirstAsync(a => a.PasswordHash != null));
        Assert.Equal(PasswordVerdict.Right, await house.Services.GetRequiredService<PasswordChecks>().CheckAsync(account.PasswordHash, DemoPeople.Password, default));

        await house.ReadAsync(async db =>
        {
            Assert.Equal(8, await db.Set<GateMark>().CountAsync(g => g.Gate == Gate.Notice));
            var powers = db.Set<Authority>().Join(db.Set<Assignment>(), a => a.Assignment, a => a.Id, (_, a) => a.Person);
            Assert.False(await db.Set<Account>().AnyAsync(a => a.PasswordHash != null && powers.Contains(a.Person) && !db.Set<Factor>().Any(f => f.Person == a.Person)));
            Assert.True(await db.Set<AuditEntry>().AnyAsync(e => e.Deed == "demo.town.filled"));
            return true;
        });
        Assert.Matches("^[0-9]{6}$", await house.InAsync<DemoFill, string?>(fill => fill.CodeAsync("petri.kallunki")));
        Assert.Contains(Marks.Demo, await house.InAsync<Marks, IReadOnlyDictionary<string, string>>(marks => marks.AllAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_same_seed_scale_and_day_give_the_same_rows(string database)
    {
        var (house, _) = await houses.OfAsync(database);
        var (other, _) = await FilledHouses.FillAsync("sqlite");
        await using (other) Assert.Equal(await SumAsync(house), await SumAsync(other));
    }

    [Fact]
    public async Task No_row_points_at_nothing()
    {
        var (house, _) = await houses.OfAsync("sqlite");
        Assert.Empty(await house.ReadAsync(db => db.Database.SqlQueryRaw<string>("select \"table\" as Value from pragma_foreign_key_check").ToListAsync()));
        Assert.Equal("ok", (await house.ReadAsync(db => db.Database.SqlQueryRaw<string>("select integrity_check as Value from pragma_integrity_check").ToListAsync()))[0]);
    }

    private static async Task<string> SumAsync(TestHouse house) => await house.ReadAsync(async db =>
    {
        var people = await db.Set<Person>().OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        var posts = await db.Set<Post>().OrderBy(p => p.Id).Select(p => new { p.Id, p.Body, p.PublishedAt }).ToListAsync();
        var members = await db.Set<GroupMember>().CountAsync();
        var comments = await db.Set<Comment>().OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
        return $"{people.Count} {people[0]} {people[^1]} {posts.Count} {string.Join(' ', posts.Select(p => $"{p.Id}{p.Body.Length}"))} {members} {comments.Count} {comments[^1]}";
    });
}
