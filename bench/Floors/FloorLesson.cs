using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Server;

namespace Tupa.Bench;

/// <summary>What one request of a scene was made of.</summary>
/// <param name="Slowest">Null where the page asked nothing but who is there.</param>
/// <param name="Body">As it was before it was compressed.</param>
internal sealed record Learnt(Statement? Slowest, byte[] Body, string? Type);

/// <summary>Opens the whole house in this process, asks it everything in the plan some times, and listens to what it asks its database.</summary>
internal static class FloorLesson
{
    private const int Warm = 4;

    public static async Task<IReadOnlyDictionary<FloorScene, IReadOnlyList<Learnt>>> LearnAsync(Settings settings, FloorPlan plan, CancellationToken stop)
    {
        var watch = new StatementWatch();
        await using var house = await HouseHost.BuildAsync(settings, services => services.ConfigureDbContext<TupaDb>(db => db.AddInterceptors(watch)), stop);
        await house.StartAsync(stop);
        using var client = ClosedLoop.Client(new Uri(house.Urls.First()));
        var learnt = new Dictionary<FloorScene, IReadOnlyList<Learnt>>();
        foreach (var scene in plan.Scenes)
        {
            var seen = new List<Learnt>();
            foreach (var asked in scene.Seen) seen.Add(await OneAsync(client, watch, asked, stop));
            learnt[scene] = seen;
        }

        await house.StopAsync(stop);
        return learnt;
    }

    private static async Task<Learnt> OneAsync(HttpClient client, StatementWatch watch, Asked asked, CancellationToken stop)
    {
        for (var i = 0; asked.Form is null && i < Warm; i++) await AskAsync(client, asked, stop);
        watch.Slowest();
        var (body, type) = await AskAsync(client, asked, stop);
        return new(watch.Slowest(), body, type);
    }

    private static async Task<(byte[] Body, string? Type)> AskAsync(HttpClient client, Asked asked, CancellationToken stop)
    {
        using var message = asked.Message();
        using var answer = await client.SendAsync(message, stop);
        asked.Check(answer);
        var body = await answer.Content.ReadAsByteArrayAsync(stop);
        return (answer.Content.Headers.ContentEncoding.Contains("gzip") ? Unpacked(body) : body, answer.Content.Headers.ContentType?.ToString());
    }

    private static byte[] Unpacked(byte[] body)
    {
        using var from = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    /// <summary>The n-th of a scene's answers, round and round.</summary>
    public static Learnt At(this IReadOnlyList<Learnt> learnt, string? n) =>
        learnt[(int)(long.Parse(n ?? "0", CultureInfo.InvariantCulture) % learnt.Count)];
}
