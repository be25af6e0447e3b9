using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>
/// Notes when sessions were last seen and tokens last used, beside the requests and not in them. A note lost with the process only
/// makes a session end sooner, never later.
/// </summary>
internal sealed class Touches(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Touches> log) : BackgroundService
{
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<SessionId, DateTime> _seen = new();
    private readonly ConcurrentDictionary<ApiTokenId, DateOnly> _used = new();

    public void Seen(SessionRow row)
    {
        var now = clock.UtcNow();
        if (now - row.SeenAt >= Grain && !row.Pending) _seen.TryAdd(row.Session, now);
    }

    public void Used(TokenRow row)
    {
        var today = clock.Today();
        if (row.LastUsedOn != today) _used.TryAdd(row.Token, today);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, stoppingToken);
                await WriteAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A failure here must not stop the next try.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogError("Noting last-seen times failed: {Kind}", failure.GetType().Name);
            }
        }
    }

    /// <summary>Writes what has gathered; returns how many rows. The tests call it instead of waiting.</summary>
    public async Task<int> WriteAsync(CancellationToken stop)
    {
        var seen = _seen.ToArray();
        var used = _used.ToArray();
        if (seen.Length + used.Length == 0) return 0;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        var written = await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(async () =>
        {
            var rows = 0;
            foreach (var (id, at) in seen) rows += await SeenAsync(db, id, at, stop);
            foreach (var (id, day) in used)
                rows += await db.Set<ApiToken>().Where(t => t.Id == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedOn, day), stop);
            return rows;
        }, stop);

        foreach (var (id, _) in seen) _seen.TryRemove(id, out _);
        foreach (var (id, _) in used) _used.TryRemove(id, out _);
        return written;
    }

    private static Task<int> SeenAsync(TupaDb db, SessionId id, DateTime at, CancellationToken stop)
    {
        var idle = at + Session.LongestIdle;

        // A session that is already over stays over.
        return db.Set<Session>().Where(s => s.Id == id && at < s.IdleUntil && s.SeenAt < at).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.SeenAt, at)
            .SetProperty(x => x.IdleUntil, x => x.Shared ? idle : x.IdleUntil), stop);
    }
}
