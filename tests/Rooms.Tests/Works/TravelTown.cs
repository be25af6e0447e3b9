using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>
/// A town whose people are here because its sources say so: pupils and teachers by OneRoster, the council by Popolo, the staff by the
/// supervisors' file, partners by the invitation of a sponsor.
/// </summary>
internal sealed class TravelTown
{
    public const int Units = 6;
    public const int Grades = 4;

    private static readonly (DateOnly, DateOnly) OldTerm = (new(2025, 6, 1), new(2027, 8, 31));
    private static readonly (DateOnly, DateOnly) NewTerm = (new(2027, 7, 15), new(2031, 5, 31));

    private readonly TestHouse _house;

    /// <summary>Whom the supervisors' next file is about, and whom the house must know after the next deliveries.</summary>
    private readonly HashSet<Traveller> _told = [];
    private readonly List<Traveller> _expected = [];

    private TravelTown(TestHouse house, int size, Random chance, PersonId administrator) => (_house, Size, Chance, Feeds) = (house, size, chance, new(house, administrator));

    public int Size { get; }

    public Random Chance { get; }

    public TravelFeeds Feeds { get; }

    public List<Traveller> Everyone { get; } = [];

    public List<TestSpace> Spaces { get; } = [];

    /// <summary>The year in which the school year began.</summary>
    public int SchoolYear { get; set; } = 2025;

    /// <summary>Whether the council of the next term has been elected.</summary>
    public bool Elected { get; set; }

    public static async Task<TravelTown> FoundAsync(TestHouse house, int size, Random chance)
    {
        var city = await house.Town.CityAsync();
        for (var i = 0; i < Units; i++) await house.Town.UnitAsync(TravelFiles.UnitName(i), parent: city);
        await house.Town.UnitAsync(TravelFiles.School, UnitKind.School, city, TravelFiles.Code);
        var town = new TravelTown(house, size, chance, await AdministratorAsync(house));
        for (var i = 0; i < 5; i++) town.Spaces.Add(await house.Town.SpaceAsync($"Työtila {i}", Confidentiality.Members));

        var partners = size / 20;
        for (var i = 0; i < size - partners; i++) town.Come(i % 10 == 9 ? Source.Decisions : i % 10 < 4 ? Source.Schools : Source.Supervisors, pupil: i % 10 < 3);
        await town.DeliverAsync();
        for (var i = 0; i < partners; i++) await town.InviteAsync();
        await town.KnowAsync();
        return town;
    }

    public List<Traveller> Here() => [.. Everyone.Where(p => p.Left is null)];

    /// <summary>Somebody whom the house knows already.</summary>
    public Traveller Some(Func<Traveller, bool>? of = null)
    {
        var some = Here().FindAll(p => p.Id != default && (of is null || of(p)));
        return some[Chance.Next(some.Count)];
    }

    public void Come(Source source, bool pupil = false, int? grade = null)
    {
        var population = pupil ? Population.Pupil : source == Source.Decisions ? Population.Elected : Population.Staff;
        var person = new Traveller(Chance, source, population) { Unit = Chance.Next(Units), Class = (grade ?? Chance.Next(Grades) + 1, Letter()) };
        Everyone.Add(person);
        Expect(person);
    }

    /// <summary>Their source speaks of them anew, and the house must know them after that.</summary>
    public void Expect(Traveller person)
    {
        _expected.Add(person);
        if (person.Source == Source.Supervisors) Tell(person);
        if (person.Source == Source.Decisions) person.Seat = (person.Seat.Number + 1, _house.Clock.Today());
    }

    /// <summary>The supervisors' next file is about them too.</summary>
    public void Tell(Traveller person) => _told.Add(person);

    public int Letter() => Chance.Next(Math.Clamp(Size / 150, 2, 20));

    /// <summary>Every source delivers. Returns what the school and the council were braked for.</summary>
    /// <param name="doubtful">The school speaks of one whose record might be somebody else's.</param>
    public async Task<(BrakeCause School, BrakeCause Council)> DeliverAsync(Traveller? doubtful = null, bool election = false)
    {
        // Whoever goes from the school to the staff is of the staff before the school is silent.
        if (_told.Count > 0) await Feeds.DeliverAsync(Source.Supervisors, TravelFiles.Supervised(_told));
        _told.Clear();
        var braked = (await Feeds.DeliverAsync(Source.Schools, Roster(doubtful)), await Feeds.DeliverAsync(Source.Decisions, Officials(), reviewed: election));
        await KnowAsync();
        return braked;
    }

