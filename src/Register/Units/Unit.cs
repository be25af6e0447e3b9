using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A part of the city: a division, a service area, a unit, a school.</summary>
public readonly record struct UnitId(Guid Value) : IId<UnitId>
{
    public static UnitId New() => new(Guid.CreateVersion7());

    public static UnitId From(Guid value) => new(value);

    public int CompareTo(UnitId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

[Stored]
public enum UnitKind
{
    City,
    Division,
    ServiceArea,
    Unit,
    School,
}

/// <summary>A part of the city. Its head is an assignment; where that is vacant, the parent's head acts.</summary>
internal sealed class Unit
{
    public required UnitId Id { get; init; }
    public UnitId? Parent { get; set; }
    public required UnitKind Kind { get; set; }
    public required string NameFi { get; set; }
    public required string NameSv { get; set; }

    /// <summary>Oppilaitostunnus, five digits, where it is a school.</summary>
    public string? InstitutionCode { get; set; }
    public string? Address { get; set; }
    public AssignmentId? Head { get; set; }

    /// <summary>The group of everyone who works here or below.</summary>
    public required GroupId Group { get; init; }
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("register_units");
        unit.Property(u => u.NameFi).HasMaxLength(160).Holding(Holds.Nobody);
        unit.Property(u => u.NameSv).HasMaxLength(160).Holding(Holds.Nobody);
        unit.Property(u => u.InstitutionCode).HasMaxLength(5).Holding(Holds.Nobody);
        unit.Property(u => u.Address).HasMaxLength(200).Holding(Holds.Nobody);
        unit.HasIndex(u => u.InstitutionCode).IsUnique();
    }
}
