using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The own picture, for the take-away package.</summary>
internal sealed class OwnPictureFile(TupaDb db, Delivery delivery) : IPersonalFiles
{
    public async IAsyncEnumerable<PersonalFile> OfAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        var found = await db.Set<Picture>().Where(p => p.Person == person).Join(delivery.Whole(), p => p.Blob, r => r.Blob, (p, r) => r).FirstOrDefaultAsync(stop);
        if (found is not null) yield return new(PictureText.Title.ToString(), found);
    }
}
