using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>The blobs that files and uploads point at.</summary>
internal sealed class FileBlobs : IBlobUse
{
    public IQueryable<BlobId> Used(TupaDb db) =>
        db.Set<AttachedFile>().Select(f => f.Blob).Concat(db.Set<Upload>().Select(u => u.Blob));
}
