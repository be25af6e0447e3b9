using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Where a house stands, and when: what the operator writes into the settings.</summary>
/// <param name="Ahead">How far ahead of the system's clock its own is.</param>
public sealed record Place(string Folder, string Database, TimeSpan Ahead)
{
    public DateTime Now => TimeProvider.System.UtcNow() + Ahead;

    /// <summary>At the time of the house, as its clock stands now.</summary>
    public static Place Of(TestHouse house) => new(house.Folder, house.Database, house.Clock.Ahead);

    public Place Later(TimeSpan by) => this with { Ahead = Ahead + by };
}

/// <summary>The program itself, as the operator starts it: a process of its own that can be killed.</summary>
public sealed class TupaProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(2);

    /// <summary>As it was built with these tests: beside them, in the folder of its own platform.</summary>
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Server", $"{Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'))}_linux-x64", "tupa"));

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private TupaProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts <c>tupa serve</c> on a free port and returns once it answers.</summary>
    public static async Task<TupaProcess> ServeAsync(Place place, params (string Key, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{PostgresPart.FreePort()}");
        var served = new TupaProcess(Start(place, ["serve"], [.. settings, ("Tupa__Listen", address.ToString().TrimEnd('/'))]), address);
        served._process.OutputDataReceived += (_, line) => served.Note(line.Data);
        served._process.ErrorDataReceived += (_, line) => served.Note(line.Data);
        served._process.BeginOutputReadLine();
        served._process.BeginErrorReadLine();
        await served.UntilReadyAsync();
        return served;
    }

    /// <summary>Begins a command, to be killed while it is at work.</summary>
    public static TupaProcess Begin(Place place, params string[] arguments)
    {
        var begun = new TupaProcess(Start(place, arguments, []), new Uri("http://127.0.0.1"));
        begun._process.OutputDataReceived += (_, line) => begun.Note(line.Data);
        begun._process.ErrorDataReceived += (_, line) => begun.Note(line.Data);
        begun._process.BeginOutputReadLine();
        begun._process.BeginErrorReadLine();
        return begun;
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Said, string Complained)> RunAsync(Place place, string[] arguments, params (string Key, string Value)[] settings)
    {
        using var process = Start(place, arguments, settings);
        using var patience = new CancellationTokenSource(LongestCommand);
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(patience.Token);
            var complained = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, (await said).Trim(), complained.Trim());
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>What it has written so far, to either side.</summary>
    public string Said()
    {
        lock (_said) return _said.ToString();
    }

    /// <summary>A browser or program at the process's door.</summary>
    public HttpClient Client(string? cookie = null, string? token = null)
    {
        var cookies = new CookieContainer();
        if (cookie is not null) cookies.Add(Address, new Cookie("tupa", cookie));
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ctrl-C; returns the exit code. How long a stop may take is the house's own promise, kept by how it ends; this gives up only on one that never does.</summary>
    public async Task<int> InterruptAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", $"{_process.Id}"])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(LongestCommand);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static Process Start(Place place, string[] arguments, IEnumerable<(string Key, string Value)> settings)
    {
        // A shell that started the tests in the background has made its children deaf to Ctrl-C; env undoes that and is replaced by the program.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = place.Folder,
        };
        start.Environment["Tupa__Folder"] = place.Folder;
        start.Environment["Tupa__ClockShift"] = place.Ahead.ToString("c", CultureInfo.InvariantCulture);
        if (place.Database.Length > 0) start.Environment["Tupa__Database"] = place.Database;
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in settings) start.Environment[key] = value;
        return Process.Start(start)!;
    }

    private async Task UntilReadyAsync()
    {
        using var client = Client();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < LongestStart; await Task.Delay(50))
        {
            if (_process.HasExited) throw new InvalidOperationException($"tupa serve ended with {_process.ExitCode}: {Said()}");
            try
            {
                using var answer = await client.GetAsync("/healthz");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }

        throw new TimeoutException($"tupa serve does not answer: {Said()}");
    }

    private void Note(string? line)
    {
        lock (_said) _said.AppendLine(line);
    }
}
