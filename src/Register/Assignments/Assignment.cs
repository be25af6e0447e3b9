using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A reason why a person is here.</summary>
public readonly record struct AssignmentId(Guid Value) : IId<AssignmentId>
{
    public static AssignmentId New() => new(Guid.CreateVersion7());

    public static AssignmentId From(Guid value) => new(value);

    public int CompareTo(AssignmentId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>The four populations of the statement.</summary>
[Stored]
public enum Population
{
    Staff,
    Elected,
    Partner,
    Pupil,
}

[Stored]
public enum AssignmentKind
{
    Regular,
    Substitute,
    Deputy,
}

/// <summary>Tehtävä: why a person is here. All access flows from assignments and ends with them.</summary>
internal sealed class Assignment
{
    public required AssignmentId Id { get; init; }
    public required PersonId Person { get; init; }
    public required Population Population { get; init; }
    public required AssignmentKind Kind { get; init; }

    /// <summary>Where: the unit or school; null for organs.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>The decision-making body; null elsewhere.</summary>
    public GroupId? Organ { get; init; }

    /// <summary>The duty, a group from the coded list.</summary>
    public GroupId? Duty { get; init; }

    /// <summary>Whose place a substitute or deputy takes.</summary>
    public AssignmentId? StandsInFor { get; init; }

    /// <summary>The one source that may end it.</summary>
    public required Source Source { get; init; }
    public required DateOnly FirstDay { get; set; }

    /// <summary>Inclusive, Europe/Helsinki; 9999-12-31 where it is open. Part of a key that sponsorships point at, so it is changed by ExecuteUpdate, and the database carries the change on.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The instant it ends: the midnight after the last day, or earlier on that day where it was ended at once. Access is asked by this and never by the day.</summary>
    public required DateTime UntilUtc { get; init; }

    /// <summary>The record of the source that says it; null where somebody entered it here.</summary>
    public SourceRecordId? Record { get; init; }

    /// <summary>What the source calls it within its record; null where the record has only one.</summary>
    public string? Key { get; init; }

    /// <summary>Those in force at an instant, which falls on this day in Helsinki.</summary>
    public static IQueryable<Assignment> In(TupaDb db, DateTime now)
    {
        var today = Helsinki.Day(now);
        return db.Set<Assignment>().Where(a => a.FirstDay <= today && now < a.UntilUtc);
    }
}

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.ToTable("register_assignments", t => t.HasCheckConstraint("ck_register_assignments_days", "first_day <= last_day"));
        assignment.Property(a => a.Key).HasMaxLength(255).Holding(Holds.Person);
        assignment.HasIndex(a => new { a.Person, a.UntilUtc });

        // What ends soon: farewells, the lists of coming ends.
        assignment.HasIndex(a => a.UntilUtc);

        // A sponsorship points at these three, so that no partner outlives the sponsor's own assignment.
        assignment.HasAlternateKey(a => new { a.Id, a.Population, a.LastDay });
    }
}
