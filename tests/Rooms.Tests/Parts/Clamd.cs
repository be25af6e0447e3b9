using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Tupa.Tests;

/// <summary>A real clamd of the test's own, on a local socket in its own folder, with signatures that know the EICAR test string.</summary>
public sealed class Clamd : IAsyncDisposable
{
    private const string Signatures =
        "Eicar-Test-Sig:0:0:58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d5354414e444152442d414e544956495255532d544553542d46494c452124482b482a\n";

    private readonly string _folder;
    private Process? _process;

    private Clamd(string folder) => _folder = folder;

    /// <summary>What every scanner calls malware and no machine is harmed by; put together here so that no scanner takes this file.</summary>
    public static byte[] Eicar => Encoding.ASCII.GetBytes(string.Concat("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"));

    /// <summary>As Tupa:Blobs:Scanner wants it.</summary>
    public string Address => $"unix:{Socket}";

    private string Socket => Path.Combine(_folder, "clamd.ctl");

    /// <summary>The settings of a house that is scanned by this one.</summary>
    public Dictionary<string, string?> Settings(long? largest = null) => new()
    {
        ["Tupa:Blobs:Scanner"] = Address,
        ["Tupa:Blobs:ScannerLargest"] = largest?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public static async Task<Clamd> StartAsync()
    {
        var clamd = new Clamd(Directory.CreateTempSubdirectory("tupa-clamd-").FullName);
        Directory.CreateDirectory(Path.Combine(clamd._folder, "db"));
        await File.WriteAllTextAsync(Path.Combine(clamd._folder, "db", "test.ndb"), Signatures);
        await File.WriteAllTextAsync(Path.Combine(clamd._folder, "clamd.conf"),
            $"""
             LocalSocket {clamd.Socket}
             DatabaseDirectory {clamd._folder}/db
             TemporaryDirectory {clamd._folder}
             Foreground yes
             StreamMaxLength 25M
             MaxFileSize 25M
             MaxScanSize 100M
             AlertExceedsMax yes
             AlertEncrypted yes
             SelfCheck 0
             MaxThreads 2

             """);
        if (Environment.UserName == "root") Process.Start("chmod", ["-R", "777", clamd._folder])!.WaitForExit();
        await clamd.ResumeAsync();
        return clamd;
    }

    /// <summary>Starts it, again after <see cref="KillAsync"/>.</summary>
    public async Task ResumeAsync()
    {
        File.Delete(Socket);
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/clamd", ["--config-file", Path.Combine(_folder, "clamd.conf")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tried = 0; tried < 300; tried++)
        {
            if (await AnswersAsync()) return;
            if (_process.HasExited) throw new InvalidOperationException($"clamd ended with {_process.ExitCode}");
            await Task.Delay(100);
        }

        throw new TimeoutException("clamd does not answer");
    }

    /// <summary>As a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket));
            await socket.SendAsync("zPING\0"u8.ToArray());
            var answer = new byte[16];
            return await socket.ReceiveAsync(answer) >= 4 && answer.AsSpan(0, 4).SequenceEqual("PONG"u8);
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
