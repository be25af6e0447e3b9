using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>Notes which files were blocked, in the writing in which the scanner's word is written down.</summary>
internal sealed class BlockedNotes(TupaDb db, AuditLog audit) : IHear<BlobBlocked>
{
    public async Task HearAsync(IReadOnlyList<BlobBlocked> announced, CancellationToken stop)
    {
        var blobs = announced.Select(a => a.Blob).ToList();
        var files = await db.Set<AttachedFile>().Where(f => blobs.Contains(f.Blob)).Select(f => f.Id)
            .Concat(db.Set<Upload>().Where(u => blobs.Contains(u.Blob)).Select(u => u.Id))
            .ToListAsync(stop);
        foreach (var file in files) audit.Write(Actor.House("blobs.scan"), "files.file.blocked", file.Value);
    }
}
