using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>A delivery as the tests write it.</summary>
public sealed record TestFeed(IReadOnlyList<FedPerson> People)
{
    public bool Whole { get; init; } = true;
    public IReadOnlyList<FedUnit> Units { get; init; } = [];
    public IReadOnlyList<FedGroup> Groups { get; init; } = [];

    /// <summary>What no statement allows: a column that a reader passes by.</summary>
    public string? Forbidden { get; init; }

    /// <summary>Something is wrong on this line.</summary>
    public int? WrongLine { get; init; }

    /// <summary>The reading breaks after so many people.</summary>
    public int? BreaksAfter { get; init; }
}

/// <summary>Something that happens while a delivery is being read: before the person of a number is given out.</summary>
internal sealed class Meanwhile
{
    public Func<int, Task>? At { get; set; }
}

/// <summary>Reads deliveries of the tests; as a real one it looks through all of the file before it gives out anybody.</summary>
internal sealed class TestReader(Source source, string feed, Meanwhile? meanwhile = null) : IFeedReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IncludeFields = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Format => FormatOf(Source, Feed);

    public Source Source => source;

    public string Feed => feed;

    public static string FormatOf(Source source, string feed) => $"test-{source}-{feed}".ToLowerInvariant();

    public static byte[] Write(TestFeed told) => JsonSerializer.SerializeToUtf8Bytes(told, Options);

    public async Task<ReadFeed?> ReadAsync(FeedFile file, FeedNotes notes, CancellationToken stop)
    {
        await using var stream = File.OpenRead(file.Path);
        var told = (await JsonSerializer.DeserializeAsync<TestFeed>(stream, Options, stop))!;
        if (told.Forbidden is not null) notes.Dropped(new("Hylätty", "Förkastat", "Dropped"), column: "henkilotunnus");
        if (told.WrongLine is { } line) notes.Error(new("Väärin", "Fel", "Wrong"), "people.csv", line, "email");
        return notes.HasErrors ? null : new(told.Whole, told.People.Count, told.Units, told.Groups, _ => OneByOneAsync(told));
    }

    private async IAsyncEnumerable<FedPerson> OneByOneAsync(TestFeed told)
    {
        await Task.CompletedTask;
        for (var i = 0; i < told.People.Count; i++)
        {
            if (i == told.BreaksAfter) throw new IOException("The reading broke");
            if (meanwhile?.At is { } at) await at(i);
            yield return told.People[i];
        }
    }
}

/// <summary>A town whose people come from feeds.</summary>
internal sealed class FeedTown : IAsyncDisposable
{
    private FeedTown(TestHouse house, UnitId city, UnitId library) => (House, City, Library) = (house, city, library);

    public TestHouse House { get; }
    public UnitId City { get; }
    public UnitId Library { get; }

