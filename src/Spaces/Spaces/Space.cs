using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Spaces;

/// <summary>A space (työtila).</summary>
public readonly record struct SpaceId(Guid Value) : IId<SpaceId>
{
    public static SpaceId New() => new(Guid.CreateVersion7());

    public static SpaceId From(Guid value) => new(value);

    public int CompareTo(SpaceId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>Who may know of a space.</summary>
[Stored(Ordered = true)]
public enum Confidentiality
{
    /// <summary>Staff read without joining, and join with one click.</summary>
    Open = 10,

    /// <summary>Members only.</summary>
    Members = 20,

    /// <summary>Members only, absent to all others, and no e-mail carries its content.</summary>
    Confidential = 30,
}

/// <summary>Työtila: a place with a purpose. It owns all content in it; a person is only an author.</summary>
internal sealed class Space
{
    public const int LongestName = 120;
    public const int ShortestPurpose = 10;
    public const int LongestPurpose = 300;
    public const int LongestDescription = 4000;

    public required SpaceId Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Käyttötarkoitus: why the space is. Never empty.</summary>
    public required string Purpose { get; set; }
    public string Description { get; set; } = "";
    public required Confidentiality Confidentiality { get; set; }
    public required RetentionClassId RetentionClass { get; set; }

    /// <summary>The unit whose head stewards when nobody else does.</summary>
    public required UnitId Unit { get; set; }

    /// <summary>Its members: persons by grant, groups by inclusion, each with a rank that is a <see cref="SpaceRole"/>.</summary>
    public required GroupId Members { get; init; }

    /// <summary>Whether deputies of the groups in it are in always; else only while they stand in.</summary>
    public bool Deputies { get; set; } = true;

    /// <summary>The audience of all members.</summary>
    public required AudienceId Audience { get; init; }
    public required DateTime OpenedAt { get; init; }
    public DateTime? ClosedAt { get; set; }
    public int Version { get; set; }
}

internal sealed class SpaceTable : IEntityTypeConfiguration<Space>
{
    public void Configure(EntityTypeBuilder<Space> space)
    {
        space.ToTable("spaces_spaces");
        space.Property(s => s.Name).HasMaxLength(Space.LongestName).Holding(Holds.FreeText);
        space.Property(s => s.Purpose).HasMaxLength(Space.LongestPurpose).Holding(Holds.FreeText);
        space.Property(s => s.Description).HasMaxLength(Space.LongestDescription).Holding(Holds.FreeText);
        space.Property(s => s.Version).IsConcurrencyToken();
        space.HasIndex(s => s.Members).IsUnique();
    }
}
