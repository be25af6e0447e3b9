using Microsoft.Extensions.Configuration;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The section Tupa:Sources:OneRoster. Without an address nothing is fetched, and nothing goes out.</summary>
public sealed class RosterPullSettings
{
    public const string Section = "Tupa:Sources:OneRoster";

    /// <summary>The root of the rostering service, for example https://sis.example.fi/ims/oneroster/rostering/v1p2; empty for none.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where the access token is asked for (OAuth 2, client credentials).</summary>
    public string TokenAddress { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Also read from the file named by Tupa:Sources:OneRoster:ClientSecret_FILE.</summary>
    public string ClientSecret { get; set; } = "";

    public string Scope { get; set; } = "https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly";

    /// <summary>The time of day in Helsinki at which it is fetched.</summary>
    public TimeOnly At { get; set; } = new(3, 30);

    public bool IsConfigured => Address.Length > 0;

    /// <summary>Reads the section, and the secret from its file.</summary>
    /// <exception cref="InvalidOperationException">A setting is impossible; the sentence says how to mend it.</exception>
    public static RosterPullSettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<RosterPullSettings>() ?? new();
        if (configuration[$"{Section}:ClientSecret_FILE"] is { Length: > 0 } file) settings.ClientSecret = File.ReadAllText(file).Trim();
        settings.Check();
        return settings;
    }

    /// <summary>Pure: the first such time of day after an instant; UTC.</summary>
    public DateTime NextAfter(DateTime instant)
    {
        var day = Helsinki.Day(instant);
        var today = Helsinki.ToUtc(day.ToDateTime(At));
        return today > instant ? today : Helsinki.ToUtc(day.AddDays(1).ToDateTime(At));
    }

    private void Check()
    {
        if (!IsConfigured) return;
        if (!IsAddress(Address)) throw new InvalidOperationException($"{Section}:Address must be an https address, for example https://sis.example.fi/ims/oneroster/rostering/v1p2.");
        if (!IsAddress(TokenAddress)) throw new InvalidOperationException($"{Section}:TokenAddress must be the https address where access tokens are asked for.");
        if (ClientId.Length == 0 || ClientSecret.Length == 0)
            throw new InvalidOperationException($"{Section}:ClientId and :ClientSecret must both be given; :ClientSecret_FILE names a file with the secret.");
    }

    /// <summary>In the clear only on this machine.</summary>
    private static bool IsAddress(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address) && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback));
}
