using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>
/// How many failures one network address may cause: a hundred at once and a hundred a minute after that. Only failures count, so a
/// school behind one address signs in at eight in the morning as it likes. In memory: an address is not worth keeping.
/// </summary>
internal sealed class AddressBudget(TimeProvider clock)
{
    public const double Most = 100;
    private const double PerSecond = Most / 60;
    private const int Sweep = 10_000;

    private readonly ConcurrentDictionary<IPAddress, (double Left, DateTime At)> _left = new();

    public bool IsSpent(IPAddress? address) => address is not null && Left(Network(address), clock.UtcNow()) < 1;

    public void Fail(IPAddress? address)
    {
        if (address is null) return;

        var network = Network(address);
        var now = clock.UtcNow();
        _left.AddOrUpdate(network, _ => (Most - 1, now), (_, was) => (Math.Max(0, Refilled(was, now) - 1), now));
        if (_left.Count > Sweep) Forget(now);
    }

    private double Left(IPAddress network, DateTime now) => _left.TryGetValue(network, out var was) ? Refilled(was, now) : Most;

    private static double Refilled((double Left, DateTime At) was, DateTime now) =>
        Math.Min(Most, was.Left + (now - was.At).TotalSeconds * PerSecond);

    private void Forget(DateTime now)
    {
        foreach (var (network, was) in _left)
        {
            if (Refilled(was, now) >= Most) _left.TryRemove(network, out _);
        }
    }

    /// <summary>Of IPv6 the first 64 bits: a subscriber has all the rest.</summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
