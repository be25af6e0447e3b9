using Microsoft.EntityFrameworkCore;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One's own picture, and where it stands.</summary>
public sealed record OwnPicture(string Address, DateTime SetAt, bool Ready, bool Blocked);

/// <summary>Reads pictures: for those who see the person, and for nobody else.</summary>
public sealed class PictureQueries(TupaDb db, PeopleSeen seen, Pictures pictures, Delivery delivery, TimeProvider clock)
{
    /// <summary>The bytes; null for a person whom the viewer does not see, and for one without a picture.</summary>
    public async Task<BlobAnswer?> OfAsync(PersonId person, Actor viewer, CancellationToken stop = default)
    {
        var (visible, now) = (seen.Visible(viewer), clock.UtcNow());
        var blob = await db.Set<Picture>().Where(p => p.Person == person && visible.Any(v => v.Id == p.Person && now < v.UsedUntil))
            .Select(p => (BlobId?)p.Blob).FirstOrDefaultAsync(stop);
        return blob is { } found ? await pictures.SquareAsync(found, stop) : null;
    }

    /// <summary>Null where there is none.</summary>
    internal OwnPicture? Own(CardsRead cards) => cards is { Picture: { } own, Image: { } image }
        ? new(
            Picture.Address(cards.Person, own.Key), own.SetAt,
            Ready: image.Media == MediaState.Ready && delivery.Allows(image.State),
            Blocked: image.State is BlobState.Infected or BlobState.Unscannable || image.Media == MediaState.Failed)
        : null;
}
