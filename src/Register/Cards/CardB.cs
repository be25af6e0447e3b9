using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The role of a person in education: exactly these three (statement, "Henkilön roolitietoja").</summary>
[Stored]
public enum SchoolRole
{
    Staff,
    Pupil,
    Student,
}

/// <summary>Register B: education. The statement's eight attributes; the teaching groups are memberships.</summary>
internal sealed class CardB
{
    public required PersonId Person { get; init; }
    public required string GivenName { get; set; }
    public required string FamilyName { get; set; }
    public string? UserId { get; set; }
    public string? Email { get; set; }
    public required UnitId School { get; set; }

    /// <summary>"9F"; null for staff without a class of their own.</summary>
    public string? ClassName { get; set; }

    /// <summary>Oppilaitostunnus: five digits with leading zeros.</summary>
    public required string InstitutionCode { get; set; }
    public required SchoolRole Role { get; set; }

    /// <inheritdoc cref="CardA.HiddenAt"/>
    public DateTime? HiddenAt { get; set; }
}

internal sealed class CardBTable : IEntityTypeConfiguration<CardB>
{
    public void Configure(EntityTypeBuilder<CardB> card)
    {
        card.ToTable("register_cards_b");
        card.HasKey(c => c.Person);
        card.Property(x => x.Person).WhenJoined(JoinRule.ByRoom);

        // Whose register has ended: the nightly erasure.
        card.HasIndex(c => c.HiddenAt).HasFilter("hidden_at is not null");
        card.Property(c => c.GivenName).HasMaxLength(100).Holding(Holds.Person);
        card.Property(c => c.FamilyName).HasMaxLength(100).Holding(Holds.Person);
        card.Property(c => c.UserId).HasMaxLength(100).Holding(Holds.Person);
        card.Property(c => c.Email).HasMaxLength(254).Holding(Holds.Person);
        card.Property(c => c.ClassName).HasMaxLength(20).Holding(Holds.Person);
        card.Property(c => c.InstitutionCode).HasMaxLength(5).Holding(Holds.Nobody);

        // Whose is this key? Asked of every new record of a source.
        card.HasIndex(c => c.UserId);
        card.HasIndex(c => c.Email);
    }
}
