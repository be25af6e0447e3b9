using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Tupa.Server;

namespace Tupa.Bench;

/// <summary>Measures one filled house.</summary>
internal sealed partial class Measuring(BenchOrder order, string? database, Settings settings, BenchPeople people)
{
    private const int Imported = 5_000;
    private const int Storm = 50;
    private const int Listed = 1_000;

    // Without a trace means that the tables of people are written anew, and the file with them.
    private const int MostRewritten = 50_000;

    public async Task<Results> AllAsync(CancellationToken stop)
    {
        var machine = Machine.Here(order.HouseFolder);
        var cookies = await people.SignInAsync(settings, stop);
        var cold = order.Only is null ? await ColdAsync(cookies, stop) : new(0, 0, 0);

        await using var server = await ServerProcess.ServeAsync(order, database, stop);
        var scenes = Scenes.Of(people, cookies, await PictureAsync(server.Address, cookies[people.Some.Person], stop))
            .Where(s => order.Only is null || s.Name.StartsWith(order.Only, StringComparison.Ordinal)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(order.Quick ? 1 : 10), stop);
        var rest = Machine.Pss(server.Id);

        await using var floor = await FloorProcess.StartAsync(order, database, [.. scenes.Select(s => s.Floor)], stop);
        await using var memory = new MemoryWatch(server.Id);
        await WarmAsync(server, scenes, stop);
        var measured = await ScenesAsync(server, floor, scenes, stop);
        if (order.Only == "list") await ListAsync(server.Address, cookies[people.Some.Person], stop);
        if (order.Only == "erasure") await new Erasing(settings).AllAsync(removals: order.People <= MostRewritten, stop);
        if (order.Only == "take-away") await new TakingAway(settings).AllAsync(stop);
        if (order.Only is not null) return Found(machine, cold, new(rest, memory.Most), [], measured, new(0, 0, 0), new(new(0, 0, 0, 0, 0, 0, 0), 0, 0, 0, 0, 0));

        var weights = await WeighedAsync(server.Address, cookies[people.Some.Person], stop);
        var list = await ListAsync(server.Address, cookies[people.Some.Person], stop);
        var mixed = await MixedAsync(server.Address, cookies[people.Some.Person], stop);
        return Found(machine, cold, new(rest, memory.Most), weights, measured, list, mixed) with { Erasures = await new Erasing(settings).AllAsync(removals: order.People <= MostRewritten, stop) };
    }

    private Results Found(
        Machine machine, ColdStart cold, Memory memory, IReadOnlyList<Weight> weights, IReadOnlyList<Measured> measured, LongList list, Mixed mixed) => new(
            order.People, order.Database, order.Command, TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            typeof(Settings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?",
            machine, DatabaseBytes(), cold, memory, weights, measured, list, mixed);

    /// <summary>The middle one of three starts.</summary>
    private async Task<ColdStart> ColdAsync(Dictionary<Guid, string> cookies, CancellationToken stop)
    {
        var starts = new List<(double First, double Home)>();
        var rested = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            await using (var server = await ServerProcess.ServeAsync(order, database, stop))
                starts.Add((server.FirstPage.TotalMilliseconds, await HomeAsync(server.Address, cookies[people.Some.Person], stop)));

            await using (var server = await ServerProcess.ServeAsync(order, database, stop))
            {
                await Task.Delay(TimeSpan.FromSeconds(2), stop);
                rested.Add(await HomeAsync(server.Address, cookies[people.Some.Person], stop));
            }
        }

        var found = new ColdStart(Middle(starts.Select(s => s.First)), Middle(starts.Select(s => s.Home)), Middle(rested));
        Round.Say($"first page {found.FirstPage:0} ms after the start, first home {found.FirstHome:0.0} ms, after two seconds of rest {found.RestedHome:0.0} ms");
        return found;
    }

    private static double Middle(IEnumerable<double> some) => some.Order().ElementAt(1);

    private static async Task<double> HomeAsync(Uri address, string cookie, CancellationToken stop)
    {
        using var loop = new ClosedLoop(address);
        return (await loop.OnceAsync(new("/", cookie), stop)).TotalMilliseconds;
    }

    /// <summary>Until the compiler has settled: it makes the hot paths anew after some thousand requests, on the cores that are measured.</summary>
    private async Task WarmAsync(ServerProcess server, IReadOnlyList<Scene> scenes, CancellationToken stop)
    {
        using var house = new ClosedLoop(server.Address);
        foreach (var scene in scenes) await house.RunAsync(scene.Ask, 8, order.Quick ? 1 : 4, stop);
    }

