using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>What the months bring to a town: joiners, movers, leavers, returns, school years, another council, and deliveries that come to nothing.</summary>
internal sealed class TravelMonths(TestHouse house, TravelTown town)
{
    /// <summary>In this month another council sits: a year and a half after the first.</summary>
    private const int Election = 19;

    private int _month;

    /// <summary>Those of whom only deliveries spoke that came to nothing: they were never here.</summary>
    public List<Traveller> Strangers { get; } = [];

    /// <summary>How many came back as who they were, and how many after they had been erased.</summary>
    public (int Known, int Anew) Returned { get; private set; }

    /// <summary>How many school years began, and how many councils.</summary>
    public (int Years, int Councils) Turned { get; private set; }

    private DateOnly Today => house.Clock.Today();

    /// <summary>It is the fifteenth, and every source delivers.</summary>
    public async Task PassAsync()
    {
        _month++;
        await PartnersAsync();
        var (year, election) = (Today.Month == 8, _month == Election);
        if (year) BeginYear();
        if (election) Elect();
        for (var i = 0; i < Often(8); i++) Leave(town.Some(p => p.Source != Source.Sponsors));
        for (var i = 0; i < Often(4); i++) Move(town.Some(p => p.Source is Source.Supervisors or Source.Schools));
        await ReturnAsync();
        for (var i = 0; i < Often(7); i++) town.Come(i % 7 == 6 ? Source.Decisions : i % 7 < 3 ? Source.Schools : Source.Supervisors, pupil: i % 7 < 2);

        var doubtful = _month % 6 == 2 ? Stranger(Source.Schools, othersEmail: town.Some(p => p.Source == Source.Schools).SchoolEmail) : null;
        var braked = await town.DeliverAsync(doubtful, election);
        Assert.True(!year || braked.School == BrakeCause.Ends, "The last classes left, and nobody was asked");
        Assert.True(!election || braked.Council == BrakeCause.Ends, "A council left, and nobody was asked");
        Assert.Equal(doubtful is null ? 0 : 1, await house.ReadAsync(db => db.Set<SameTask>().CountAsync()));
        Turned = (Turned.Years + (year ? 1 : 0), Turned.Councils + (election ? 1 : 0));

        for (var i = 0; i < Often(1); i++) await town.InviteAsync();
        await town.KnowAsync();
        await LoseAsync();
    }

    /// <summary>So often in a month, in a town of three hundred.</summary>
    private int Often(int times) => Math.Max(1, times * town.Size / 300);

    /// <summary>Of the staff a last day is told, today or a fortnight ahead; of all others the source is silent from now on.</summary>
    private void Leave(Traveller person)
    {
        if (person.Source == Source.Supervisors)
        {
            person.LastDay = Today.AddDays(14 * town.Chance.Next(2));
            town.Tell(person);
        }

        person.Left = person.LastDay ?? Today;
    }

    /// <summary>To another unit or class, the same day. A pupil may go over to the staff, and has another card then.</summary>
    private void Move(Traveller person)
    {
        if (person.Population == Population.Pupil && town.Chance.Next(2) == 0)
        {
            (person.Source, person.Population) = (Source.Supervisors, Population.Staff);
            town.Expect(person);
        }
        else if (person.Source == Source.Supervisors)
        {
            person.Unit = (person.Unit + 1 + town.Chance.Next(TravelTown.Units - 1)) % TravelTown.Units;
            town.Tell(person);
        }
        else
        {
            person.Class = (person.Class.Grade, town.Letter());
        }
    }

    /// <summary>Some come back: as the person they were where they are still known, else as somebody new. Half of them have not been gone for long.</summary>
    private async Task ReturnAsync()
    {
        var gone = town.Everyone.FindAll(p => p.Left < Today && p.Source != Source.Sponsors).OrderByDescending(p => p.Left).ToList();
        for (var i = 0; i < Often(2) && gone.Count > Often(20); i++)
        {
            var person = gone[town.Chance.Next(town.Chance.Next(2) == 0 ? Often(20) : gone.Count)];
            gone.Remove(person);
            var known = await house.ReadAsync(db => db.Set<Person>().AnyAsync(p => p.Id == person.Id));
            if (!known) person.ComeAnew();
            Returned = known ? (Returned.Known + 1, Returned.Anew) : (Returned.Known, Returned.Anew + 1);
            (person.Left, person.LastDay, person.Class) = (null, null, (Math.Min(person.Class.Grade, TravelTown.Grades), person.Class.Letter));
            town.Expect(person);
        }
    }

    /// <summary>All pupils are in other classes, the last ones leave, and as many begin.</summary>
    private void BeginYear()
    {
        town.SchoolYear = Today.Year;
        var pupils = town.Here().FindAll(p => p.Population == Population.Pupil);
        foreach (var pupil in pupils) pupil.Class = (pupil.Class.Grade + 1, pupil.Class.Letter);
        foreach (var pupil in pupils.Where(p => p.Class.Grade > TravelTown.Grades))
        {
            Leave(pupil);
            town.Come(Source.Schools, pupil: true, grade: 1);
        }
    }

    /// <summary>Two of three are not elected again; whoever is has another seat, and is at no instant without one.</summary>
    private void Elect()
    {
        town.Elected = true;
        foreach (var member in town.Here().FindAll(p => p.Source == Source.Decisions))
        {
            if (town.Chance.Next(3) == 0)
            {
                town.Expect(member);
                continue;
            }

            Leave(member);
            town.Come(Source.Decisions);
        }
    }

    /// <summary>The time of a partner ends by itself, or with the sponsor's: that is asked of the house.</summary>
    private async Task PartnersAsync()
    {
        var (partners, now) = (town.Here().FindAll(p => p.Source == Source.Sponsors), house.Now);
        var ids = partners.ConvertAll(p => p.Id);
        var over = (await house.ReadAsync(db => db.Set<Person>().Where(p => ids.Contains(p.Id) && p.UsedUntil <= now).Select(p => p.Id).ToListAsync())).ToHashSet();
        foreach (var partner in partners.Where(p => over.Contains(p.Id))) partner.Left = Today;
    }

    /// <summary>Deliveries that come to nothing: tried, refused, left lying, sent back.</summary>
    private Task LoseAsync() => (_month % 4) switch
    {
        0 => LoseAsync(Stranger(Source.Schools), town.Roster, BatchState.Tried),
        1 => LoseAsync(Stranger(Source.Supervisors, unit: TravelTown.Units), s => TravelFiles.Supervised([s]), BatchState.Refused),
        2 => LoseAsync(Stranger(Source.Supervisors), s => TravelFiles.Supervised([s]), BatchState.Lapsed),
        _ => LoseAsync(Stranger(Source.Decisions), town.Officials, BatchState.Rejected),
    };

    private Task LoseAsync(Traveller stranger, Func<Traveller, byte[]> file, BatchState becomes) => town.Feeds.LoseAsync(stranger.Source, file(stranger), stranger.Secret, becomes);

    private Traveller Stranger(Source source, int unit = 0, string? othersEmail = null)
    {
        var stranger = new Traveller(town.Chance, source, Population.Pupil) { OthersEmail = othersEmail, Unit = unit, Class = (1, 0), Seat = (1, Today) };
        Strangers.Add(stranger);
        return stranger;
    }
}
