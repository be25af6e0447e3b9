using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>Bytes that somebody sent.</summary>
public readonly record struct BlobId(Guid Value) : IId<BlobId>
{
    public static BlobId New() => new(Guid.CreateVersion7());

    public static BlobId From(Guid value) => new(value);

    public int CompareTo(BlobId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// Bytes that somebody sent: what they are, whether they were checked, and whether they can be shown. Other rooms join to it
/// and never write it. The bytes themselves stand in its <see cref="Rendition"/>s.
/// </summary>
public sealed class Blob
{
    public const int LongestType = 100;

    public required BlobId Id { get; init; }

    /// <summary>The digest of what was sent, in lower case hex. Of pictures, films and sounds those bytes are not kept.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many bytes were sent.</summary>
    public required long Bytes { get; init; }

    public required MediaKind Kind { get; init; }

    /// <summary>What was sent, by its content: "image/jpeg".</summary>
    public required string Type { get; init; }

    public required BlobState State { get; set; }
    public required MediaState Media { get; set; }

    /// <summary>Why it is blocked or could not be made ready.</summary>
    public BlobReason? Reason { get; set; }

    /// <summary>What the scanner calls what it found.</summary>
    public string? Signature { get; set; }

    /// <summary>How often work on it has been begun; what never ends is given up.</summary>
    public int Attempts { get; set; }

    /// <summary>Of the picture or film as it is shown, upright; 0 for all else.</summary>
    public int Width { get; set; }
    public int Height { get; set; }

    /// <summary>The length of a film or sound.</summary>
    public double Seconds { get; set; }

    /// <summary>Loudness along a sound, 100 values.</summary>
    public byte[]? Peaks { get; set; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>When it was last sent; unused bytes are kept a while after this.</summary>
    public required DateTime TouchedAt { get; set; }
    public DateTime? CheckedAt { get; set; }
}

internal sealed class BlobTable : IEntityTypeConfiguration<Blob>
{
    public void Configure(EntityTypeBuilder<Blob> blob)
    {
        blob.ToTable("blobs_blobs");
        blob.Property(b => b.Sha256).HasMaxLength(64).Holding(Holds.Nobody);
        blob.Property(b => b.Type).HasMaxLength(Blob.LongestType).Holding(Holds.Nobody);
        blob.Property(b => b.Signature).HasMaxLength(200).Holding(Holds.Nobody);
        blob.Property(b => b.Peaks).HasMaxLength(100);

        // The same bytes sent again. What waits to be checked, and what waits to be made ready.
        blob.HasIndex(b => b.Sha256);
        blob.HasIndex(b => new { b.State, b.ReceivedAt });
        blob.HasIndex(b => new { b.Media, b.ReceivedAt });
    }
}
