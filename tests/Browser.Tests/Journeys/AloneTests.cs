using System.Diagnostics;

namespace Tupa.Tests;

/// <summary>
/// The house needs nobody (DESIGN, law 10): its main journeys, by keyboard, live and without script, are made once more in a network of
/// their own in which there is nothing but the machine itself. Server, database and browser are all in there.
/// </summary>
public sealed class AloneTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);
    private static readonly string[] Journeys = [nameof(LiveTests), nameof(KeyboardTests), nameof(UnscriptedTests)];

    [Fact]
    public async Task The_main_journeys_are_made_where_there_is_no_other_machine()
    {
        if (await RunAsync("ip link set lo up") is { Code: not 0 } refused) Assert.Skip($"No network of one's own can be made here: {refused.Said}");

        // Nothing else is there: whoever looks for another machine finds no way.
        Assert.Equal("lo", (await RunAsync("ip link set lo up && ip -o link show up | awk -F': ' '{print $2}'")).Said.Trim());
        var own = Path.ChangeExtension(typeof(AloneTests).Assembly.Location, null);
        var (code, said) = await RunAsync($"ip link set lo up && exec \"{own}\" --no-ansi --no-progress {string.Join(' ', Journeys.Select(j => $"--filter-class Tupa.Tests.{j}"))}");
        output.WriteLine(said);
        Assert.True(code == 0, said);
        Assert.DoesNotContain("succeeded: 0", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("unshare", ["--net", "--", "sh", "-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        using var patience = new CancellationTokenSource(Longest);
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await said + await complained);
    }
}
