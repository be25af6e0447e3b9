using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tupa.Audit;

/// <summary>A verification of the chain that has run to its end: when, over what, and what it found.</summary>
internal sealed class Verification
{
    public required Guid Id { get; init; }
    public required DateTime BegunAt { get; init; }
    public required DateTime EndedAt { get; init; }

    /// <summary>The seals that were looked at; the last of them is good where nothing was found.</summary>
    public required long FromSeal { get; init; }

    /// <inheritdoc cref="FromSeal"/>
    public required long ToSeal { get; init; }
    public required long Rows { get; init; }
    public required ChainFaultKind Fault { get; init; }

    /// <summary>The number of the row that the fault is at.</summary>
    public long? FaultRow { get; init; }

    /// <summary>The number of the seal that the fault is at.</summary>
    public long? FaultSeal { get; init; }
}

internal sealed class VerificationTable : IEntityTypeConfiguration<Verification>
{
    public void Configure(EntityTypeBuilder<Verification> verification)
    {
        verification.ToTable("audit_verifications");

        // The last one.
        verification.HasIndex(v => v.EndedAt);
    }
}
