using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>How a person signs in. At most one a person; it never grants anything by itself, assignments do.</summary>
internal sealed class Account
{
    public const int LongestUserId = 100;

    public required PersonId Person { get; init; }

    /// <summary>As the source wrote it: what the person types.</summary>
    public required string UserId { get; set; }

    /// <summary>Unique in the house; <see cref="Fold"/> makes "Aino.Mäki" and "aino.maki" the same.</summary>
    public required string Folded { get; set; }

    /// <summary>Null until the first password is given by a one-time code.</summary>
    public string? PasswordHash { get; set; }
    public DateTime? PasswordAt { get; set; }

    /// <summary>A source has cut sign-in at once and reversibly; what is open closes at the tick.</summary>
    public DateTime? CutAt { get; set; }
    public required DateTime CreatedAt { get; init; }
    public int Version { get; private set; }

    public static string FoldedOf(string userId) => Fold.Plain(userId.Trim());
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("access_accounts");
        account.HasKey(a => a.Person);
        account.Property(a => a.Person).WhenJoined(JoinRule.Ends);
        account.Property(a => a.UserId).HasMaxLength(Account.LongestUserId).Holding(Holds.Person);
        account.Property(a => a.Folded).HasMaxLength(Account.LongestUserId).Holding(Holds.Person);
        account.Property(a => a.PasswordHash).HasMaxLength(200).Holding(Holds.Person);
        account.Property(a => a.Version).IsConcurrencyToken();
        account.HasIndex(a => a.Folded).IsUnique();
    }
}