    private async Task<IReadOnlyList<Measured>> ScenesAsync(ServerProcess server, FloorProcess floor, IReadOnlyList<Scene> scenes, CancellationToken stop)
    {
        using var house = new ClosedLoop(server.Address);
        using var bare = new ClosedLoop(floor.Address);
        var measured = new List<Measured>();
        foreach (var scene in scenes)
        {
            foreach (var connections in order.Connections)
            {
                var found = new Measured(scene.Name, scene.Words,
                    await house.RunAsync(scene.Ask, connections, order.Seconds, stop), await bare.RunAsync(scene.AskFloor, connections, order.Seconds, stop));
                measured.Add(found);
                Round.Say($"{scene.Name,-10} {connections,3}  p50 {found.House.P50,8:0.00}  p95 {found.House.P95,8:0.00}  p99 {found.House.P99,8:0.00}  {found.House.PerSecond,8:0.0}/s  {found.House.Bytes / 1024,6:0.0} KiB  floor p50 {found.Floor.P50,8:0.00} {found.Floor.PerSecond,8:0.0}/s  {found.OfFloor:0%}");
            }
        }

        return measured;
    }

    private static async Task<IReadOnlyList<Weight>> WeighedAsync(Uri address, string cookie, CancellationToken stop)
    {
        using var weighing = new Weighing(address);
        return [await weighing.OfAsync("sign-in", new("/sign-in", null), stop), await weighing.OfAsync("home", new("/", cookie), stop)];
    }

    /// <summary>A thousand people, page after page as a program reads them, by one connection.</summary>
    private static async Task<LongList> ListAsync(Uri address, string cookie, CancellationToken stop)
    {
        using var client = ClosedLoop.Client(address);
        var took = new List<double>();
        var people = 0;
        for (var i = 0; i < 8; i++)
        {
            var watch = Stopwatch.StartNew();
            people = 0;
            for (var cursor = ""; people < Listed;)
            {
                var asked = new Asked("/api/v1/people" + (cursor.Length > 0 ? "?cursor=" + Uri.EscapeDataString(cursor) : ""), cookie);
                using var message = asked.Message();
                message.Headers.Remove("Accept-Encoding");
                using var answer = await client.SendAsync(message, stop);
                asked.Check(answer);
                using var page = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
                people += page.RootElement.GetProperty("items").GetArrayLength();
                if (page.RootElement.GetProperty("next").GetString() is not { } next) break;
                cursor = next;
            }

            if (i > 2) took.Add(watch.Elapsed.TotalMilliseconds);
        }

        took.Sort();
        Round.Say($"a list of {people} people: {took[took.Count / 2]:0} ms");
        return new(people, took[took.Count / 2], took[^1]);
    }

    /// <summary>Home at 8 connections while thousands of rows are imported from another process and fifty people sign in at once.</summary>
    private async Task<Mixed> MixedAsync(Uri address, string cookie, CancellationToken stop)
    {
        using var readers = new ClosedLoop(address);
        using var door = new ClosedLoop(address);
        var import = Task.Run(() => new Newcomers(settings).ImportAsync(Imported, stop), stop);
        var storm = Task.Run(() => door.EachOnceAsync(n => Scenes.SignIn(people, n), Storm, stop), stop);
        var home = await readers.DuringAsync(_ => new("/", cookie), 8, Task.WhenAll(import, storm), stop);
        var (done, took) = await storm;
        var mixed = new Mixed(home, Imported, await import, Storm, done, took.TotalSeconds);
        Round.Say($"home beside an import ({mixed.ImportSeconds:0.0} s) and a storm ({mixed.SignInSeconds:0.0} s): p50 {home.P50:0.0} p95 {home.P95:0.0} p99 {home.P99:0.0}, {home.PerSecond:0}/s");
        return mixed;
    }

    private static async Task<string> PictureAsync(Uri address, string cookie, CancellationToken stop)
    {
        using var client = ClosedLoop.Client(address);
        var page = "/";
        for (var i = 0; i < 100; i++)
        {
            using var message = new Asked(page, cookie).Message();
            message.Headers.Remove("Accept-Encoding");
            using var answer = await client.SendAsync(message, stop);
            var html = await answer.Content.ReadAsStringAsync(stop);
            if (Picture().Match(html) is { Success: true } found) return found.Value;
            if (Older().Match(html) is not { Success: true } older) break;
            page = System.Net.WebUtility.HtmlDecode(older.Groups["url"].Value);
        }

        throw new InvalidOperationException("There is no picture on the first pages of home");
    }

    private long DatabaseBytes()
    {
        if (database is null) return new FileInfo(settings.DatabaseFile).Length;

        using var connection = new NpgsqlConnection(database);
        connection.Open();
        using var command = new NpgsqlCommand("select pg_database_size(current_database())", connection);
        return (long)command.ExecuteScalar()!;
    }

    [GeneratedRegex("/files/[0-9a-f-]{36}/w640.webp", RegexOptions.None, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex("href=\"(?<url>/\\?before=[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Older();
}
