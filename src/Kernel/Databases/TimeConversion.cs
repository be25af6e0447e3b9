using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tupa.Kernel;

/// <summary>Instants on PostgreSQL: whole microseconds, always of kind UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => Instants.Whole(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

/// <summary>Instants on SQLite: microseconds since 1970 as an integer, which compares and indexes as time does.</summary>
internal sealed class MicrosecondsConverter() : ValueConverter<DateTime, long>(
    value => (Instants.Whole(value).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    value => new DateTime(DateTime.UnixEpoch.Ticks + value * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc));

/// <summary>What both databases can hold of an instant.</summary>
public static class Instants
{
    /// <summary>The instant cut to whole microseconds, which is what PostgreSQL keeps; a local time is refused.</summary>
    public static DateTime Whole(DateTime value) => value.Kind == DateTimeKind.Local
        ? throw new ArgumentException("An instant must be UTC", nameof(value))
        : new DateTime(value.Ticks - value.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
