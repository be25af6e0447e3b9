using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>
/// Two schools in the last days of a school year, and what their system says of the next one: 7B becomes 8B and 7X becomes 8X, 9A ends, a
/// new 7B and an 8C begin; one pupil changes class and one changes school.
/// </summary>
internal sealed class YearTown : IAsyncDisposable
{
    public const string Feed = "oppilaat";

    /// <summary>People of the last year, with the two teachers.</summary>
    public const int Here = 37;

    private YearTown(FeedTown feeds, Actor sender, Actor second, TestSpace space) => (Feeds, Sender, Second, Space) = (feeds, sender, second, space);

    public FeedTown Feeds { get; }
    public TestHouse House => Feeds.House;

    public Actor Sender { get; }

    /// <summary>Approves what the sender sent.</summary>
    public Actor Second { get; }

    /// <summary>The space of the class that is 7B now.</summary>
    public TestSpace Space { get; }

    /// <summary>The day of the change. Last year's roles end on the day before, and the first day of school is ten days later.</summary>
    public DateOnly Day { get; private init; }

    public static async Task<YearTown> OpenAsync(string database, int daysAhead = 20)
    {
        var feeds = await FeedTown.OpenAsync(database);
        await feeds.House.Town.UnitAsync("Salmen koulu", UnitKind.School, feeds.City, "03764");
        await feeds.House.Town.UnitAsync("Strandens skola", UnitKind.School, feeds.City, "03765");
        var (sender, second) = (await feeds.StewardAsync("Aino Mäki", Source.Schools), await feeds.StewardAsync("Eero Lahti", Source.Schools));
        var space = await feeds.House.Town.SpaceAsync("Luokan tila", Confidentiality.Members, sender.Person!.Value);
        var town = new YearTown(feeds, sender, second, space) { Day = feeds.Today.AddDays(daysAhead) };
        Assert.Equal(BatchState.Applied, (await feeds.ImportAsync(town.Last(), Source.Schools, Feed)).State);
        await feeds.House.Town.IncludeAsync(space.Members, await town.ClassAsync("7B"), SpaceRole.Reader);
        return town;
    }

    public ValueTask DisposeAsync() => Feeds.DisposeAsync();

    /// <summary>What the system said of the year that ends.</summary>
    public TestFeed Last() => new(
        [
            .. Some("p", 20).Select(k => Pupil(k, "7B", "c7")), .. Some("n", 5).Select(k => Pupil(k, "9A", "c9")), .. Some("x", 10).Select(k => Pupil(k, "7X", "d7", "03765")),
            Teacher("ope1", "c7", "t1"), Teacher("ope2", "c9"),
        ])
    {
        Groups = [Class("c7", "7B"), Class("c9", "9A"), Class("d7", "7X", "03765"), new("t1", GroupKind.Teaching, "Ranska 1", "03764")],
    };

    /// <summary>What it says of the next one.</summary>
    public TestFeed Next() => new(
        [
            .. Some("p", 20).Skip(2).Select(k => Next(Pupil(k, "8B", "c7"))), Next(Pupil("p00", "8C", "e8")), Next(Pupil("p01", "8X", "d7", "03765")),
            .. Some("x", 10).Select(k => Next(Pupil(k, "8X", "d7", "03765"))), .. Some("u", 4).Select(k => Next(Pupil(k, "7B", "c1"))),
            Teacher("ope1", "c7", "t2"),
        ])
    {
        Groups = [Class("c7", "8B"), Class("d7", "8X", "03765"), Class("c1", "7B"), Class("e8", "8C"), new("t1", GroupKind.Teaching, "Ranska 1", "03764"), new("t2", GroupKind.Teaching, "Ranska 2", "03764")],
    };

    public FedPerson Pupil(string key, string className, string group, string school = "03764") => new(
        key, Card.B, "Oppilas", $"Suku{key}", [new($"{school}/student/nyt", Population.Pupil, AssignmentKind.Regular, Day.AddDays(-300), Day.AddDays(-1), school) { Groups = [group] }])
    {
        UserId = $"oppilas.{key}",
        School = school,
        ClassName = className,
        Role = SchoolRole.Pupil,
    };

