using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// An invitation that waits for the register: two people tell whether it is somebody who is here already, and it goes on, or it lapses
/// on its day. Who is invited stands in the questions (<see cref="SameTask"/>), and goes with them.
/// </summary>
internal sealed class WaitingInvitation
{
    /// <summary>The partner's assignment to be.</summary>
    public required AssignmentId Assignment { get; init; }
    public required SourceRecordId Record { get; init; }

    /// <summary>The inviter's own.</summary>
    public required AssignmentId Sponsor { get; init; }
    public AssignmentId? Deputy { get; init; }
    public required string Contract { get; init; }
    public required string Purpose { get; init; }
    public required DateOnly LastDay { get; init; }

    /// <summary>Ids, with commas.</summary>
    public required string Places { get; init; }
    public required DateTime AskedAt { get; init; }
}

internal sealed class WaitingInvitationTable : IEntityTypeConfiguration<WaitingInvitation>
{
    public void Configure(EntityTypeBuilder<WaitingInvitation> invitation)
    {
        invitation.ToTable("register_invitations");
        invitation.HasKey(i => i.Assignment);
        invitation.Property(i => i.Assignment).WithoutForeignKey();
        invitation.Property(i => i.Contract).HasMaxLength(Sponsorship.LongestContract).Holding(Holds.Nobody);
        invitation.Property(i => i.Purpose).HasMaxLength(Sponsorship.LongestPurpose).Holding(Holds.FreeText);
        invitation.Property(i => i.Places).HasMaxLength(4000).Holding(Holds.Nobody);
        invitation.HasIndex(i => i.Record);
        invitation.HasIndex(i => i.Sponsor);
    }
}
