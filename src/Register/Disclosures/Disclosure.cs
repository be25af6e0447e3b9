using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;
using Tupa.Retention;

namespace Tupa.Register;

/// <summary>A list of people that somebody took out of the register.</summary>
public readonly record struct DisclosureId(Guid Value) : IId<DisclosureId>
{
    public static DisclosureId New() => new(Guid.CreateVersion7());

    public static DisclosureId From(Guid value) => new(value);

    public int CompareTo(DisclosureId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>Tietojen luovutus: who took a list out of the register, when, why, and what was on it. It names none of those on the list.</summary>
internal sealed class Disclosure
{
    public const int LongestPurpose = 500;

    /// <summary>How long the row stays: as the log of those who look after the registers (DisclosureSweep).</summary>
    public static readonly RetentionClassId Class = RetentionClassId.Default("TT-16");

    public required DisclosureId Id { get; init; }

    /// <summary>Null once erased: the row stays as evidence, and nobody can tell whose it was.</summary>
    public PersonId? By { get; init; }
    public required DateTime At { get; init; }
    public required string Purpose { get; init; }

    /// <summary><see cref="Register.Registers.Key"/>.</summary>
    public required string Registers { get; init; }

    /// <summary><see cref="RegisteredFilter.Key"/>: fixed words.</summary>
    public required string Filter { get; init; }

    /// <summary>The attributes beside the name, <see cref="DisclosedColumns"/> with spaces between.</summary>
    public required string Columns { get; init; }

    /// <summary>How many people.</summary>
    public required int People { get; init; }
}

internal sealed class DisclosureTable : IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<Disclosure> disclosure)
    {
        disclosure.ToTable("register_disclosures");
        disclosure.Property(d => d.Purpose).HasMaxLength(Disclosure.LongestPurpose).Holding(Holds.FreeText);
        disclosure.Property(d => d.Registers).HasMaxLength(2).Holding(Holds.Nobody);
        disclosure.Property(d => d.Filter).HasMaxLength(80).Holding(Holds.Nobody);
        disclosure.Property(d => d.Columns).HasMaxLength(200).Holding(Holds.Nobody);

        // The page, newest first; how many somebody has made of late.
        disclosure.HasIndex(d => new { d.At, d.Id });
        disclosure.HasIndex(d => new { d.By, d.At });
    }
}
