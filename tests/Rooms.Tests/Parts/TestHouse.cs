using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Tupa.Kernel;
using Tupa.Server;

namespace Tupa.Tests;

/// <summary>A whole house on a fresh database of its own, with a clock the test moves. Web is served on a free loopback port when asked for.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    private const string Commands = "Microsoft.EntityFrameworkCore.Database.Command";
    private const string Updates = "Microsoft.EntityFrameworkCore.Update";

    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);

    private readonly WebApplication _app;
    private Task? _served;
    private readonly string _folder;
    private readonly string? _database;

    private TestHouse(WebApplication app, string folder, string? database, TestClock clock, Statements statements)
    {
        (_app, _folder, _database, Clock, Statements) = (app, folder, database, clock, statements);
        Town = new Town(this);
    }

    /// <summary>Both databases; every test that opens one runs on each.</summary>
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    public TestClock Clock { get; }

    public Statements Statements { get; }

    /// <summary>Makes people, units, groups and spaces.</summary>
    public Town Town { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>For a route that the house does not have; before the first request.</summary>
    public Microsoft.AspNetCore.Routing.IEndpointRouteBuilder Routes => _app;

    public string Folder => _folder;

    /// <summary>The connection string of PostgreSQL; empty for the embedded database.</summary>
    public string Database => Services.GetRequiredService<Settings>().Database;

    public DateTime Now => Clock.UtcNow();

    /// <summary>The address the house serves at, once <see cref="ServeAsync"/> has been called.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Opens a house on a copy of the migrated template.</summary>
    /// <param name="database">"sqlite" or "postgres".</param>
    /// <param name="settings">Overrides, "Tupa:Section:Key".</param>
    /// <param name="more">The last word on services.</param>
    public static async Task<TestHouse> OpenAsync(
        string database, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("tupa-test-").FullName;
        var overrides = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>(), StringComparer.Ordinal)
        {
            ["Tupa:Folder"] = folder,
            ["Tupa:Listen"] = "http://127.0.0.1:0",
        };

        string? name = null;
        if (database == "sqlite")
        {
            File.Copy(await SqliteTemplate.Value, Path.Combine(folder, "tupa.db"));
        }
        else
        {
            name = $"t{Guid.CreateVersion7():n}";
            overrides["Tupa:Database"] = await PostgresPart.CreateAsync(name, await PostgresTemplate.Value);
        }

        var clock = new TestClock();
        var statements = new Statements();
        var app = await HouseHost.BuildAsync(Settings.Read(overrides), services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.ConfigureDbContext<TupaDb>(db => db.AddInterceptors(statements));

            // Of a write that the gate tries again EF says an error as of one that failed for good: not on the console, but with a test that fails.
            services.AddLogging(logging => logging
                .AddFilter<ConsoleLoggerProvider>(Commands, LogLevel.None).AddFilter<ConsoleLoggerProvider>(Updates, LogLevel.None)
                .AddProvider(TestOutput.Here()).AddFilter<TestOutput>(null, LogLevel.None)
                .AddFilter<TestOutput>(Commands, LogLevel.Error).AddFilter<TestOutput>(Updates, LogLevel.Error));
            more?.Invoke(services);
        }, default);
        return new(app, folder, name, clock, statements);
    }

    /// <summary>Runs the work in a scope of its own, as one request would.</summary>
    public async Task<T> InAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc cref="InAsync{TService,T}"/>
    public async Task InAsync<TService>(Func<TService, Task> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Reads rows past every wall.</summary>
    public Task<T> ReadAsync<T>(Func<TupaDb, Task<T>> read) => InAsync(read);

    /// <summary>Writes rows past every wall, for what a test needs to stand.</summary>
    public async Task WriteAsync(Func<TupaDb, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync<bool>(async () =>
        {
            await work(db);
            return true;
        });
    }

    /// <summary>"deed" or "deed refused" of every audit entry, oldest first.</summary>
    public Task<List<string>> AuditedAsync() => ReadAsync(async db =>
        (await db.Set<Audit.AuditEntry>().OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync())
        .ConvertAll(e => e.Outcome == Audit.AuditOutcome.Done ? e.Deed : $"{e.Deed} refused"));

    /// <summary>Starts the web server; asked again, it stands already. Jobs do not run by themselves; a test calls <see cref="RunJobsAsync"/>.</summary>
    public async Task<TestHouse> ServeAsync()
    {
        await (_served ??= _app.StartAsync());
        return this;
    }

    /// <summary>Answers home to nobody, as before the doors open.</summary>
    public async Task<int?> RehearseAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await WarmUp.RehearseAsync(_app, scope.ServiceProvider, default);
    }

    /// <summary>Runs what is due, now.</summary>
    public Task<int> RunJobsAsync() => Services.GetRequiredService<JobRunner>().RunDueAsync(default);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_database is not null) await PostgresPart.DropAsync(_database);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tupa-template-").FullName;
        await using (var app = await HouseHost.BuildAsync(Settings.Read([new("Tupa:Folder", folder)]), null, default))
        {
            await LeaveClaimsAloneAsync(app);
            await app.Services.GetRequiredService<Storage.Sqlite.SqliteWriteGate>().DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return Path.Combine(folder, "tupa.db");
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var name = $"template_{Guid.CreateVersion7():n}";
        var address = await PostgresPart.CreateAsync(name);
        var folder = Directory.CreateTempSubdirectory("tupa-template-").FullName;
        await using (var app = await HouseHost.BuildAsync(Settings.Read([new("Tupa:Folder", folder), new("Tupa:Database", address)]), null, default))
            await LeaveClaimsAloneAsync(app);

        Directory.Delete(folder, recursive: true);
        Npgsql.NpgsqlConnection.ClearAllPools();
        return name;
    }

    /// <summary>Promises are checked where a test asks for it, and not by the way when it runs what is due: one check takes half a minute.</summary>
    private static async Task LeaveClaimsAloneAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(() =>
        {
            db.Add(new JobRow { Name = nameof(Tupa.Privacy.ClaimRounds), DueAt = Helsinki.Never, ClaimedUntil = DateTime.UnixEpoch });
            return Task.FromResult(true);
        });
    }
}
