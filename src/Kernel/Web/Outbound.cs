using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace Tupa.Kernel;

/// <summary>A host that the settings tell this house to speak to.</summary>
/// <param name="What">What it is to the house: "SMTP", "LDAP", "PostgreSQL".</param>
public sealed record OutboundPlace(string Host, string What)
{
    /// <summary>The machine itself: nothing leaves it.</summary>
    public bool IsHere => Host.Length == 0 || Host[0] == '/' || Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

/// <summary>
/// Where this process may connect to: the hosts that its settings name, and nowhere else (DESIGN, law 10). Whatever opens a connection
/// asks first; what is not on the list is refused and counted. In which country a host is, the city says: no program can know.
/// </summary>
public sealed class Outbound
{
    /// <summary>Tupa:Outbound:Countries, "smtp.kaupunki.fi=FI; primus.example.fi=FI": the ISO 3166-1 code of the country in which each configured host is.</summary>
    public const string Setting = "Tupa:Outbound:Countries";

    /// <summary>The EU and the three other countries of the European Economic Area, 2026.</summary>
    private static readonly HashSet<string> Area =
    [
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO",
    ];

    private readonly IReadOnlyDictionary<string, string> _countries;
    private readonly HashSet<string> _hosts;
    private readonly ConcurrentDictionary<string, long> _made = new(StringComparer.OrdinalIgnoreCase);
    private long _refused;

    public Outbound(IEnumerable<OutboundPlace> places, IConfiguration configuration)
    {
        Away = [.. places.Where(p => !p.IsHere).DistinctBy(p => p.Host, StringComparer.OrdinalIgnoreCase)];
        _hosts = places.Select(p => p.Host).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _countries = Read(configuration);
    }

    /// <summary>The configured hosts that are not this machine.</summary>
    public IReadOnlyList<OutboundPlace> Away { get; }

    /// <summary>Of those, the ones of which the city has not said in which country they are.</summary>
    public IEnumerable<OutboundPlace> Undeclared => Away.Where(p => !_countries.ContainsKey(p.Host));

    /// <summary>Of those, the ones that are outside the European Economic Area.</summary>
    public IEnumerable<OutboundPlace> Outside => Away.Where(p => _countries.TryGetValue(p.Host, out var country) && !Area.Contains(country));

    /// <summary>Connections that were begun to hosts on the list since the process started.</summary>
    public long Made => _made.Values.Sum();

    /// <summary>Connections that were asked for to any other host, and refused.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Before a connection is opened.</summary>
    /// <exception cref="OutboundRefusedException">The host is none that the settings name.</exception>
    public void Going(string host)
    {
        if (!_hosts.Contains(host))
        {
            Interlocked.Increment(ref _refused);
            throw new OutboundRefusedException("A connection to a host that no setting names was refused");
        }

        _made.AddOrUpdate(host, 1, (_, n) => n + 1);
    }

    /// <exception cref="InvalidOperationException">The setting cannot be read; the sentence says how to write it.</exception>
    public static IReadOnlyDictionary<string, string> Read(IConfiguration configuration)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (configuration[Setting] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (host, country) = part.Split('=', StringSplitOptions.TrimEntries) is [var h, var c] ? (h, c.ToUpperInvariant()) : ("", "");
            if (host.Length == 0 || country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
                throw new InvalidOperationException($"{Setting} says \"{part}\". Write host=country with the country's two letters, for example smtp.kaupunki.fi=FI; primus.example.fi=FI.");
            all[host] = country;
        }

        return all;
    }
}

/// <summary>The house was about to connect to a host that no setting names.</summary>
public sealed class OutboundRefusedException : IOException
{
    public OutboundRefusedException()
    {
    }

    public OutboundRefusedException(string message) : base(message)
    {
    }

    public OutboundRefusedException(string message, Exception cause) : base(message, cause)
    {
    }
}
