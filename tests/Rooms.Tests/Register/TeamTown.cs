using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>A city with a mayor, leisure services with a library and an archive under Helka, and a museum under Matti. Kai works in the library.</summary>
internal sealed class TeamTown : IAsyncDisposable
{
    private TeamTown(TestHouse house) => House = house;

    public TestHouse House { get; }
    public UnitId City { get; private set; }
    public UnitId Leisure { get; private set; }
    public UnitId Library { get; private set; }
    public UnitId Archive { get; private set; }
    public UnitId Museum { get; private set; }
    public GroupId Librarian { get; private set; }
    public PersonId Mayor { get; private set; }
    public PersonId Helka { get; private set; }
    public PersonId Matti { get; private set; }
    public PersonId Kai { get; private set; }

    public DateOnly Today => House.Clock.Today();

    public static async Task<TeamTown> OpenAsync(string database)
    {
        var town = new TeamTown(await (await TestHouse.OpenAsync(database)).ServeAsync());
        await town.FillAsync();
        return town;
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    public Task<HttpClient> AsAsync(PersonId person) => House.SignedInAsync(person);

    /// <summary>A steward of the supervisors' source, with a second factor.</summary>
    public async Task<PersonId> StewardAsync(string name = "Lauri Lähde")
    {
        var steward = await House.Town.StaffAsync(name);
        await House.WriteAsync(async db =>
        {
            db.Add(new Authority
            {
                Id = AuthorityId.New(),
                Assignment = await db.Set<Assignment>().Where(a => a.Person == steward).Select(a => a.Id).SingleAsync(),
                Kind = AuthorityKind.SourceSteward,
                Scope = nameof(Source.Supervisors),
                FromUtc = House.Now.AddDays(-1),
                UntilUtc = House.Now.AddDays(400),
            });
            db.Add(new Factor { Person = steward, Sealed = [1], ConfirmedAt = House.Now, CreatedAt = House.Now });
        });
        return steward;
    }

    public Task<HttpResponseMessage> ProposeAsync(HttpClient browser, Guid id, params (string Name, string Value)[] told)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = id.ToString(),
            ["givenName"] = "Uuno",
            ["familyName"] = "Uusi",
            ["userId"] = "uuno.uusi",
            ["email"] = "uuno.uusi@kuusisalmi.example",
            ["duty"] = "kirjastonhoitaja",
            ["unit"] = Library.ToString(),
            ["firstDay"] = Day(Today),
            ["lastDay"] = "",
        };
        foreach (var (name, value) in told) form[name] = value;
        return browser.PostAsync("/me/people", [.. form.Select(f => (f.Key, f.Value))]);
    }

    public Task<List<Assignment>> AssignmentsAsync(PersonId person) =>
        House.ReadAsync(db => db.Set<Assignment>().AsNoTracking().Where(a => a.Person == person && a.UntilUtc > House.Now).OrderBy(a => a.Id).ToListAsync());

    public async Task<PersonId?> PersonAsync(string userId) =>
        await House.ReadAsync(db => db.Set<CardA>().Where(c => c.UserId == userId).Select(c => (PersonId?)c.Person).SingleOrDefaultAsync());

    /// <summary>The groups that the person is in now.</summary>
    public async Task<HashSet<GroupId>> GroupsAsync(PersonId person) =>
        [.. await House.ReadAsync(db => db.Set<GroupMember>().Where(m => m.Person == person && m.FromUtc <= House.Now && House.Now < m.UntilUtc).Select(m => m.Group).ToListAsync())];

    public Task<GroupId> GroupOfAsync(UnitId unit) => House.ReadAsync(db => db.Set<Unit>().Where(u => u.Id == unit).Select(u => u.Group).SingleAsync());

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task FillAsync()
    {
        City = await House.Town.CityAsync();
        Leisure = await House.Town.UnitAsync("Vapaa-aikapalvelut", UnitKind.Division, City);
        Library = await House.Town.UnitAsync("Kirjasto", UnitKind.Unit, Leisure);
        Archive = await House.Town.UnitAsync("Arkisto", UnitKind.Unit, Leisure);
        Museum = await House.Town.UnitAsync("Museo", UnitKind.Unit, City);
        (Mayor, Helka) = (await House.Town.StaffAsync("Mari Johtaja"), await House.Town.StaffAsync("Helka Pomo", Leisure));
        (Matti, Kai) = (await House.Town.StaffAsync("Matti Museo", Museum), await House.Town.StaffAsync("Kai Virta", Library));
        await House.HeadAsync(City, Mayor);
        await House.HeadAsync(Leisure, Helka);
        await House.HeadAsync(Museum, Matti);
        Librarian = GroupId.New();
        await House.WriteAsync(db =>
        {
            db.Add(new Group { Id = Librarian, Kind = GroupKind.Duty, Code = "kirjastonhoitaja", NameFi = "Kirjastonhoitaja", NameSv = "Bibliotekarie" });
            return Task.CompletedTask;
        });
    }
}
