using Tupa.Retention;

namespace Tupa.Spaces;

/// <summary>The classes of the plan as pages name them; read anew each minute, because they change once in years and stand on every space.</summary>
internal sealed class RetentionNames(TimeProvider clock)
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private (DateTimeOffset At, IReadOnlyList<RetentionRow> Rows)? _read;

    public async Task<IReadOnlyList<RetentionRow>> AllAsync(RetentionQueries queries, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (_read is { } read && now - read.At < Age) return read.Rows;

        var rows = await queries.AllAsync(stop);
        _read = (now, rows);
        return rows;
    }
}
