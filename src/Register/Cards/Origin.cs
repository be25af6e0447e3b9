using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Which of the two cards.</summary>
[Stored]
public enum Card
{
    A,
    B,
}

/// <summary>Where a value on a card came from; written only when the value changes, and shown to the person.</summary>
internal sealed class Origin
{
    public required PersonId Person { get; init; }
    public required Card Card { get; init; }
    public required string Column { get; init; }
    public required SourceRecordId SourceRecord { get; set; }

    /// <summary>The batch that brought the value.</summary>
    public required Guid Batch { get; set; }
    public required DateTime ReceivedAt { get; set; }
}

internal sealed class OriginTable : IEntityTypeConfiguration<Origin>
{
    public void Configure(EntityTypeBuilder<Origin> origin)
    {
        origin.ToTable("register_origins");
        origin.HasKey(o => new { o.Person, o.Card, o.Column });
        origin.Property(x => x.Person).WhenJoined(JoinRule.ByRoom);
        origin.Property(o => o.Column).HasMaxLength(40).Holding(Holds.Nobody);
    }
}
