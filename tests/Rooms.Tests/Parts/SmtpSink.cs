using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Tupa.Tests;

/// <summary>One mail as it came over the wire.</summary>
public sealed record SunkMail(string To, string Raw)
{
    /// <summary>The words of the mail: quoted-printable and encoded words undone.</summary>
    public string Text { get; } = SmtpSink.Plain(Raw);
}

/// <summary>A mail server on a free loopback port that keeps what it is given (RFC 5321, as much as a client needs).</summary>
public sealed partial class SmtpSink : IAsyncDisposable
{
    private const int MostMails = 10_000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SunkMail> _mails = new();
    private readonly Task _running;
    private int _refusals;

    public SmtpSink()
    {
        _listener.Start();
        _running = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<SunkMail> Mails => [.. _mails];

    /// <summary>Settings of a house that sends its mail here.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Tupa:Mail:Host"] = "127.0.0.1",
        ["Tupa:Mail:Port"] = $"{Port}",
        ["Tupa:Mail:Tls"] = "false",
        ["Tupa:Mail:From"] = "tupa@kuusisalmi.example",
        ["Tupa:Mail:House"] = "https://tupa.kuusisalmi.example",
    };

    /// <summary>The next so many mails are refused for now (451).</summary>
    public void Refuse(int mails) => Interlocked.Exchange(ref _refusals, mails);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _stop.Dispose();
    }

    internal static string Plain(string raw)
    {
        var parts = raw.Split("\r\n\r\n", 2);
        var head = parts[0].Replace("\r\n ", "", StringComparison.Ordinal);
        var words = EncodedWord().Replace(head, m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[1].Value)));
        var body = Escapes().Replace(
            parts[^1].Replace("=\r\n", "", StringComparison.Ordinal),
            m => Encoding.UTF8.GetString(Convert.FromHexString(m.Value.Replace("=", "", StringComparison.Ordinal))));
        return $"{words}\r\n\r\n{body}";
    }

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=\s*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("(=[0-9A-F]{2})+", RegexOptions.None, 1000)]
    private static partial Regex Escapes();

    private async Task RunAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var open = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        var to = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO" or "RSET" or "NOOP":
                    await writer.WriteLineAsync("250 sink");
                    break;
                case "MAIL" when Interlocked.Decrement(ref _refusals) >= 0:
                    await writer.WriteLineAsync("451 later");
                    break;
                case "MAIL":
                    await writer.WriteLineAsync("250 go on");
                    break;
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync("250 go on");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 end with a dot");
                    var raw = await DataAsync(reader);
                    if (_mails.Count < MostMails) _mails.Enqueue(new(to, raw));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("502 what");
                    break;
            }
        }
    }

    private async Task<string> DataAsync(StreamReader reader)
    {
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".")
        {
            raw.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        return raw.ToString();
    }
}
