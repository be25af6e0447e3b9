using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>"Samalla poistuu käyttäjätunnus", and who may have it again.</summary>
public sealed class AccountEndTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task With_the_last_assignment_the_account_and_all_that_lets_in_go_and_the_user_id_leaves_the_card(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var kai = await house.Town.StaffAsync("Kai Virta");
        await house.AccountAsync(kai, "kai.virta");
        await house.OpenSessionAsync(kai);
        using var program = await house.WithTokenAsync(kai, [.. Scopes.All]);
        await house.WriteAsync(db =>
        {
            db.Add(new Factor { Person = kai, Sealed = [1], CreatedAt = house.Now });
            db.Add(new Device { Person = kai, TokenHash = [1], LastAt = house.Now });
            return Task.CompletedTask;
        });

        await house.EndAsync(Instants.Whole(house.Now), kai);

        Assert.Equal(0, await LeftAsync(house, kai));
        Assert.Null(await house.ReadAsync(db => db.Set<CardA>().Where(c => c.Person == kai).Select(c => c.UserId).SingleAsync()));
        Assert.Contains("access.account.ended", await house.AuditedAsync());

        // What was promised is evidence, and stays until the person is erased.
        Assert.True(await house.ReadAsync(db => db.Set<GateMark>().AnyAsync(g => g.Person == kai)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_end_by_the_calendar_is_seen_at_once_and_tidied_within_a_minute(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        foreach (var (person, userId) in new[] { (aino, "aino.makela"), (kai, "kai.virta") }) await house.AccountAsync(person, userId);
        var end = Helsinki.EndOf(house.Clock.Today());
        await house.EndAsync(end, kai);
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Account>().CountAsync(a => a.Person == kai)));

        house.Clock.StopAt(end);
        Assert.NotNull((await house.TryAsync("kai.virta")).Refusal);
        for (var time = 0; time < 2; time++)
        {
            var report = await house.InAsync((AccountEnds job) => job.RunAsync(default));
            Assert.Equal(time == 0 ? 1 : 0, report.Changed);
        }

        Assert.Equal(0, await LeftAsync(house, kai));
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Account>().CountAsync(a => a.Person == aino)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_same_source_key_gets_the_user_id_again_and_nobody_else_ever_does(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var city = await house.Town.CityAsync();
        var first = await ComesAsync(house, "henkilö-1");
        await house.BeginAsync(house.Told(first, city));
        Assert.Equal("kai.virta", await UserIdAsync(house, first));
        await house.EndAsync(Instants.Whole(house.Now), first);

        // Erased altogether: only the two digests are left.
        await house.WriteAsync(async db =>
        {
            await db.Set<SourceRecord>().Where(r => r.Person == first).ExecuteDeleteAsync();
            await db.Set<NameWord>().Where(w => w.Person == first).ExecuteDeleteAsync();
            await db.Set<CardA>().Where(c => c.Person == first).ExecuteDeleteAsync();
        });

        var stranger = await ComesAsync(house, "henkilö-2");
        await house.BeginAsync(house.Told(stranger, city));
        Assert.Null(await UserIdAsync(house, stranger));
        Assert.Contains("access.account.make refused", await house.AuditedAsync());
        await house.WriteAsync(db => db.Set<CardA>().Where(c => c.Person == stranger).ExecuteUpdateAsync(set => set.SetProperty(c => c.UserId, (string?)null)));

        var again = await ComesAsync(house, "henkilö-1");
        await house.BeginAsync(house.Told(again, city));
        Assert.Equal("kai.virta", await UserIdAsync(house, again));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Whoever_returns_before_erasure_is_the_same_person_with_their_card_and_without_their_grants(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var city = await house.Town.CityAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var kai = await ComesAsync(house, "henkilö-1");
        await house.BeginAsync(house.Told(kai, city));
        var space = await house.Town.SpaceAsync("Salmensilta", Spaces.Confidentiality.Members, aino);
        await house.Town.JoinAsync(kai, space.Members, (int)Spaces.SpaceRole.Reader);
        await house.EndAsync(Instants.Whole(house.Now), kai);
        house.Clock.Move(TimeSpan.FromDays(40));

        await house.WriteAsync(db => db.Set<CardA>().Where(c => c.Person == kai).ExecuteUpdateAsync(set => set.SetProperty(c => c.UserId, "kai.virta")));
        await house.BeginAsync(house.Told(kai, city));

        Assert.Equal("kai.virta", await UserIdAsync(house, kai));
        Assert.True(await house.InAsync((PeopleSeen seen) => seen.SeesAsync(Actor.Of(aino), kai)));
        Assert.Empty(await house.InAsync((Spaces.Audience a) => a.Visible(Actor.Of(kai)).ToListAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Accounts_of_many_cost_as_many_statements_as_one(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var city = await house.Town.CityAsync();
        var people = new List<PersonId>();
        for (var i = 0; i < 40; i++) people.Add(await ComesAsync(house, $"henkilö-{i}", $"tunnus-{i}"));
        await BeginAllAsync(people.Take(1));
        var one = await ReadsAsync(people.Skip(1).Take(1));
        var many = await ReadsAsync(people.Skip(2));

        Assert.Equal(40, await house.ReadAsync(db => db.Set<Account>().CountAsync()));
        Assert.Equal(one, many);

        // Rows are put down some at a time.
        async Task<int> ReadsAsync(IEnumerable<PersonId> some)
        {
            var before = house.Statements.Sent.Count;
            await BeginAllAsync(some);
            return house.Statements.Sent.Skip(before).Count(s => !s.Contains("INSERT", StringComparison.Ordinal));
        }

        Task BeginAllAsync(IEnumerable<PersonId> some) => house.InAsync((AssignmentActions actions) =>
            actions.BeginAsync([.. some.Select(p => new Beginning(AssignmentId.New(), house.Told(p, city)))], Actor.House("test")));
    }

    private static async Task<PersonId> ComesAsync(TestHouse house, string key, string userId = "kai.virta")
    {
        var id = PersonId.New();
        await house.WriteAsync(db =>
        {
            db.Add(new Person { Id = id, CreatedAt = house.Now, SortKey = PersonNaming.SortKey("Kai", "Virta") });
            db.Add(new CardA { Person = id, GivenName = "Kai", FamilyName = "Virta", UserId = userId, Organisation = "Kuusisalmen kaupunki" });
            db.Add(new SourceRecord { Id = SourceRecordId.New(), Source = Source.Schools, Feed = "henkilöstö", Key = key, Person = id });
            return Task.CompletedTask;
        });
        return id;
    }

    private static Task<string?> UserIdAsync(TestHouse house, PersonId person) =>
        house.ReadAsync(db => db.Set<Account>().Where(a => a.Person == person).Select(a => (string?)a.UserId).FirstOrDefaultAsync());

    private static Task<int> LeftAsync(TestHouse house, PersonId person) => house.ReadAsync(async db =>
        await db.Set<Account>().CountAsync(a => a.Person == person) + await db.Set<Session>().CountAsync(s => s.Person == person)
        + await db.Set<ApiToken>().CountAsync(t => t.Person == person) + await db.Set<Factor>().CountAsync(f => f.Person == person)
        + await db.Set<Device>().CountAsync(d => d.Person == person) + await db.Set<OneTimeCode>().CountAsync(c => c.Person == person));
}