    public byte[] Roster(Traveller? and = null) => TravelFiles.Roster(Of(Source.Schools, and), SchoolYear);

    public byte[] Officials(Traveller? and = null) => TravelFiles.Officials(Of(Source.Decisions, and), Elected ? [OldTerm, NewTerm] : [OldTerm]);

    public async Task InviteAsync()
    {
        var (person, sponsor, id) = (new Traveller(Chance, Source.Sponsors, Population.Partner), Some(p => p.Source == Source.Supervisors), AssignmentId.New());
        var input = new InvitationInput
        {
            Id = id.Value,
            GivenName = person.Given,
            FamilyName = person.Family,
            Email = person.Email,
            Organisation = "Siltarakenne Oy",
            Contract = "KS/1/2026",
            Purpose = $"Sillan suunnittelu, {person.Secret}",
            LastDay = TravelFiles.Iso(_house.Clock.Today().AddMonths(2 + Chance.Next(9))),
        };
        Assert.Equal((false, null), await _house.InAsync((InvitationActions invitations) => invitations.InviteAsync(input, deputy: null, Actor.Of(sponsor.Id))));
        person.Key = id.ToString();
        Everyone.Add(person);
        Expect(person);
    }

    /// <summary>
    /// Whom the sources have brought: one person each, whichever sources speak of them, the same as before unless that one has been
    /// erased, and with the user ID that is theirs. Some join spaces.
    /// </summary>
    public async Task KnowAsync()
    {
        var keys = _expected.ConvertAll(p => p.Key);
        var known = (await _house.ReadAsync(db => db.Set<SourceRecord>().AsNoTracking().Where(r => keys.Contains(r.Key) && r.Person != null).ToListAsync())).ToLookup(r => r.Key, r => r.Person!.Value);
        var people = known.SelectMany(k => k).Distinct().ToList();
        var accounts = await _house.ReadAsync(db => db.Set<Account>().Where(a => people.Contains(a.Person)).ToDictionaryAsync(a => a.Person, a => a.UserId));
        foreach (var person in _expected)
        {
            var now = Assert.Single(known[person.Key].Distinct());
            Assert.True(person.Id == default || person.Id == now, "Somebody who was known has become another");
            Assert.False(person.Was(now), "Somebody who had been erased is there again");
            if (person.Source is Source.Schools or Source.Supervisors && person.Left is null) Assert.Equal(person.UserId, accounts.GetValueOrDefault(now));
            person.Id = now;
        }

        await JoinAsync([.. _expected.Where(p => p.Left is null)]);
        _expected.Clear();
    }

    private static async Task<PersonId> AdministratorAsync(TestHouse house)
    {
        var person = await house.Town.StaffAsync("Riina Rekisteri");
        await house.WriteAsync(async db => db.Add(new Authority
        {
            Id = AuthorityId.New(),
            Assignment = (await db.Set<Assignment>().SingleAsync(a => a.Person == person)).Id,
            Kind = AuthorityKind.RegisterAdministrator,
            FromUtc = house.Now.AddDays(-1),
            UntilUtc = house.Now.AddYears(4),
        }));
        return person;
    }

    private List<Traveller> Of(Source source, Traveller? and) => [.. Everyone.Where(p => p.Source == source && p.Left is null), .. and is null ? [] : new[] { and }];

    private Task JoinAsync(List<Traveller> people) => _house.WriteAsync(db =>
    {
        db.AddRange(people.SelectMany(person => Spaces.Where(_ => Chance.Next(3) == 0).Select(space => new GroupMember
        {
            Person = person.Id,
            Group = space.Members,
            Cause = Guid.CreateVersion7(),
            Because = Because.Grant,
            Rank = (int)SpaceRole.Contributor,
            FromUtc = _house.Now.AddDays(-1),
            UntilUtc = Helsinki.Never,
        })));
        return Task.CompletedTask;
    });
}
