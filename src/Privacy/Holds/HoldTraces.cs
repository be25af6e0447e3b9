using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>In a person's timeline: since when and until when a hold keeps the data. Why is for the officer's page.</summary>
internal sealed class HoldTraces(TupaDb db) : IPersonTraces
{
    public IQueryable<PersonTrace> Of(PersonId person) => db.Set<LegalHold>().Where(h => h.Person == person)
        .Select(h => new PersonTrace { Kind = TraceKind.Held, At = h.PlacedAt, Until = h.UntilUtc });
}
