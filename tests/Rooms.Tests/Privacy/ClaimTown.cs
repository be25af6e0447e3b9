using Microsoft.Extensions.DependencyInjection;
using Tupa.Privacy;

namespace Tupa.Tests;

/// <summary>Has promises checked, and reads how they stand.</summary>
internal static class ClaimTown
{
    /// <summary>Runs these checks; throws none of what stops them.</summary>
    public static Task<IReadOnlyList<ClaimChecked>> CheckAsync(this TestHouse house, params string[] keys) =>
        house.InAsync((ClaimChecks checks) => checks.RunAsync(keys));

    /// <summary>Runs one check and returns how the promise stands afterwards.</summary>
    public static async Task<ClaimStanding> ClaimAsync(this TestHouse house, string key)
    {
        await house.CheckAsync(key);
        return await house.StandingAsync(key);
    }

    public static async Task<ClaimStanding> StandingAsync(this TestHouse house, string key) =>
        (await house.InAsync((ClaimBoard board) => board.ReadAsync())).All.Single(c => c.Key == key);

    /// <summary>Runs a check that waits for the clock, and moves the clock meanwhile.</summary>
    public static async Task<ClaimStanding> ClaimInTimeAsync(this TestHouse house, string key)
    {
        var check = Task.Run(() => house.CheckAsync(key));
        for (var tries = 0; !check.IsCompleted && tries < 600; tries++)
        {
            await Task.WhenAny(check, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System));
            house.Clock.Move(TimeSpan.FromSeconds(1));
        }

        await check;
        return await house.StandingAsync(key);
    }

    /// <summary>The statement as a visitor reads it, in Finnish.</summary>
    public static async Task<string> StatementAsync(this TestHouse house)
    {
        await house.ServeAsync();
        using var visitor = house.Visitor();
        return System.Net.WebUtility.HtmlDecode(await visitor.GetStringAsync("/privacy"));
    }

    public static T Get<T>(this TestHouse house) where T : notnull => house.Services.GetRequiredService<T>();
}
