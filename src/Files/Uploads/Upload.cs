using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>What a person has sent and not yet attached to anything: seen by nobody else, swept away after a day.</summary>
internal sealed class Upload
{
    /// <summary>How many may wait at once, and how many bytes they may be together.</summary>
    public const int MostWaiting = 100;
    public const long MostBytes = 10_000_000_000;

    /// <summary>How long an upload waits to be attached.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    public required FileId Id { get; init; }
    public required BlobId Blob { get; init; }
    public required PersonId Person { get; init; }
    public required string Name { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class UploadTable : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("files_uploads");
        upload.Property(u => u.Name).HasMaxLength(AttachedFile.LongestName).Holding(Holds.FreeText);

        // The quota of a person, the sweep, whether bytes are used.
        upload.HasIndex(u => u.Person);
        upload.HasIndex(u => u.At);
        upload.HasIndex(u => u.Blob);
    }
}
