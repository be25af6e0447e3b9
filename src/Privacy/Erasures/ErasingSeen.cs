using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>What the pages of the register know of erasure: whom a hold keeps, and how many have gone.</summary>
internal sealed class ErasingSeen(TupaDb db, TimeProvider clock) : IErasing
{
    public IQueryable<PersonId> Held => LegalHold.At(db, clock.UtcNow());

    public IQueryable<ErasureDone> Done => db.Set<Erasure>().Where(e => e.EndedAt != null)
        .Select(e => new ErasureDone { EndedAt = e.EndedAt!.Value, People = e.People + e.Cards });
}
