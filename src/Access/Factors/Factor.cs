using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>A second factor: a secret shared with an authenticator app. Counts from the day a code of it was shown to be right.</summary>
internal sealed class Factor
{
    public required PersonId Person { get; init; }

    /// <summary>The secret, sealed with the key file: a copy of the database does not give codes.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Null while it is being set up.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>The last 30-second step of which a code was taken; a code works once.</summary>
    public long LastStep { get; set; }
    public required DateTime CreatedAt { get; set; }
}

internal sealed class FactorTable : IEntityTypeConfiguration<Factor>
{
    public void Configure(EntityTypeBuilder<Factor> factor)
    {
        factor.ToTable("access_factors");
        factor.HasKey(f => f.Person);
        factor.Property(x => x.Person).WhenJoined(JoinRule.Ends);
        factor.Property(f => f.Sealed).HasMaxLength(80);
    }
}

/// <summary>A code for the day the telephone is lost; works once.</summary>
internal sealed class RecoveryCode
{
    public required PersonId Person { get; init; }

    /// <summary>HMAC with the key file.</summary>
    public required byte[] CodeHash { get; init; }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("access_recovery_codes");
        code.HasKey(c => new { c.Person, c.CodeHash });
        code.Property(x => x.Person).WhenJoined(JoinRule.Ends);
        code.Property(c => c.CodeHash).HasMaxLength(32);
    }
}
