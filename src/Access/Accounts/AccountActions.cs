using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>Makes accounts of people and cuts them off.</summary>
public sealed class AccountActions(TupaDb db, Writing writing, AuditLog audit, TimeProvider clock)
{
    /// <summary>
    /// Cuts sign-in at once: a source says so (a pushed deactivation). Every session of the person is over when this returns; nothing
    /// else is lost, and <see cref="RestoreAsync(PersonId, Actor, CancellationToken)"/> undoes it.
    /// </summary>
    public Task<Refusal?> CutAsync(PersonId person, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        await CutAsync([person], by, stop);
        return (Refusal?)null;
    }, stop);

    /// <summary>As <see cref="CutAsync(PersonId, Actor, CancellationToken)"/>, of many in a fixed number of statements; returns how many were cut.</summary>
    public Task<int> CutAsync(IReadOnlyCollection<PersonId> people, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        await writing.FlushAsync(stop);
        var cutting = await db.Set<Account>().Where(a => people.Contains(a.Person) && a.CutAt == null).ToListAsync(stop);
        var (ids, now) = (cutting.ConvertAll(a => a.Person), clock.UtcNow());
        foreach (var account in cutting)
        {
            account.CutAt = now;
            audit.Write(by, "access.account.cut", null, account.Person);
        }

        await db.Set<Session>().Where(s => ids.Contains(s.Person)).ExecuteDeleteAsync(stop);
        return cutting.Count;
    }, stop);

    public Task<Refusal?> RestoreAsync(PersonId person, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        await RestoreAsync([person], by, stop);
        return (Refusal?)null;
    }, stop);

    /// <summary>As <see cref="RestoreAsync(PersonId, Actor, CancellationToken)"/>, of many in one statement.</summary>
    public Task<int> RestoreAsync(IReadOnlyCollection<PersonId> people, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        await writing.FlushAsync(stop);
        var restoring = await db.Set<Account>().Where(a => people.Contains(a.Person) && a.CutAt != null).ToListAsync(stop);
        foreach (var account in restoring)
        {
            account.CutAt = null;
            audit.Write(by, "access.account.restored", null, account.Person);
        }

        return restoring.Count;
    }, stop);

    /// <summary>
    /// The person's account, made from the card where there was none; the user ID follows the card. Null where the card has no user ID
    /// or somebody else has it. Call it inside a writing.
    /// </summary>
    internal async Task<Account?> MakeAsync(PersonContact contact, CancellationToken stop)
    {
        if (contact.UserId is not { Length: > 0 } userId) return null;

        var folded = Account.FoldedOf(userId);
        var mine = await db.Set<Account>().FirstOrDefaultAsync(a => a.Person == contact.Person, stop);
        if (mine?.Folded == folded) return mine;
        if (await db.Set<Account>().AnyAsync(a => a.Folded == folded, stop)) return mine;

        if (mine is null)
        {
            mine = new() { Person = contact.Person, UserId = userId, Folded = folded, CreatedAt = clock.UtcNow() };
            db.Add(mine);
            audit.Write(Actor.House("access"), "access.account.made", null, contact.Person);
        }
        else
        {
            (mine.UserId, mine.Folded) = (userId, folded);
        }

        return mine;
    }
}
