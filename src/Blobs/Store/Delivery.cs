using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>What may be handed on at all (DESIGN, law 7). Who may have it, the room that points at it asks in the same statement.</summary>
public sealed class Delivery(TupaDb db, IScanner scanner)
{
    /// <summary>The renditions of checked blobs; of unchecked ones only while this house has no scanner.</summary>
    public IQueryable<Rendition> Deliverable()
    {
        var off = !scanner.IsOn;
        return db.Set<Rendition>().Where(r => db.Set<Blob>().Any(b => b.Id == r.Blob
            && b.Media == MediaState.Ready && (b.State == BlobState.Clean || (off && b.State == BlobState.Unchecked))));
    }

    /// <summary>Of those the one that is all of it: a document as it was sent, a picture in full size, a film or a sound as it is played.</summary>
    public IQueryable<Rendition> Whole() => Deliverable().Where(r => r.Name == Rendition.Original || r.Name == Rendition.Video || r.Name == Rendition.Sound);

    /// <summary>Whether bytes in this state may be handed on.</summary>
    public bool Allows(BlobState state) => state == BlobState.Clean || (state == BlobState.Unchecked && !scanner.IsOn);
}
