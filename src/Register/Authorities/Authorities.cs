using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A power somebody holds now.</summary>
/// <param name="Scope">Which register ("A", "B") or source; null where the kind has none.</param>
public sealed record HeldAuthority(AuthorityId Id, AuthorityKind Kind, string? Scope, DateTime UntilUtc);

/// <summary>What powers a person holds: while they last, and while the assignment behind them lasts.</summary>
public sealed class Authorities(TupaDb db, WhoAsks asks, TimeProvider clock)
{
    public async Task<IReadOnlyList<HeldAuthority>> HeldAsync(PersonId person, CancellationToken stop = default) =>
        await Powers(person).Select(a => new HeldAuthority(a.Id, a.Kind, a.Scope, a.UntilUtc)).ToListAsync(stop);

    /// <param name="scope">A scope that the power must have, or null for any.</param>
    public Task<bool> HoldsAsync(PersonId? person, AuthorityKind kind, string? scope = null, CancellationToken stop = default) =>
        person is { } holder
            ? Powers(holder).AnyAsync(a => a.Kind == kind && (scope == null || a.Scope == null || a.Scope == scope), stop)
            : Task.FromResult(false);

    /// <summary>As <see cref="HoldsAsync"/> in any scope, for what a page shows: of the one who asks it is known already. A deed asks anew.</summary>
    public async Task<bool> ShowsAsync(PersonId? person, AuthorityKind kind, CancellationToken stop = default) =>
        person is { } holder && asks.Standing(holder) is { } known ? known.Authorities.Contains(kind) : await HoldsAsync(person, kind, stop: stop);

    /// <summary>Everyone who holds a power now.</summary>
    public async Task<IReadOnlyList<PersonId>> HoldersAsync(AuthorityKind kind, CancellationToken stop = default) =>
        await Holdings().Where(a => a.Authority.Kind == kind).Select(a => a.Person).Distinct().ToListAsync(stop);

    /// <summary>The scopes in which a person holds a power now, as a query to put into a query.</summary>
    internal IQueryable<string?> Scopes(PersonId person, AuthorityKind kind) => Powers(person).Where(a => a.Kind == kind).Select(a => a.Scope);

    /// <summary>The stewards of a source, now.</summary>
    public async Task<IReadOnlyList<PersonId>> StewardsAsync(Source source, CancellationToken stop = default)
    {
        var scope = source.ToString();
        return await Holdings().Where(a => a.Authority.Kind == AuthorityKind.SourceSteward && (a.Authority.Scope == null || a.Authority.Scope == scope))
            .Select(a => a.Person).Distinct().ToListAsync(stop);
    }

    private IQueryable<Authority> Powers(PersonId person) => Holdings().Where(h => h.Person == person).Select(h => h.Authority);

    private IQueryable<Holding> Holdings()
    {
        var now = clock.UtcNow();
        return from authority in db.Set<Authority>().Where(a => a.FromUtc <= now && now < a.UntilUtc)
               join assignment in Assignment.In(db, now) on authority.Assignment equals assignment.Id
               select new Holding { Authority = authority, Person = assignment.Person };
    }

    private sealed class Holding
    {
        public required Authority Authority { get; init; }
        public required PersonId Person { get; init; }
    }
}
