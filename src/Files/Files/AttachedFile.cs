using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Files;

/// <summary>A file, from its upload on: attaching keeps the id.</summary>
public readonly record struct FileId(Guid Value) : IId<FileId>
{
    public static FileId New() => new(Guid.CreateVersion7());

    public static FileId From(Guid value) => new(value);

    public int CompareTo(FileId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>A file of a piece of content. It is the space's; who may see it is asked at every delivery, by its own audience and time.</summary>
internal sealed class AttachedFile
{
    public const int LongestName = 200;
    public const int LongestAlt = 500;

    public required FileId Id { get; init; }
    public required BlobId Blob { get; init; }

    /// <summary>The thing it belongs to: a post, a comment. Of any room, so not a foreign key.</summary>
    public required Guid Owner { get; init; }
    public required AudienceId Audience { get; set; }
    public required SpaceId Space { get; init; }

    /// <summary>Who sent it; sees it out of its time too, and is told why it is blocked. Null once erased.</summary>
    public PersonId? Author { get; set; }
    public required string Name { get; init; }

    /// <summary>What the picture shows, for those who do not see it; empty when it only decorates.</summary>
    public required string Alt { get; set; }

    /// <summary>The place among the files of its owner.</summary>
    public required int Ordinal { get; set; }
    public required DateTime VisibleFrom { get; set; }
    public required DateTime VisibleUntil { get; set; }
}

internal sealed class AttachedFileTable : IEntityTypeConfiguration<AttachedFile>
{
    public void Configure(EntityTypeBuilder<AttachedFile> file)
    {
        file.ToTable("files_files");
        file.Property(f => f.Name).HasMaxLength(AttachedFile.LongestName).Holding(Holds.FreeText);
        file.Property(f => f.Alt).HasMaxLength(AttachedFile.LongestAlt).Holding(Holds.FreeText);

        // The files of what a page shows, in their order. Whether bytes are used. What a person sent.
        file.HasIndex(f => new { f.Owner, f.Ordinal });
        file.HasIndex(f => f.Blob);
        file.HasIndex(f => f.Author);
    }
}
