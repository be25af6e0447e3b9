using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>An entry as whoever may read the log reads it.</summary>
public sealed class LogEntry
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null for the house and for visitors.</summary>
    public required AuditAlias? ByAlias { get; init; }

    /// <summary>Who did it; null as well once erased.</summary>
    public required PersonId? By { get; init; }

    /// <summary>"person", "anonymous", or the part of the house that did it.</summary>
    public required string ByName { get; init; }

    /// <inheritdoc cref="ActorStanding.Population"/>
    public required string? Population { get; init; }

    /// <inheritdoc cref="ActorStanding.Authority"/>
    public required string? Authority { get; init; }
    public required string Deed { get; init; }
    public required AuditOutcome Outcome { get; init; }
    public required Guid? Thing { get; init; }
    public required AuditAlias? SubjectAlias { get; init; }

    /// <summary>The person it was done to; null once erased.</summary>
    public required PersonId? Subject { get; init; }
    public required Guid? Space { get; init; }
    public required long? Count { get; init; }
    public required WayIn Way { get; init; }
    public required string Reference { get; init; }

    /// <summary>Null where there was none, and once erased.</summary>
    public required string? Address { get; init; }
}

/// <summary>What of the log is asked for; what is null is not asked.</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant that is too late.</param>
/// <param name="People">Done by one of these or to one of them.</param>
/// <param name="Deed">The deed or the beginning of it, whole words: "access.session".</param>
/// <param name="Reference">Of one request: the number on a page of failure.</param>
public sealed record LogQuestion(
    DateTime From, DateTime Until, IReadOnlyList<PersonId>? People, string? Deed, AuditOutcome? Outcome, Guid? Space, WayIn? Way, string? Reference);

/// <summary>Reads the log. It knows no viewer: whoever calls it has permitted the reader already, and notes that it was read.</summary>
public sealed class LogReading(TupaDb db)
{
    /// <summary>What was asked for, as a query so that names come with it; in no order.</summary>
    public IQueryable<LogEntry> Of(LogQuestion asked) =>
        from entry in Matching(asked)
        from doer in db.Set<AliasRow>().Where(a => a.Alias == entry.By).DefaultIfEmpty()
        from subject in db.Set<AliasRow>().Where(a => a.Alias == entry.Subject).DefaultIfEmpty()
        select new LogEntry
        {
            Id = entry.Id,
            At = entry.At,
            ByAlias = entry.By,
            By = (PersonId?)doer.Person,
            ByName = entry.ByName,
            Population = entry.Population,
            Authority = entry.Authority,
            Deed = entry.Deed,
            Outcome = entry.Outcome,
            Thing = entry.Thing,
            SubjectAlias = entry.Subject,
            Subject = (PersonId?)subject.Person,
            Space = entry.Space,
            Count = entry.Count,
            Way = entry.Way,
            Reference = entry.Reference,
            Address = entry.Address,
        };

    /// <summary>How many there are; beyond <paramref name="most"/> nobody counts.</summary>
    public IQueryable<Guid> Ids(LogQuestion asked, int most) => Matching(asked).Select(e => e.Id).Take(most);

    private IQueryable<AuditEntry> Matching(LogQuestion asked)
    {
        var (from, until) = (asked.From, asked.Until);
        var entries = db.Set<AuditEntry>().Where(e => e.At >= from && e.At < until);
        if (asked.People is { } people)
        {
            var aliases = db.Set<AliasRow>().Where(a => people.Contains(a.Person)).Select(a => (AuditAlias?)a.Alias);
            entries = entries.Where(e => aliases.Contains(e.By) || aliases.Contains(e.Subject));
        }

        if (asked.Deed is { } deed)
        {
            var (beginning, length) = (deed + ".", deed.Length + 1);
            entries = entries.Where(e => e.Deed == deed || e.Deed.Substring(0, length) == beginning);
        }

        if (asked.Outcome is { } outcome) entries = entries.Where(e => e.Outcome == outcome);
        if (asked.Space is { } space) entries = entries.Where(e => e.Space == space);
        if (asked.Way is { } way) entries = entries.Where(e => e.Way == way);
        if (asked.Reference is { } reference) entries = entries.Where(e => e.Reference == reference);
        return entries;
    }
}
