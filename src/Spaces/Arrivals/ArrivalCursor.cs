using System.Globalization;

namespace Tupa.Spaces;

/// <summary>Where a page of arrivals ended: the next begins after it, so equal times lose nothing and new arrivals move nothing.</summary>
public readonly record struct ArrivalCursor(DateTime At, Guid Id)
{
    /// <summary>As it stands in an address: the microseconds and the id.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}-{Id:n}");

    /// <summary>Null for what is no cursor: the first page is shown.</summary>
    public static ArrivalCursor? Parse(string? text)
    {
        if (text?.Split('-') is not [var at, var id]) return null;
        if (!long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var micros) || !Guid.TryParseExact(id, "n", out var guid)) return null;
        return micros is < 0 or > 253_402_300_799_999_999 ? null : new(DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond), guid);
    }
}

/// <summary>An arrival as lists know it: what draws it, and whether it is new to the reader.</summary>
/// <param name="Fresh">Came after the reader last looked into the space, and from somebody else.</param>
public sealed record ArrivalRow(
    Guid Id, string Kind, SpaceId Space, string SpaceName, DateTime At, DateTime? MustReadUntil, bool Pinned, bool Fresh)
{
    public ArrivalCursor Cursor => new(At, Id);
}
