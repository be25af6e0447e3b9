using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>A set of people who may see: all members of a space, or a named part of them.</summary>
public readonly record struct AudienceId(Guid Value) : IId<AudienceId>
{
    public static AudienceId New() => new(Guid.CreateVersion7());

    public static AudienceId From(Guid value) => new(value);

    public int CompareTo(AudienceId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// Who may see a piece of content: those who are in the group and in the space. For the whole space the two are the same group.
/// Every row of content in the house has one, never null, and it is asked at reading.
/// </summary>
internal sealed class AudienceRow
{
    public required AudienceId Id { get; init; }
    public required SpaceId Space { get; init; }

    /// <summary>The space's members group.</summary>
    public required GroupId SpaceGroup { get; init; }

    /// <summary>The group that may see: the space's own, or a part.</summary>
    public required GroupId Group { get; init; }

    /// <summary>What was chosen, as a digest: an equal choice in the same space finds this audience. Empty for the whole space.</summary>
    public string Key { get; init; } = "";
}

internal sealed class AudienceTable : IEntityTypeConfiguration<AudienceRow>
{
    public void Configure(EntityTypeBuilder<AudienceRow> audience)
    {
        audience.ToTable("spaces_audiences");

        // The space is written after its audience of all members, and points at it.
        audience.Property(a => a.Space).WithoutForeignKey();
        audience.HasIndex(a => a.SpaceGroup);
        audience.Property(a => a.Key).HasMaxLength(64).Holding(Holds.Nobody);
        audience.HasIndex(a => new { a.Space, a.Key }).IsUnique();
    }
}
