using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>One form in which a blob is handed on: "w640.webp", "video.mp4", "original". Bytes of the same digest are stored once.</summary>
public sealed class Rendition
{
    /// <summary>A document as it was sent; a picture in full size, without metadata.</summary>
    public const string Original = "original";

    /// <summary>256 pixels square: the composer's preview, a person's own picture.</summary>
    public const string Square = "square.webp";

    /// <summary>For browsers without WebP.</summary>
    public const string Fallback = "picture.jpg";

    public const string Video = "video.mp4";
    public const string Poster = "poster.webp";
    public const string Sound = "sound.m4a";

    public required BlobId Blob { get; init; }
    public required string Name { get; init; }
    public required string Sha256 { get; init; }
    public required long Bytes { get; init; }
    public required string Type { get; init; }
}

internal sealed class RenditionTable : IEntityTypeConfiguration<Rendition>
{
    public void Configure(EntityTypeBuilder<Rendition> rendition)
    {
        rendition.ToTable("blobs_renditions");
        rendition.HasKey(r => new { r.Blob, r.Name });
        rendition.Property(r => r.Name).HasMaxLength(40).Holding(Holds.Nobody);
        rendition.Property(r => r.Sha256).HasMaxLength(64).Holding(Holds.Nobody);
        rendition.Property(r => r.Type).HasMaxLength(Blob.LongestType).Holding(Holds.Nobody);

        // Whether bytes are still used by anything.
        rendition.HasIndex(r => r.Sha256);
    }
}
