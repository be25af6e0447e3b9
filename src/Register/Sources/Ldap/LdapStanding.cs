using System.Globalization;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Since when, or from when on, a directory lets somebody not sign in. Pure.</summary>
internal static class LdapStanding
{
    /// <summary>What is simply disabled; the directory does not say since when.</summary>
    public static readonly DateTime Always = DateTime.UnixEpoch;

    private const int AccountDisable = 0x2;

    /// <summary>The earliest of what the entry says; null where nothing stands in the way.</summary>
    public static DateTime? CutAt(LdapEntry entry) => new[] { Disabled(entry), FileTime(entry.Expires), Shadow(entry.ShadowExpires) }.Min();

    private static DateTime? Disabled(LdapEntry entry) =>
        (int.TryParse(entry.Control, NumberStyles.Integer, CultureInfo.InvariantCulture, out var control) && (control & AccountDisable) != 0)
        || string.Equals(entry.Lock, "true", StringComparison.OrdinalIgnoreCase)
        || entry.LockedSince is { Length: > 0 }
            ? Always
            : null;

    /// <summary>Hundreds of nanoseconds since 1601; 0 and the largest number mean never.</summary>
    private static DateTime? FileTime(string? written) =>
        long.TryParse(written, NumberStyles.Integer, CultureInfo.InvariantCulture, out var ticks) && ticks > 0 && ticks <= DateTime.MaxValue.Ticks - DateTime.FromFileTimeUtc(0).Ticks
            ? DateTime.FromFileTimeUtc(ticks)
            : null;

    /// <summary>Days since 1970 from which on the account is not used; none, or less than one, means never.</summary>
    private static DateTime? Shadow(string? written) =>
        int.TryParse(written, NumberStyles.Integer, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 100_000
            ? Helsinki.StartOf(DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(days))
            : null;
}
