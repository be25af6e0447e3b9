using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>A person's own picture, for the rooms that show one. Who may see it is the caller's question.</summary>
public sealed class Pictures(TupaDb db, Delivery delivery)
{
    /// <summary>The answer with the picture, 256 pixels square; null while there is nothing that may be shown.</summary>
    public async Task<BlobAnswer?> SquareAsync(BlobId blob, CancellationToken stop)
    {
        var found = await delivery.Deliverable().Where(r => r.Blob == blob && r.Name == Rendition.Square).FirstOrDefaultAsync(stop);
        return found is null ? null : new BlobAnswer(found);
    }

    /// <summary>Where it stands; null for an unknown one. Something that is not a picture never becomes ready to be one.</summary>
    public Task<PictureState?> StateAsync(BlobId blob, CancellationToken stop) => db.Set<Blob>()
        .Where(b => b.Id == blob)
        .Select(b => new PictureState(b.State, b.Media, b.Reason, b.Signature))
        .FirstOrDefaultAsync(stop);
}

public sealed record PictureState(BlobState State, MediaState Media, BlobReason? Reason, string? Signature);
