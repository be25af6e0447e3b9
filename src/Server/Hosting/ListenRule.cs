using System.Net;
using Tupa.Blobs;

namespace Tupa.Server;

/// <summary>The house will not open its doors to others as it is configured; the message says why, and what to do.</summary>
public sealed class NotServedException(string message) : Exception(message);

/// <summary>What must be true of a house that is heard beyond its own machine.</summary>
internal static class ListenRule
{
    /// <summary>Throws <see cref="NotServedException"/> where the house may not listen where it is told to.</summary>
    /// <param name="demo">Everybody knows the passwords of a demo.</param>
    public static void Check(Settings settings, bool demo, IScanner scanner)
    {
        if (Addresses(settings).FirstOrDefault(address => !IsLoopback(address)) is not { } heard) return;
        if (demo && !settings.DemoInPublic)
        {
            throw new NotServedException(
                $"This is a demo: its passwords are printed for anyone to read, and {heard} can be reached from other machines. "
                + "Listen on http://127.0.0.1:5080, or say serve --demo-in-public.");
        }

        if (!scanner.IsOn)
        {
            throw new NotServedException(
                $"There is no malware scanner, and {heard} can be reached from other machines. "
                + "Name one with Tupa__Blobs__Scanner (tcp://127.0.0.1:3310), or listen on http://127.0.0.1:5080.");
        }
    }

    private static IEnumerable<string> Addresses(Settings settings) =>
    [
        .. settings.Listen.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. settings.Source.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>(),
    ];

    private static bool IsLoopback(string address)
    {
        var bound = BindingAddress.Parse(address);
        return bound.IsUnixPipe || bound.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(bound.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
