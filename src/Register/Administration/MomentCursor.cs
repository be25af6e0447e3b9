using System.Globalization;

namespace Tupa.Register;

/// <summary>The place in time after which a page goes on: instant and id, so that equal instants lose nothing.</summary>
public readonly record struct MomentCursor(DateTime At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}.{Id}");

    /// <summary>Null for what is not a cursor: the list then begins at its beginning.</summary>
    public static MomentCursor? Of(string? text)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks && Guid.TryParse(text.AsSpan(dot + 1), out var id)
            ? new(new(ticks, DateTimeKind.Utc), id)
            : null;
    }
}
