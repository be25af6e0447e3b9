using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class AssignmentTests
{
    private static readonly Actor Clerk = Actor.House("test.clerk");

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Beginning_puts_a_person_into_the_groups_of_unit_ancestors_duty_and_population(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var city = await house.Town.CityAsync();
        var library = await house.Town.UnitAsync("Kirjasto", UnitKind.Unit, city);
        var duty = await house.Town.GroupAsync("Kirjastonhoitaja", GroupKind.Duty);
        var person = await PersonAsync(house, "Siiri", "Salo");
        var viewer = Actor.Of(await house.Town.StaffAsync("Aino Mäkelä"));

        var id = await BeginAsync(house, Told(house, person, library) with { Duty = duty });

        var groups = await house.ReadAsync(db => db.Set<GroupMember>().Where(m => m.Cause == id.Value).Select(m => m.Group).ToListAsync());
        var units = await house.ReadAsync(db => db.Set<Unit>().Where(u => u.Id == city || u.Id == library).Select(u => u.Group).ToListAsync());
        Assert.Equal(new[] { GroupId.Staff, duty }.Concat(units).Order(), groups.Order());
        Assert.Single(await house.InAsync((PeopleSearch search) => search.FindAsync("kirjastonh", viewer, 5)));
        Assert.Contains("register.assignment.begun", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Ending_the_last_one_ends_everything_it_gave_and_announces_it(string database)
    {
        var heard = new Ears();
        await using var house = await TestHouse.OpenAsync(database, more: s => s.AddSingleton<IHear<AssignmentEnded>>(heard));
        var person = await PersonAsync(house, "Siiri", "Salo");
        var id = await BeginAsync(house, Told(house, person, await house.Town.CityAsync()));
        Assert.True(await SeesAsync(house, person, person: null));

        var at = Instants.Whole(house.Now);
        Assert.Equal(1, await house.InAsync((AssignmentActions actions) => actions.EndAsync([id], at, Clerk)));

        Assert.False(await SeesAsync(house, person, person: null));
        Assert.Empty(await house.ReadAsync(db => db.Set<GroupMember>().Where(m => m.Person == person && m.UntilUtc > house.Now).ToListAsync()));
        Assert.Equal(at, await house.ReadAsync(db => db.Set<CardA>().Where(c => c.Person == person).Select(c => c.HiddenAt).SingleAsync()));
        Assert.Equal((id, true), heard.Heard.Select(h => (h.Assignment, h.Last)).Single());
        Assert.Contains("register.assignment.ended", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Ending_one_of_two_leaves_what_the_other_gives(string database)
    {
        var heard = new Ears();
        await using var house = await TestHouse.OpenAsync(database, more: s => s.AddSingleton<IHear<AssignmentEnded>>(heard));
        var council = await house.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ);
        var person = await PersonAsync(house, "Siiri", "Salo");
        var staff = await BeginAsync(house, Told(house, person, await house.Town.CityAsync()));
        await BeginAsync(house, Told(house, person, null) with { Population = Population.Elected, Organ = council, Source = Source.Decisions });

        await EndAsync(house, staff);

        Assert.Equal([GroupId.Elected, council], (await GroupsAsync(house, person)).Order());
        Assert.False(heard.Heard.Single().Last);
        Assert.Null(await house.ReadAsync(db => db.Set<CardA>().Where(c => c.Person == person).Select(c => c.HiddenAt).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_substitute_has_the_groups_of_the_one_stood_in_for_until_the_own_end(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var class7B = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var teacher = await PersonAsync(house, "Jelena", "Niemi");
        var substitute = await PersonAsync(house, "Siiri", "Salo");
        var regular = await BeginAsync(house, Told(house, teacher, school) with { Groups = [class7B] });
        var today = Helsinki.Day(house.Now);

        await BeginAsync(house, Told(house, substitute, school) with { Kind = AssignmentKind.Substitute, StandsInFor = regular, LastDay = today.AddDays(7) });

        Assert.Contains(class7B, await GroupsAsync(house, substitute));
        house.Clock.Move(TimeSpan.FromDays(9));
        Assert.Empty(await GroupsAsync(house, substitute));
        Assert.Contains(class7B, await GroupsAsync(house, teacher));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_partner_needs_a_sponsor_and_goes_with_the_sponsor(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var city = await house.Town.CityAsync();
        var sponsor = await BeginAsync(house, Told(house, await PersonAsync(house, "Siiri", "Salo"), city));
        var partner = await PersonAsync(house, "Roope", "Järvelin");
        var told = Told(house, partner, city) with { Population = Population.Partner, Source = Source.Sponsors, LastDay = Helsinki.Day(house.Now).AddMonths(6) };

        Assert.Equal(AssignmentText.NoSponsor, (await house.InAsync((AssignmentActions actions) => actions.BeginAsync(AssignmentId.New(), told, Clerk)))?.Reason);
        var answered = told with { Sponsor = new(sponsor, "KS/2/2026", "Silta") };
        Assert.Equal(AssignmentText.TooLong, (await house.InAsync((AssignmentActions actions) =>
            actions.BeginAsync(AssignmentId.New(), answered with { LastDay = told.FirstDay.AddMonths(13) }, Clerk)))?.Reason);
        await BeginAsync(house, answered);
        Assert.Equal([GroupId.Partners], await GroupsAsync(house, partner));

        Assert.Equal(2, await EndAsync(house, sponsor));

        Assert.Empty(await GroupsAsync(house, partner));
        Assert.Contains("register.assignment.begin refused", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_ended_at_noon_gives_nothing_in_the_afternoon(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var person = await PersonAsync(house, "Kai", "Virta");
        var id = await BeginAsync(house, Told(house, person, await house.Town.CityAsync()));
        await house.AccountAsync(person, "kai.virta");
        using var browser = await house.SignedInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);

        var at = Instants.Whole(house.Now);
        await house.InAsync((AssignmentActions actions) => actions.EndAsync([id], at, Clerk));

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/me")).StatusCode);
        Assert.Equal(at, await house.ReadAsync(db => db.Set<Person>().Where(p => p.Id == person).Select(p => p.UsedUntil).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_moved_end_moves_what_it_gives_and_the_end_of_use(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (shorter, longer) = (await PersonAsync(house, "Siiri", "Salo"), await PersonAsync(house, "Kai", "Virta"));
        var city = await house.Town.CityAsync();
        var today = Helsinki.Day(house.Now);
        var first = await BeginAsync(house, Told(house, shorter, city));
        var second = await BeginAsync(house, Told(house, longer, city) with { LastDay = today.AddDays(3) });

        Assert.Equal(2, await house.InAsync((AssignmentActions actions) => actions.MoveEndsAsync(
            new Dictionary<AssignmentId, DateOnly> { [first] = today.AddDays(1), [second] = today.AddDays(30) }, house.Now, Clerk)));

        var (soon, later) = (Helsinki.EndOf(today.AddDays(1)), Helsinki.EndOf(today.AddDays(30)));
        Assert.Equal([soon, later], await house.ReadAsync(db => db.Set<Person>().Where(p => p.UsedUntil < Helsinki.Never).Select(p => p.UsedUntil).Order().ToListAsync()));
        Assert.Equal([soon, later], await house.ReadAsync(db => db.Set<CardA>().Where(c => c.HiddenAt != null).Select(c => c.HiddenAt!.Value).Order().ToListAsync()));
        house.Clock.Move(TimeSpan.FromDays(4));
        Assert.Empty(await GroupsAsync(house, shorter));
        Assert.NotEmpty(await GroupsAsync(house, longer));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Beginning_many_costs_as_many_statements_as_beginning_one_and_refuses_only_what_is_wrong(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var city = await house.Town.CityAsync();
        var people = new List<PersonId>();
        for (var i = 0; i < 21; i++) people.Add(await PersonAsync(house, "Siiri", $"Salo{i}"));
        var wrong = new Beginning(AssignmentId.New(), Told(house, PersonId.New(), city));

        var one = await SetStatementsAsync(house, () => BeginManyAsync(house, [new(AssignmentId.New(), Told(house, people[0], city))]));
        IReadOnlyDictionary<AssignmentId, Refusal> refused = new Dictionary<AssignmentId, Refusal>();
        var many = await SetStatementsAsync(house, async () =>
            refused = await BeginManyAsync(house, [.. people.Skip(1).Select(p => new Beginning(AssignmentId.New(), Told(house, p, city))), wrong]));

        Assert.Equal(one, many);
        Assert.Equal((wrong.Id, AssignmentText.NoPerson), refused.Select(r => (r.Key, r.Value.Reason)).Single());
        Assert.Equal(21, await house.ReadAsync(db => db.Set<Assignment>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Ending_many_costs_as_many_reads_and_set_statements_as_ending_one(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var city = await house.Town.CityAsync();
        var ids = new List<AssignmentId>();
        for (var i = 0; i < 21; i++) ids.Add(await BeginAsync(house, Told(house, await PersonAsync(house, "Siiri", $"Salo{i}"), city)));

        var one = await SetStatementsAsync(house, () => EndAsync(house, ids[0]));
        var many = await SetStatementsAsync(house, () => EndAsync(house, [.. ids.Skip(1)]));

        Assert.Equal(one, many);
    }

    private static async Task<int> SetStatementsAsync(TestHouse house, Func<Task> work)
    {
        var before = house.Statements.Sent.Count;
        await work();
        return house.Statements.Sent.Skip(before).Count(s => !s.Contains("INSERT", StringComparison.Ordinal));
    }

    private static Task<IReadOnlyDictionary<AssignmentId, Refusal>> BeginManyAsync(TestHouse house, IReadOnlyList<Beginning> many) =>
        house.InAsync((AssignmentActions actions) => actions.BeginAsync(many, Clerk));

    private static NewAssignment Told(TestHouse house, PersonId person, UnitId? unit) => new(
        person, Population.Staff, AssignmentKind.Regular, unit, null, null, Source.Supervisors, Helsinki.Day(house.Now).AddDays(-1), Helsinki.Open, []);

    private static async Task<AssignmentId> BeginAsync(TestHouse house, NewAssignment told)
    {
        var id = AssignmentId.New();
        Assert.Null(await house.InAsync((AssignmentActions actions) => actions.BeginAsync(id, told, Clerk)));
        return id;
    }

    private static Task<int> EndAsync(TestHouse house, params AssignmentId[] ids) =>
        house.InAsync((AssignmentActions actions) => actions.EndAsync(ids, house.Now, Clerk));

    private static Task<List<GroupId>> GroupsAsync(TestHouse house, PersonId person) => house.ReadAsync(db =>
        db.Set<GroupMember>().Where(m => m.Person == person && m.FromUtc <= house.Now && m.UntilUtc > house.Now).Select(m => m.Group).ToListAsync());

    private static async Task<bool> SeesAsync(TestHouse house, PersonId seen, PersonId? person)
    {
        var viewer = person ?? await house.Town.StaffAsync("Katri Katsoja");
        return await house.InAsync((PeopleSeen people) => people.SeesAsync(Actor.Of(viewer), seen));
    }

    private static async Task<PersonId> PersonAsync(TestHouse house, string given, string family)
    {
        var id = PersonId.New();
        await house.WriteAsync(db =>
        {
            db.Add(new Person { Id = id, CreatedAt = house.Now, SortKey = PersonNaming.SortKey(given, family) });
            db.Add(new CardA { Person = id, GivenName = given, FamilyName = family, Organisation = "Kuusisalmen kaupunki" });
            return Task.CompletedTask;
        });
        return id;
    }

    private sealed class Ears : IHear<AssignmentEnded>
    {
        public List<AssignmentEnded> Heard { get; } = [];

        public Task HearAsync(IReadOnlyList<AssignmentEnded> announced, CancellationToken stop)
        {
            Heard.AddRange(announced);
            return Task.CompletedTask;
        }
    }
}
