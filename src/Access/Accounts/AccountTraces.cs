using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>In a person's timeline: how the account stands. That it was, and was cut and restored before, is in the log.</summary>
internal sealed class AccountTraces(TupaDb db) : IPersonTraces
{
    public IQueryable<PersonTrace> Of(PersonId person) => db.Set<Account>().Where(a => a.Person == person)
        .Select(a => new PersonTrace { Kind = TraceKind.Account, At = a.CreatedAt, Until = a.CreatedAt })
        .Concat(db.Set<Account>().Where(a => a.Person == person && a.CutAt != null)
            .Select(a => new PersonTrace { Kind = TraceKind.AccountCut, At = a.CutAt!.Value, Until = a.CutAt!.Value }));
}
