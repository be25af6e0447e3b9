using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Grants and ends powers over the house. Always by a second person, always with an end.</summary>
public sealed class AuthorityActions(TupaDb db, Writing writing, Authorities authorities, AuditLog audit, TimeProvider clock)
{
    /// <summary>Grants a power to the longest current assignment of a member of staff.</summary>
    /// <param name="userId">Exactly, but for case.</param>
    /// <param name="scope">"A" or "B" for a register administrator, the name of a <see cref="Source"/> for a steward, null for the others.</param>
    /// <param name="lastDay">Inclusive; at most twelve months ahead.</param>
    public Task<Refusal?> GrantAsync(
        AuthorityId id, string userId, AuthorityKind kind, string? scope, DateOnly? lastDay, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var now = clock.UtcNow();
        var today = clock.Today();
        if (!await MayAsync(by, kind, scope, stop)) return Refused(AuthorityText.NotYours);
        if (!Fits(kind, scope)) return Refused(AuthorityText.BadScope);
        if (lastDay is not { } until || until < today || until > today.AddMonths(12)) return Refused(AuthorityText.BadDay);

        var typed = userId.Trim().ToLowerInvariant();
        var holder = await (
            from c in db.Set<CardA>().Where(c => c.UserId == typed)
            join a in db.Set<Assignment>().Where(a => a.Population == Population.Staff && a.FirstDay <= today && now < a.UntilUtc) on c.Person equals a.Person
            orderby a.LastDay descending, a.Id
            select new { a.Id, a.Person }).FirstOrDefaultAsync(stop);
        if (holder is null) return Refused(AuthorityText.NotFound);
        if (holder.Person == by.Person) return Refused(AuthorityText.NotToOneself);
        if (await db.Set<Authority>().AnyAsync(a => a.Id == id, stop)) return null;

        db.Add(new Authority
        {
            Id = id,
            Assignment = holder.Id,
            Kind = kind,
            Scope = scope,
            FromUtc = now,
            UntilUtc = Helsinki.EndOf(until),
            GrantedBy = by.Person,
        });
        audit.Write(by, "register.authority.granted", id.Value, holder.Person);
        return null;

        Refusal Refused(Text reason) => audit.Refused(by, "register.authority.grant", id.Value, reason);
    }, stop);

    /// <summary>The first operator, made on the machine: refused as soon as there is one.</summary>
    /// <param name="machine">The part of the house that does it.</param>
    public Task<Refusal?> MakeFirstOperatorAsync(AssignmentId assignment, Actor machine, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        await writing.InTurnAsync("operators", stop);
        if ((await authorities.HoldersAsync(AuthorityKind.Operator, stop)).Count > 0)
            return audit.Refused(machine, "register.authority.grant", assignment.Value, AuthorityText.OperatorThere);

        var authority = new Authority
        {
            Id = AuthorityId.New(),
            Assignment = assignment,
            Kind = AuthorityKind.Operator,
            FromUtc = clock.UtcNow(),
            UntilUtc = Helsinki.EndOf(clock.Today().AddMonths(12)),
        };
        db.Add(authority);
        audit.Write(machine, "register.authority.granted", authority.Id.Value);
        return null;
    }, stop);

    /// <summary>Ends a power at once. The holder may lay it down too; the last operator stays.</summary>
    public Task<Refusal?> EndAsync(AuthorityId id, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        await writing.InTurnAsync("operators", stop);
        var now = clock.UtcNow();
        var found = await db.Set<Authority>().Where(a => a.Id == id && now < a.UntilUtc)
            .Join(db.Set<Assignment>(), a => a.Assignment, t => t.Id, (a, t) => new { Authority = a, t.Person }).SingleOrDefaultAsync(stop);

        // Asked of one that never was too: it costs as much to hear of a power that is not yours to end.
        var may = await MayAsync(by, found?.Authority.Kind ?? AuthorityKind.Operator, found?.Authority.Scope, stop);
        if (found is null || (found.Person != by.Person && !may)) return audit.Refused(by, "register.authority.end", id.Value, Refusal.Absent);

        var (authority, holder) = (found.Authority, found.Person);
        if (authority.Kind == AuthorityKind.Operator && (await authorities.HoldersAsync(AuthorityKind.Operator, stop)).All(p => p == holder))
            return audit.Refused(by, "register.authority.end", id.Value, AuthorityText.LastOperator);

        authority.UntilUtc = now;
        audit.Write(by, "register.authority.ended", id.Value, holder);
        return null;
    }, stop);

    /// <summary>Operators grant everything; the administrator of a register grants within it. One statement, whatever the power.</summary>
    private async Task<bool> MayAsync(Actor by, AuthorityKind kind, string? scope, CancellationToken stop)
    {
        if (by.Person is not { } me) return false;

        var held = await authorities.HeldAsync(me, stop);
        var registers = held.Where(h => h.Kind == AuthorityKind.RegisterAdministrator).ToList();
        return held.Any(h => h.Kind == AuthorityKind.Operator) || kind switch
        {
            AuthorityKind.RegisterAdministrator => scope is not null && registers.Exists(h => h.Scope is null || h.Scope == scope),
            AuthorityKind.SourceSteward => registers.Count > 0,
            AuthorityKind.DataProtectionOfficer or AuthorityKind.SecurityOfficer or AuthorityKind.Operator => false,
        };
    }

    private static bool Fits(AuthorityKind kind, string? scope) => kind switch
    {
        AuthorityKind.RegisterAdministrator => scope is "A" or "B",
        AuthorityKind.SourceSteward => Enum.TryParse<Source>(scope, out _),
        AuthorityKind.DataProtectionOfficer or AuthorityKind.SecurityOfficer or AuthorityKind.Operator => scope is null,
    };
}
