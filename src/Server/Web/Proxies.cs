using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Tupa.Server;

/// <summary>What stands before the house. X-Forwarded-For and X-Forwarded-Proto are believed from the proxies that the operator has named; anyone else could write them.</summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app, Settings settings)
    {
        if (!TryRead(settings.Proxies, out var networks) || networks.Count == 0) return;

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,

            // As far back as each one that passed it on is named.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    /// <summary>"127.0.0.1, 10.1.0.0/16"; empty for none.</summary>
    public static bool TryRead(string written, [NotNullWhen(true)] out IReadOnlyList<System.Net.IPNetwork>? networks)
    {
        var read = new List<System.Net.IPNetwork>();
        foreach (var part in written.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (System.Net.IPNetwork.TryParse(part, out var network)) read.Add(network);
            else if (IPAddress.TryParse(part, out var one)) read.Add(new(one, one.GetAddressBytes().Length * 8));
            else { networks = null; return false; }
        }

        networks = read;
        return true;
    }
}
