using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>A deed done to a person, as the person's timeline tells it.</summary>
public sealed record AuditTrace
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public required string Deed { get; init; }
    public required Guid? Thing { get; init; }

    /// <summary>Null for the house, and for one who has been erased.</summary>
    public required PersonId? By { get; init; }

    /// <inheritdoc cref="AuditEntry.ByName"/>
    public required string ByName { get; init; }
}

/// <summary>Reads what was done to one person, for whoever answers for the person's data. It knows no viewer: whoever calls it has permitted the reader already.</summary>
public sealed class AuditTraces(TupaDb db)
{
    /// <summary>Those of these deeds that were done to the person; a query, so that names come with it. In no order.</summary>
    public IQueryable<AuditTrace> Of(PersonId subject, IReadOnlyCollection<string> deeds) =>
        from alias in db.Set<AliasRow>().Where(a => a.Person == subject)
        from entry in db.Set<AuditEntry>().Where(e => e.Subject == alias.Alias && e.Outcome == AuditOutcome.Done && deeds.Contains(e.Deed))
        from doer in db.Set<AliasRow>().Where(a => a.Alias == entry.By).DefaultIfEmpty()
        select new AuditTrace { Id = entry.Id, At = entry.At, Deed = entry.Deed, Thing = entry.Thing, By = (PersonId?)doer.Person, ByName = entry.ByName };
}
