using Tupa.Demo;

namespace Tupa.Tests;

/// <summary>One house of each database with the demo in it, for tests that only read.</summary>
public sealed class FilledHouses : IAsyncDisposable
{
    /// <summary>The town is of a moment, to the tick: all of these are of the same.</summary>
    private static readonly DateTime Moment = new TestClock().GetUtcNow().UtcDateTime;

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Dictionary<string, (TestHouse House, string Table)> _filled = new(StringComparer.Ordinal);

    public async Task<(TestHouse House, string Table)> OfAsync(string database)
    {
        await _door.WaitAsync();
        try
        {
            if (!_filled.TryGetValue(database, out var filled)) _filled[database] = filled = await FillAsync(database);
            return filled;
        }
        finally
        {
            _door.Release();
        }
    }

    public static async Task<(TestHouse House, string Table)> FillAsync(string database)
    {
        var house = await TestHouse.OpenAsync(database, more: DemoFill.Add);
        house.Clock.StopAt(Moment);
        return (house, await house.InAsync<DemoFill, string>(fill => fill.RunAsync(new DemoOrder())));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (house, _) in _filled.Values) await house.DisposeAsync();
        _door.Dispose();
    }
}
