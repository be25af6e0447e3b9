using System.Buffers;
using System.Diagnostics;

namespace Tupa.Bench;

/// <summary>So many connections that are kept alive; each asks, reads the whole answer, and asks again.</summary>
internal sealed class ClosedLoop(Uri address) : IDisposable
{
    private readonly HttpClient _client = Client(address);

    /// <summary>A client that neither follows nor keeps nor unpacks anything.</summary>
    public static HttpClient Client(Uri address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10),
    })
    { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Asks for a third of the time unmeasured, and then for all of it.</summary>
    /// <param name="ask">What the n-th request of all is.</param>
    public async Task<Latencies> RunAsync(Func<long, Asked> ask, int connections, double seconds, CancellationToken stop)
    {
        var asked = 0L;
        await PartAsync(() => ask(Interlocked.Increment(ref asked)), connections, seconds / 3, stop);
        return await PartAsync(() => ask(Interlocked.Increment(ref asked)), connections, seconds, stop);
    }

    /// <summary>Asks for as long as <paramref name="meanwhile"/> takes.</summary>
    public async Task<Latencies> DuringAsync(Func<long, Asked> ask, int connections, Task meanwhile, CancellationToken stop)
    {
        var asked = 0L;
        return await PartAsync(() => ask(Interlocked.Increment(ref asked)), connections, () => !meanwhile.IsCompleted, stop);
    }

    /// <summary>One request, and how long it took.</summary>
    public async Task<TimeSpan> OnceAsync(Asked asked, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        await OneAsync(asked, new byte[64 * 1024], stop);
        return watch.Elapsed;
    }

    /// <summary>So many requests, all at once, each once; how many were done, and how long until the last was answered.</summary>
    public async Task<(int Done, TimeSpan Took)> EachOnceAsync(Func<long, Asked> ask, int count, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, count).Select(n => DoneAsync(ask(n), stop)));
        return (answers.Count(done => done), watch.Elapsed);
    }

    private async Task<bool> DoneAsync(Asked asked, CancellationToken stop)
    {
        using var message = asked.Message();
        using var answer = await _client.SendAsync(message, stop);
        return (int)answer.StatusCode == asked.Status;
    }

    public void Dispose() => _client.Dispose();

    private Task<Latencies> PartAsync(Func<Asked> ask, int connections, double seconds, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        return PartAsync(ask, connections, () => watch.Elapsed.TotalSeconds < seconds, stop);
    }

    private async Task<Latencies> PartAsync(Func<Asked> ask, int connections, Func<bool> on, CancellationToken stop)
    {
        var bytes = 0L;
        var watch = Stopwatch.StartNew();
        var each = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var took = new List<double>(4096);
            var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
            while (on())
            {
                var from = Stopwatch.GetTimestamp();
                Interlocked.Add(ref bytes, await OneAsync(ask(), buffer, stop));
                took.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }

            ArrayPool<byte>.Shared.Return(buffer);
            return took;
        }, stop)));
        return Latencies.Of(connections, [.. each.SelectMany(t => t)], watch.Elapsed.TotalSeconds, bytes);
    }

    private async Task<long> OneAsync(Asked asked, byte[] buffer, CancellationToken stop)
    {
        using var message = asked.Message();
        using var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
        asked.Check(answer);
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var bytes = 0L;
        while (await body.ReadAsync(buffer, stop) is > 0 and var read) bytes += read;
        return bytes;
    }
}
