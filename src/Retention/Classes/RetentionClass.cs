using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Retention;

/// <summary>The key of a class of the city's plan.</summary>
public readonly record struct RetentionClassId(Guid Value) : IId<RetentionClassId>
{
    public static RetentionClassId From(Guid value) => new(value);

    /// <summary>The key of a class that the house brings along: "TT-07" and so on.</summary>
    public static RetentionClassId Default(string code) =>
        new(new Guid(int.Parse(code.AsSpan(3), CultureInfo.InvariantCulture), 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    public int CompareTo(RetentionClassId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>What happens when the period has run out.</summary>
[Stored]
public enum DisposalAction
{
    Erase,
    Review,
    Archive,
    Refuse,
}

/// <summary>The unit of a period.</summary>
[Stored]
public enum PeriodUnit
{
    Hours,
    Days,
    Months,
    Years,
}

/// <summary>A class of the city's plan (TOS): how long, from when, why, and what then.</summary>
internal sealed class RetentionClass
{
    public required RetentionClassId Id { get; init; }

    /// <summary>"TT-07".</summary>
    public required string Code { get; init; }

    /// <summary>The task in the plan's classification: "00 04".</summary>
    public required string Task { get; init; }

    public required string NameFi { get; set; }
    public required string NameSv { get; set; }
    public required string NameEn { get; set; }

    public required int Period { get; set; }
    public required PeriodUnit Unit { get; set; }

    /// <summary>The event that starts the period, as it follows the period in a sentence: "kept 3 years from the end of the project".</summary>
    public required string StartFi { get; set; }
    public required string StartSv { get; set; }
    public required string StartEn { get; set; }

    /// <summary>The law or decision the period stands on.</summary>
    public required string Basis { get; set; }

    public required DisposalAction Action { get; set; }

    /// <summary>Whether a steward may choose it for a space.</summary>
    public required bool ForSpaces { get; set; }
}

internal sealed class RetentionClassTable : IEntityTypeConfiguration<RetentionClass>
{
    public void Configure(EntityTypeBuilder<RetentionClass> @class)
    {
        @class.ToTable("retention_classes");
        @class.HasIndex(c => c.Code).IsUnique();
        @class.Property(c => c.Code).HasMaxLength(16).Holding(Holds.Nobody);
        @class.Property(c => c.Task).HasMaxLength(32).Holding(Holds.Nobody);
        foreach (var name in new[] { nameof(RetentionClass.NameFi), nameof(RetentionClass.NameSv), nameof(RetentionClass.NameEn), nameof(RetentionClass.StartFi), nameof(RetentionClass.StartSv), nameof(RetentionClass.StartEn), nameof(RetentionClass.Basis) })
            @class.Property<string>(name).HasMaxLength(200).Holding(Holds.Nobody);
    }
}