    /// <summary>The same person's role of the next year.</summary>
    public FedPerson Next(FedPerson person) => person with
    {
        Assignments = [person.Assignments[0] with { Key = $"{person.School}/student/ensi", FirstDay = Day.AddDays(10), LastDay = Day.AddDays(300) }],
    };

    public static FedGroup Class(string key, string name, string school = "03764") => new(key, GroupKind.Class, name, school);

    /// <summary>Sends what is said of the next year and lays it out, as the house does by itself.</summary>
    public async Task<YearChangeId> PlanAsync(TestFeed feed, DateOnly? day = null, bool dryRun = false, Actor? by = null)
    {
        var change = await SendAsync(feed, day, dryRun, by);
        await WorkAsync();
        return change;
    }

    /// <summary>Sends it; nobody has read it yet.</summary>
    public async Task<YearChangeId> SendAsync(TestFeed feed, DateOnly? day = null, bool dryRun = false, Actor? by = null)
    {
        var (change, _, refusal) = await House.InAsync((YearActions years) => years.ReceiveAsync(
            new MemoryStream(TestReader.Write(feed)), "ensi.json", TestReader.FormatOf(Source.Schools, Feed), day ?? Day, dryRun, by ?? Sender));
        Assert.Null(refusal);
        return change!.Value;
    }

    public async Task<Refusal?> ApproveAsync(YearChangeId change, DateOnly? day = null, string? reason = "Käyty läpi koulujen kanssa", Actor? by = null)
    {
        var plan = (await ChangeAsync(change)).Plan!.Value;
        return await House.InAsync((YearActions years) => years.ApproveAsync(change, plan, day ?? Day, reason, by ?? Second));
    }

    /// <summary>The jobs that have to do with it, once each.</summary>
    public async Task WorkAsync()
    {
        await House.InAsync((YearWork work) => work.RunAsync(default));
        await House.InAsync((FeedWork work) => work.RunAsync(default));
    }

    /// <summary>It is the day of the change, an hour in, and no job has run.</summary>
    public void Come(DateOnly? day = null) => House.Clock.Move(Helsinki.StartOf(day ?? Day).AddHours(1) - House.Now);

    public Task<Refusal?> WithdrawAsync(YearChangeId change, string? reason = null, Actor? by = null) =>
        House.InAsync((YearActions years) => years.WithdrawAsync(change, reason, by ?? Sender));

    public Task<YearChange> ChangeAsync(YearChangeId id) => House.ReadAsync(db => db.Set<YearChange>().AsNoTracking().SingleAsync(c => c.Id == id));

    public async Task<YearState> StateAsync(YearChangeId id) => (await ChangeAsync(id)).State;

    public Task<GroupId> ClassAsync(string name) => House.ReadAsync(db => db.Set<Group>().Where(g => g.Kind == GroupKind.Class && g.NameFi == name).Select(g => g.Id).SingleAsync());

    public Task<GroupId> GroupAsync(string key) => House.ReadAsync(db => db.Set<Group>().Where(g => g.Code == $"Schools:{Feed}:{key}").Select(g => g.Id).SingleAsync());

    public async Task<PersonId> PersonAsync(string key) => (await Feeds.RecordAsync(key, Source.Schools)).Person!.Value;

    /// <summary>The names of the classes, teaching groups and spaces that somebody is in now.</summary>
    public async Task<string> InAsync(string key) => await Feeds.InAsync(await PersonAsync(key));

    /// <summary>How many rows of what a change said, and of what was laid out for it, lie in the house.</summary>
    public Task<int> KeptAsync() => House.ReadAsync(async db =>
        await db.Set<YearContent>().CountAsync() + await db.Set<Staged>().CountAsync() + await db.Set<StagedGroup>().CountAsync() + await db.Set<YearBridge>().CountAsync());

    private FedPerson Teacher(string key, params string[] groups) => new(
        key, Card.B, "Opettaja", $"Suku{key}", [new("03764/teacher", Population.Staff, AssignmentKind.Regular, Day.AddDays(-300), Helsinki.Open, "03764", Duty: "opettaja") { Groups = groups }])
    {
        UserId = key,
        School = "03764",
        Role = SchoolRole.Staff,
    };

    private static IEnumerable<string> Some(string letter, int count) => Enumerable.Range(0, count).Select(i => $"{letter}{i:00}");
}
