using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A set of people.</summary>
public readonly record struct GroupId(Guid Value) : IId<GroupId>
{
    public static GroupId New() => new(Guid.CreateVersion7());

    /// <summary>Everyone in the service of the city.</summary>
    public static readonly GroupId Staff = new(new Guid("00000000-0000-7000-8000-00000000a001"));

    /// <summary>Every elected official.</summary>
    public static readonly GroupId Elected = new(new Guid("00000000-0000-7000-8000-00000000a002"));

    /// <summary>Every partner and other third party.</summary>
    public static readonly GroupId Partners = new(new Guid("00000000-0000-7000-8000-00000000a003"));

    /// <summary>Every pupil and student.</summary>
    public static readonly GroupId Pupils = new(new Guid("00000000-0000-7000-8000-00000000a004"));

    public static GroupId From(Guid value) => new(value);

    public int CompareTo(GroupId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

[Stored]
public enum GroupKind
{
    Unit,
    Organ,
    School,
    Class,
    Teaching,
    Duty,
    SpaceMembers,
    Audience,
    HandMade,

    /// <summary>Whoever heads a unit, one after another.</summary>
    Head,
}

/// <summary>The only set of people in the house.</summary>
internal sealed class Group
{
    /// <summary>The code of the duty that partners have, where the city has it on its list.</summary>
    public const string PartnerDuty = "kumppani";

    public required GroupId Id { get; init; }
    public required GroupKind Kind { get; init; }
    public required string NameFi { get; set; }
    public required string NameSv { get; set; }

    /// <summary>The code of a duty, the id of a class in its source; unique within its kind.</summary>
    public string? Code { get; set; }

    /// <summary>The unit or school the group belongs to.</summary>
    public UnitId? Unit { get; set; }

    /// <summary>Whether its members see each other even if they are pupils, partners or shielded (DESIGN §1, close group).</summary>
    public bool Close { get; set; }
}

internal sealed class GroupTable : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> group)
    {
        group.ToTable("register_groups");
        group.Property(g => g.NameFi).HasMaxLength(160).Holding(Holds.Nobody);
        group.Property(g => g.NameSv).HasMaxLength(160).Holding(Holds.Nobody);
        group.Property(g => g.Code).HasMaxLength(100).Holding(Holds.Nobody);
        group.HasIndex(g => new { g.Kind, g.Code }).IsUnique();
    }
}