    public static async Task<FeedTown> OpenAsync(string database, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var house = await TestHouse.OpenAsync(database, settings, services =>
        {
            foreach (var source in Enum.GetValues<Source>()) services.AddScoped<IFeedReader>(_ => new TestReader(source, ""));
            services.AddSingleton<Meanwhile>();
            services.AddScoped<IFeedReader>(p => new TestReader(Source.Schools, "oppilaat", p.GetRequiredService<Meanwhile>()));
            services.AddScoped<IFeedReader>(_ => new TestReader(Source.Schools, "opettajat"));
            more?.Invoke(services);
        });
        var city = await house.Town.CityAsync();
        return new(house, city, await house.Town.UnitAsync("Kirjasto", UnitKind.Unit, city));
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    /// <summary>A member of staff as a source says it, in the library from yesterday on.</summary>
    public FedPerson Staff(string key, string name = "Aino Mäki", string? userId = null, UnitId? unit = null, DateOnly? lastDay = null) =>
        new(key, Card.A, name.Split(' ')[0], name.Split(' ')[1],
            [new("t1", Population.Staff, AssignmentKind.Regular, Today.AddDays(-1), lastDay ?? Helsinki.Open, (unit ?? Library).ToString())])
        {
            UserId = userId ?? $"user.{key}",
            Email = $"{userId ?? key}@kuusisalmi.example",
            Organisation = "Kirjasto",
        };

    public FedPerson Pupil(string key, string name, string className, params string[] groups) =>
        new(key, Card.B, name.Split(' ')[0], name.Split(' ')[1],
            [new("t1", Population.Pupil, AssignmentKind.Regular, Today.AddDays(-1), Helsinki.Open, "03764") { Groups = groups }])
        {
            UserId = $"pupil.{key}",
            School = "03764",
            ClassName = className,
            Role = SchoolRole.Pupil,
        };

    public DateOnly Today => Helsinki.Day(House.Now);

    public List<FedPerson> Many(int count) => [.. Enumerable.Range(0, count).Select(i => Staff($"k{i:00000}", $"Nimi{i} Suku{i}"))];

    /// <summary>Delivers at once, as the command does; returns the batch and how far it came.</summary>
    public async Task<(BatchId Id, BatchState State)> ImportAsync(TestFeed feed, Source source = Source.Supervisors, string name = "", bool dryRun = false, Actor? by = null)
    {
        var id = await ReceiveAsync(feed, source, name, dryRun, atOnce: true, by);
        return (id, await RunAsync(id));
    }

    public async Task<BatchId> ReceiveAsync(TestFeed feed, Source source = Source.Supervisors, string name = "", bool dryRun = false, bool atOnce = false, Actor? by = null)
    {
        var (batch, refusal) = await House.InAsync((FeedActions feeds) => feeds.ReceiveAsync(
            new MemoryStream(TestReader.Write(feed)), "people.json", TestReader.FormatOf(source, name), dryRun, atOnce, by ?? Actor.House("test")));
        Assert.Null(refusal);
        return batch!.Value;
    }

    public Task<BatchState> RunAsync(BatchId id) => House.InAsync((FeedRunner runner) => runner.RunAsync(id));

    public Task<IReadOnlyDictionary<string, int>> CountsAsync(BatchId id) => House.InAsync(async (FeedQueries feeds) => (await feeds.ReportAsync(id)).Counts);

    public Task<SourceRecord> RecordAsync(string key, Source source = Source.Supervisors) =>
        House.ReadAsync(db => db.Set<SourceRecord>().AsNoTracking().SingleAsync(r => r.Source == source && r.Key == key));

    public Task<List<Assignment>> AssignmentsAsync(PersonId person) =>
        House.ReadAsync(db => db.Set<Assignment>().AsNoTracking().Where(a => a.Person == person && a.UntilUtc > House.Now).ToListAsync());

    /// <summary>The names of the classes, teaching groups and spaces that somebody is in now.</summary>
    public async Task<string> InAsync(PersonId person)
    {
        var now = House.Now;
        var names = await House.ReadAsync(db => db.Set<Membership>().Where(m => m.Person == person && m.FromUtc <= now && now < m.UntilUtc)
            .Join(db.Set<Group>().Where(g => g.Kind == GroupKind.Class || g.Kind == GroupKind.Teaching || g.Kind == GroupKind.SpaceMembers), m => m.Group, g => g.Id, (_, g) => g.NameFi).Distinct().ToListAsync());
        return string.Join(", ", names.Order(StringComparer.Ordinal));
    }

    /// <summary>What lies in the folder of deliveries.</summary>
    public IReadOnlyList<string> Files() => Directory.GetFiles(Path.Combine(House.Folder, "blobs", "incoming", "feeds"));

    /// <summary>A second person with the authority to decide on a source.</summary>
    public async Task<Actor> StewardAsync(string name, Source source = Source.Supervisors)
    {
        var person = await House.Town.StaffAsync(name);
        await House.WriteAsync(async db => db.Add(new Authority
        {
            Id = AuthorityId.New(),
            Assignment = (await db.Set<Assignment>().SingleAsync(a => a.Person == person)).Id,
            Kind = AuthorityKind.SourceSteward,
            Scope = source.ToString(),
            FromUtc = House.Now.AddDays(-1),
            UntilUtc = House.Now.AddDays(100),
        }));
        return Actor.Of(person);
    }

    /// <summary>Every value of every table, as one text.</summary>
    public Task<string> EverythingAsync() => House.ReadAsync(async db =>
    {
        var all = new System.Text.StringBuilder();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select * from {entity.GetTableName()}";
            if (command.Connection!.State != System.Data.ConnectionState.Open) await db.Database.OpenConnectionAsync();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++) all.Append(reader.GetValue(i) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : reader.GetValue(i)).Append(' ');
            }
        }

        return all.ToString();
    });

    /// <summary>Every row of every table of the register that feeds may touch, as one text: what is the same has not changed.</summary>
    public Task<string> StateAsync() => House.ReadAsync(async db => string.Join('\n', [
        .. (await db.Set<Person>().AsNoTracking().OrderBy(p => p.Id).ToListAsync()).Select(p => $"{p.Id} {p.Shielded} {p.UsedUntil:O}"),
        .. (await db.Set<CardA>().AsNoTracking().OrderBy(c => c.Person).ToListAsync()).Select(c => $"{c.Person} {c.GivenName} {c.FamilyName} {c.Email} {c.UserId} {c.Phone} {c.Organisation} {c.HiddenAt:O}"),
        .. (await db.Set<CardB>().AsNoTracking().OrderBy(c => c.Person).ToListAsync()).Select(c => $"{c.Person} {c.GivenName} {c.ClassName} {c.School} {c.HiddenAt:O}"),
        .. (await db.Set<Origin>().AsNoTracking().OrderBy(o => o.Person).ThenBy(o => o.Card).ThenBy(o => o.Column).ToListAsync()).Select(o => $"{o.Person} {o.Column} {o.SourceRecord} {o.Batch}"),
        .. (await db.Set<SourceRecord>().AsNoTracking().OrderBy(r => r.Id).ToListAsync()).Select(r => $"{r.Id} {r.Person} {r.State} {r.LastBatch}"),
        .. (await db.Set<Assignment>().AsNoTracking().OrderBy(a => a.Id).ToListAsync()).Select(a => $"{a.Id} {a.Person} {a.Unit} {a.LastDay} {a.UntilUtc:O}"),
        .. (await db.Set<GroupMember>().AsNoTracking().OrderBy(m => m.Person).ThenBy(m => m.Group).ThenBy(m => m.Cause).ToListAsync()).Select(m => $"{m.Person} {m.Group} {m.Cause} {m.UntilUtc:O}"),
        .. (await db.Set<Group>().AsNoTracking().OrderBy(g => g.Id).ToListAsync()).Select(g => $"{g.Id} {g.Code} {g.NameFi}"),
    ]));
}
