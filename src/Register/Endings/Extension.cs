using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A proposal that an assignment goes on.</summary>
public readonly record struct ExtensionId(Guid Value) : IId<ExtensionId>
{
    public static ExtensionId New() => new(Guid.CreateVersion7());

    public static ExtensionId From(Guid value) => new(value);

    public int CompareTo(ExtensionId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

[Stored]
public enum ExtensionState
{
    /// <summary>Waits for the steward of the source.</summary>
    Proposed,
    Done,
    Declined,

    /// <summary>Taken back before anybody decided.</summary>
    Withdrawn,
}

/// <summary>Jatkoehdotus: the supervisor asks, with a reason, that somebody's assignment last longer than its source says.</summary>
internal sealed class Extension
{
    public const int LongestReason = 500;

    public required ExtensionId Id { get; init; }
    public required AssignmentId Assignment { get; init; }
    public required DateOnly LastDay { get; init; }
    public required string Reason { get; init; }

    /// <summary>Null once erased.</summary>
    public PersonId? ProposedBy { get; set; }
    public required DateTime ProposedAt { get; init; }
    public ExtensionState State { get; set; }
    public PersonId? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }
}

internal sealed class ExtensionTable : IEntityTypeConfiguration<Extension>
{
    public void Configure(EntityTypeBuilder<Extension> extension)
    {
        extension.ToTable("register_extensions");
        extension.Property(e => e.Reason).HasMaxLength(Extension.LongestReason).Holding(Holds.FreeText);
        extension.HasIndex(e => e.Assignment);

        // What waits for a decision.
        extension.HasIndex(e => new { e.State, e.ProposedAt });
    }
}

/// <summary>Announced when an extension waits for the stewards of its source.</summary>
public sealed record ExtensionProposed(ExtensionId Extension, PersonId By, IReadOnlyList<PersonId> Stewards);
