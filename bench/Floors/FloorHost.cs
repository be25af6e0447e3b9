using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tupa.Server;
using Tupa.Storage.Postgres;
using Tupa.Storage.Sqlite;

namespace Tupa.Bench;

/// <summary>
/// What the machine, the web server, the database and gzip can do at the best: the floor below which no page of the house can be.
/// It runs in a process of its own, as the house does, and learns from the house what each page asks and sends.
/// </summary>
internal static class FloorHost
{
    /// <summary>What it says on its standard output when it is ready to be asked.</summary>
    public const string Ready = "floor ready";

    public static async Task<int> RunAsync(string planFile, CancellationToken stop)
    {
        var plan = JsonSerializer.Deserialize<FloorPlan>(await File.ReadAllTextAsync(planFile, stop))!;
        var settings = Settings.Read([new("Tupa:Listen", "http://127.0.0.1:0")]);
        var learnt = await FloorLesson.LearnAsync(settings, plan, stop);

        await using var services = Composition.Services(settings).BuildServiceProvider();
        var scenes = new FloorScenes(services, Connections(settings), learnt);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(plan.Listen);
        await using var app = builder.Build();
        app.Run(http => scenes.AnswerAsync(http, http.RequestAborted));
        await app.StartAsync(stop);
        Console.WriteLine(Ready);
        await ((IHost)app).WaitForShutdownAsync(stop);
        return 0;
    }

    private static FloorConnections Connections(Settings settings)
    {
        // They are kept here: a pool beside them would only be smaller than what is asked at once.
        if (settings.Database.Length > 0) return new(() => new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresAddress.ForReaders(settings.Database).ToString()) { Pooling = false }.ToString()));
        return new(() => new SqliteConnection(SqliteStorage.Address(settings.DatabaseFile)));
    }
}
