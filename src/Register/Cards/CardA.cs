using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Register A: staff, elected officials, partners. The statement's seven attributes; the groups are memberships.</summary>
internal sealed class CardA
{
    public required PersonId Person { get; init; }
    public required string GivenName { get; set; }
    public required string FamilyName { get; set; }
    public string? Email { get; set; }
    public string? UserId { get; set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; set; }
    public string? WorkAddress { get; set; }
    public required string Organisation { get; set; }

    /// <summary>When the last assignment of this register ended; the card is out of sight from then on.</summary>
    public DateTime? HiddenAt { get; set; }
}

internal sealed class CardATable : IEntityTypeConfiguration<CardA>
{
    public void Configure(EntityTypeBuilder<CardA> card)
    {
        card.ToTable("register_cards_a");
        card.HasKey(c => c.Person);
        card.Property(x => x.Person).WhenJoined(JoinRule.ByRoom);

        // Whose register has ended: the nightly erasure.
        card.HasIndex(c => c.HiddenAt).HasFilter("hidden_at is not null");
        card.Property(c => c.GivenName).HasMaxLength(100).Holding(Holds.Person);
        card.Property(c => c.FamilyName).HasMaxLength(100).Holding(Holds.Person);
        card.Property(c => c.Email).HasMaxLength(254).Holding(Holds.Person);
        card.Property(c => c.UserId).HasMaxLength(100).Holding(Holds.Person);
        card.Property(c => c.Phone).HasMaxLength(16).Holding(Holds.Person);
        card.Property(c => c.WorkAddress).HasMaxLength(200).Holding(Holds.Person);
        card.Property(c => c.Organisation).HasMaxLength(200).Holding(Holds.Person);

        // Whose is this key? Asked of every new record of a source.
        card.HasIndex(c => c.UserId);
        card.HasIndex(c => c.Email);
    }
}
