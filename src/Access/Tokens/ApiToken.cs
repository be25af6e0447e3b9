using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>A key to the API.</summary>
public readonly record struct ApiTokenId(Guid Value) : IId<ApiTokenId>
{
    public static ApiTokenId New() => new(Guid.CreateVersion7());

    public static ApiTokenId From(Guid value) => new(value);

    public int CompareTo(ApiTokenId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>A key a person has made for a program of their own: acts as the person, within its scopes, until its day.</summary>
internal sealed class ApiToken
{
    public const int LongestName = 80;
    public const int MostMonths = 12;

    public required ApiTokenId Id { get; init; }
    public required PersonId Person { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key; the key is shown once.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Words of <see cref="Access.Scopes"/>, with a space between.</summary>
    public required string Scopes { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime UntilUtc { get; init; }

    /// <summary>The Helsinki day of the last use; the hour is nobody's business.</summary>
    public DateOnly? LastUsedOn { get; set; }
}

internal sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("access_tokens");
        token.Property(x => x.Person).WhenJoined(JoinRule.Ends);
        token.Property(t => t.Name).HasMaxLength(ApiToken.LongestName).Holding(Holds.FreeText);
        token.Property(t => t.TokenHash).HasMaxLength(32);
        token.Property(t => t.Scopes).HasMaxLength(200).Holding(Holds.Nobody);
        token.HasIndex(t => t.TokenHash).IsUnique();
    }
}
