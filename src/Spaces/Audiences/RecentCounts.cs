using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tupa.Spaces;

/// <summary>
/// Counts of a while ago, for showing only; whoever decides something counts anew. A small audience is counted again after a minute and
/// whenever members have changed. To count a large one takes as long as it is large, and is as often asked: it is shown as it was, and
/// counted again beside the pages, at most every quarter of an hour. Where nobody asked for an hour, whoever asks then waits: no page
/// says of today what was true yesterday.
/// </summary>
public sealed class RecentCounts(IServiceScopeFactory scopes, ILogger<RecentCounts> log)
{
    /// <summary>From here on an audience is large, and one person more or less says nothing of it.</summary>
    internal const int Large = 1_000;

    internal static readonly TimeSpan Age = TimeSpan.FromMinutes(1);
    internal static readonly TimeSpan LargeAge = TimeSpan.FromMinutes(15);
    internal static readonly TimeSpan Oldest = TimeSpan.FromHours(1);

    private const int Most = 20_000;

    private readonly ConcurrentDictionary<AudienceId, (AudienceCount Count, DateTime At)> _counts = new();
    private readonly ConcurrentDictionary<AudienceId, bool> _old = new();
    private int _counting;

    /// <summary>The counting that goes on beside the pages, or that has ended.</summary>
    internal Task Aside { get; private set; } = Task.CompletedTask;

    internal AudienceCount? Get(AudienceId id, DateTime now)
    {
        if (!_counts.TryGetValue(id, out var known)) return null;

        var (age, large) = (now - known.At, known.Count.Total >= Large);
        if (age < (large ? LargeAge : Age)) return known.Count;
        if (!large || age >= Oldest) return null;

        _old[id] = true;
        return known.Count;
    }

    internal void Put(AudienceId id, AudienceCount count, DateTime now)
    {
        if (_counts.Count >= Most) _counts.Clear();
        _counts[id] = (count, now);
    }

    /// <summary>Members have just changed.</summary>
    internal void Forget()
    {
        foreach (var (id, known) in _counts)
        {
            if (known.Count.Total < Large) _counts.TryRemove(id, out _);
        }
    }

    /// <summary>Counts anew what was shown although it is old, one after the other, without anybody waiting for it.</summary>
    internal void CountOld()
    {
        if (_old.IsEmpty || Interlocked.Exchange(ref _counting, 1) == 1) return;

        Aside = Task.Run(async () =>
        {
            try
            {
                foreach (var id in _old.Keys)
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<AudiencePeople>().RecountAsync(id, default);
                    _old.TryRemove(id, out _);
                }
            }
#pragma warning disable CA1031 // What could not be counted is shown as it was, and is asked for again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogWarning("An audience was not counted: {Failure}", failure.GetType().Name);
            }
            finally
            {
                Volatile.Write(ref _counting, 0);
            }
        });
    }
}
