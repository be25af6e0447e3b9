using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A key of a directory to /scim/v2.</summary>
public readonly record struct ScimKeyId(Guid Value) : IId<ScimKeyId>
{
    public static ScimKeyId New() => new(Guid.CreateVersion7());

    public static ScimKeyId From(Guid value) => new(value);

    public int CompareTo(ScimKeyId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>By what a directory comes in, until its day. It is a machine's and nobody's: it opens SCIM and nothing else.</summary>
internal sealed class ScimKey
{
    public const int LongestName = 80;
    public const int MostMonths = 12;

    /// <summary>What every key begins with, so that a scanner finds one left in a repository.</summary>
    private const string Prefix = "tupa_scim_";

    public required ScimKeyId Id { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key; the key is shown once.</summary>
    public required byte[] TokenHash { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime UntilUtc { get; init; }

    /// <summary>The Helsinki day of the last use.</summary>
    public DateOnly? LastUsedOn { get; set; }

    /// <summary>256 random bits.</summary>
    public static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Enough for a secret of 256 bits, which nobody guesses.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

internal sealed class ScimKeyTable : IEntityTypeConfiguration<ScimKey>
{
    public void Configure(EntityTypeBuilder<ScimKey> key)
    {
        key.ToTable("register_scim_tokens");
        key.Property(k => k.Name).HasMaxLength(ScimKey.LongestName).Holding(Holds.FreeText);
        key.Property(k => k.TokenHash).HasMaxLength(32);
        key.HasIndex(k => k.TokenHash).IsUnique();
    }
}
