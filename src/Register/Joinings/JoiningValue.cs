using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// What stood on the cards of two before they were joined, and who had said it: for giving it back to each within
/// <see cref="Joining.Patience"/>, and gone after that. Not the user ID: that comes back by its source alone.
/// </summary>
internal sealed class JoiningValue
{
    public required JoiningId Joining { get; init; }

    /// <summary>Of the one who is gone; else of the one who is kept.</summary>
    public required bool OfLost { get; init; }
    public required Card Card { get; init; }
    public required string Column { get; init; }
    public required string Value { get; init; }

    /// <summary>Where it came from; null where nobody is on record for it.</summary>
    public SourceRecordId? SourceRecord { get; init; }
    public Guid? Batch { get; init; }
    public DateTime? ReceivedAt { get; init; }

    /// <summary>All that is to be noted of one card.</summary>
    public static IEnumerable<JoiningValue> Of(JoiningId joining, bool ofLost, Card card, Func<string, string?> value, Func<string, Origin?> origin) =>
        from column in CardColumns.Of(card).Where(IsNoted)
        let said = value(column)
        where !string.IsNullOrEmpty(said)
        let known = origin(column)
        select new JoiningValue
        {
            Joining = joining,
            OfLost = ofLost,
            Card = card,
            Column = column,
            Value = said,
            SourceRecord = known?.SourceRecord,
            Batch = known?.Batch,
            ReceivedAt = known?.ReceivedAt,
        };

    public static bool IsNoted(string column) => column != "user_id";
}

internal sealed class JoiningValueTable : IEntityTypeConfiguration<JoiningValue>
{
    public void Configure(EntityTypeBuilder<JoiningValue> value)
    {
        value.ToTable("register_joining_values");
        value.HasKey(v => new { v.Joining, v.OfLost, v.Card, v.Column });
        value.Property(v => v.Column).HasMaxLength(40).Holding(Holds.Nobody);
        value.Property(v => v.Value).HasMaxLength(254).Holding(Holds.Person);

        // It may go before this does.
        value.Property(v => v.SourceRecord).WithoutForeignKey();
    }
}
