using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Backup;

/// <summary>That a snapshot was made: how the house knows of what happens outside it. Not where it lies.</summary>
internal sealed class SnapshotNote
{
    /// <summary>How far back it can be shown.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2 * 365);

    public required Guid Id { get; init; }

    /// <summary>When it was whole.</summary>
    public required DateTime At { get; init; }

    /// <summary>Bytes that a row points at and that are nowhere.</summary>
    public required int Missing { get; init; }
}

internal sealed class SnapshotNoteTable : IEntityTypeConfiguration<SnapshotNote>
{
    public void Configure(EntityTypeBuilder<SnapshotNote> note)
    {
        note.ToTable("backup_snapshots");
        note.HasIndex(n => n.At);
    }
}

/// <summary>Notes in the house that a snapshot of it was made.</summary>
public sealed class SnapshotNotes(TupaDb db, Writing writing, TimeProvider clock)
{
    public Task AddAsync(Snapshot made, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var now = clock.UtcNow();
        var limit = now - SnapshotNote.Kept;
        db.Add(new SnapshotNote { Id = Guid.CreateVersion7(), At = now, Missing = made.Missing.Count });
        return await db.Set<SnapshotNote>().Where(s => s.At < limit).ExecuteDeleteAsync(stop);
    }, stop);
}
