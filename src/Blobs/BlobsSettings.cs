using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Tupa.Blobs;

/// <summary>What the operator decides about bytes; section Tupa:Blobs.</summary>
/// <param name="Folder">Where bytes lie: blobs in Tupa:Folder.</param>
/// <param name="Largest">Tupa:Blobs:Largest, the largest file taken, in bytes.</param>
/// <param name="Scanner">
/// Tupa:Blobs:Scanner: "none", "tcp://127.0.0.1:3310" or "unix:/run/clamav/clamd.ctl". The daemon itself needs
/// `AlertExceedsMax yes`, or it calls clean what it did not look into.
/// </param>
/// <param name="ScannerLargest">Tupa:Blobs:ScannerLargest: the smaller of the daemon's StreamMaxLength and MaxFileSize; what is larger is never handed on.</param>
public sealed record BlobsSettings(string Folder, long Largest, EndPoint? Scanner, long ScannerLargest)
{
    public const long DefaultLargest = 2_000_000_000;

    /// <summary>What clamd takes when nobody has told it otherwise.</summary>
    public const long DefaultScannerLargest = 100L * 1024 * 1024;

    /// <summary>The host of the scanner, or the path of its socket; empty without one.</summary>
    public string ScannerHost => Scanner switch
    {
        IPEndPoint address => address.Address.ToString(),
        DnsEndPoint name => name.Host,
        UnixDomainSocketEndPoint socket => socket.ToString(),
        _ => "",
    };

    public static BlobsSettings Read(IConfiguration configuration) => new(
        Path.GetFullPath(Path.Combine(configuration["Tupa:Folder"] ?? "var", "blobs")),
        Number(configuration, "Tupa:Blobs:Largest", DefaultLargest),
        Address(configuration["Tupa:Blobs:Scanner"]),
        Number(configuration, "Tupa:Blobs:ScannerLargest", DefaultScannerLargest));

    private static long Number(IConfiguration configuration, string key, long otherwise) => configuration[key] switch
    {
        null or "" => otherwise,
        var written when long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        var written => throw new InvalidOperationException($"{key} is \"{written}\". Write a number of bytes above 0, or leave it out."),
    };

    private static EndPoint? Address(string? written)
    {
        if (written is null or "" or "none") return null;
        if (written.StartsWith("unix:/", StringComparison.Ordinal)) return new UnixDomainSocketEndPoint(written["unix:".Length..]);
        if (Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri is { Scheme: "tcp", Port: > 0 })
        {
            return IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) ? new IPEndPoint(address, uri.Port) : new DnsEndPoint(uri.Host, uri.Port);
        }

        throw new InvalidOperationException(
            $"Tupa:Blobs:Scanner is \"{written}\". Write \"tcp://127.0.0.1:3310\" or \"unix:/run/clamav/clamd.ctl\", or \"none\" for a demonstration.");
    }
}
