using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>A room that points at blobs says which; what no room points at is let go of. Register one for every column of type <see cref="BlobId"/>.</summary>
public interface IBlobUse
{
    IQueryable<BlobId> Used(TupaDb db);
}
