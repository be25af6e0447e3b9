using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A town whose people come, move, leave and return. What a source would say is said here by the actions that follow from it.</summary>
internal sealed class TravelTown(TestHouse house, Random chance)
{
    private readonly List<UnitId> _units = [];
    private readonly List<GroupId> _classes = [];
    private UnitId _school;
    private GroupId _council;

    public List<Traveller> Everyone { get; } = [];

    public List<TestSpace> Spaces { get; } = [];

    public Random Chance => chance;

    public List<Traveller> Here() => [.. Everyone.Where(p => p.Left is null)];

    public Traveller Some(Func<Traveller, bool>? of = null)
    {
        var some = Here().Where(of ?? (_ => true)).ToList();
        return some[chance.Next(some.Count)];
    }

    public async Task BuildAsync(int people)
    {
        var city = await house.Town.CityAsync();
        for (var i = 1; i <= 6; i++) _units.Add(await house.Town.UnitAsync($"Yksikkö {i}", parent: city));
        _school = await house.Town.UnitAsync("Kuusiston koulu", UnitKind.School, city, "03764");
        for (var i = 1; i <= 4; i++) _classes.Add(await house.Town.GroupAsync($"{i}A", GroupKind.Class, _school));
        _council = await house.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ);
        for (var i = 0; i < 5; i++) Spaces.Add(await house.Town.SpaceAsync($"Työtila {i}", Confidentiality.Members));
        for (var i = 0; i < people; i++)
            await JoinAsync(i % 10 == 9 ? Population.Elected : i % 10 < 3 ? Population.Pupil : Population.Staff);
    }

    public async Task JoinAsync(Population population)
    {
        var person = new Traveller(chance, population);
        Everyone.Add(person);
        await WriteAsync(async (services, db) =>
        {
            db.Add(new Person { Id = person.Id, CreatedAt = house.Now, SortKey = Fold.SortKey($"{person.Family} {person.Given}") });
            await services.GetRequiredService<Writing>().FlushAsync();
            db.Add(new SourceRecord { Id = SourceRecordId.New(), Source = Source.Supervisors, Key = person.Key, Person = person.Id });
            if (population == Population.Pupil) db.Add(CardB(person));
            else db.Add(CardA(person));
            await BeginAsync(services, person);
        });
        foreach (var space in Spaces.Where(_ => chance.Next(3) == 0)) await house.Town.JoinAsync(person.Id, space.Members, (int)SpaceRole.Contributor);
    }

    /// <summary>The last day is today; access is over at once.</summary>
    public async Task LeaveAsync(Traveller person)
    {
        await WriteAsync(async (services, _) => await services.GetRequiredService<AssignmentActions>().EndAsync([person.Assignment!.Value], house.Now, By));
        person.Left = Helsinki.Day(house.Now);
    }

    /// <summary>Comes back, as the person they were where they are still known, else as somebody new.</summary>
    public Task ReturnAsync(Traveller person) => WriteAsync(async (services, db) =>
    {
        if (!await db.Set<Person>().AnyAsync(p => p.Id == person.Id)) return;
        person.Left = null;
        await BeginAsync(services, person);
    });

    /// <summary>To another unit, the same day. A pupil who moves goes over to the staff and has another card.</summary>
    public Task MoveAsync(Traveller person) => WriteAsync(async (services, db) =>
    {
        var before = person.Assignment!.Value;
        if (person.Population == Population.Pupil)
        {
            person.Population = Population.Staff;
            db.Add(CardA(person));
        }

        await BeginAsync(services, person);
        await services.GetRequiredService<AssignmentActions>().EndAsync([before], house.Now, By);
    });

    private static readonly Actor By = Actor.House("test.travel");

    private async Task BeginAsync(IServiceProvider services, Traveller person)
    {
        var day = Helsinki.Day(house.Now);
        person.Assignment = AssignmentId.New();
        var (unit, organ) = person.Population switch
        {
            Population.Pupil => ((UnitId?)_school, (GroupId?)null),
            Population.Elected => (null, _council),
            _ => (_units[chance.Next(_units.Count)], null),
        };
        IReadOnlyList<GroupId> groups = person.Population == Population.Pupil ? [_classes[chance.Next(_classes.Count)]] : [];
        var told = new NewAssignment(
            person.Id, person.Population, AssignmentKind.Regular, unit, organ, null, Source.Supervisors, day, Helsinki.Open, groups);
        Assert.Null(await services.GetRequiredService<AssignmentActions>().BeginAsync(person.Assignment.Value, told, By));
    }

    private static CardA CardA(Traveller person) => new()
    {
        Person = person.Id,
        GivenName = person.Given,
        FamilyName = person.Family,
        UserId = person.UserId,
        Email = person.Email,
        Phone = person.Phone,
        Organisation = "Kuusisalmen kaupunki",
    };

    private CardB CardB(Traveller person) => new()
    {
        Person = person.Id,
        GivenName = person.Given,
        FamilyName = person.Family,
        UserId = person.UserId,
        Email = person.NewSchoolEmail(),
        School = _school,
        ClassName = "1A",
        InstitutionCode = "03764",
        Role = SchoolRole.Pupil,
    };

    private Task WriteAsync(Func<IServiceProvider, TupaDb, Task> work) => house.InAsync((IServiceProvider services) =>
        services.GetRequiredService<Writing>().RunAsync<bool>(async () =>
        {
            await work(services, services.GetRequiredService<TupaDb>());
            return true;
        }));
}
