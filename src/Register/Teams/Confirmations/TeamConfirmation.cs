using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Vahvistus: a head has said in a round that an assignment is still right. Goes with the assignment.</summary>
internal sealed class TeamConfirmation
{
    public required AssignmentId Assignment { get; init; }

    /// <summary>The day on which the round opened.</summary>
    public required DateOnly Round { get; init; }

    /// <summary>Null once erased.</summary>
    public PersonId? ConfirmedBy { get; set; }
    public required DateTime ConfirmedAt { get; init; }
}

internal sealed class TeamConfirmationTable : IEntityTypeConfiguration<TeamConfirmation>
{
    public void Configure(EntityTypeBuilder<TeamConfirmation> confirmation)
    {
        confirmation.ToTable("register_confirmations");

        // Once in a round.
        confirmation.HasKey(c => new { c.Assignment, c.Round });

        // The erasure of the one who confirmed.
        confirmation.HasIndex(c => c.ConfirmedBy);
    }
}
