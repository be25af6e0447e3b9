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
    /// else is lost, and <see cref="RestoreAsync"/> undoes it.
    /// </summary>
    public Task<Refusal?> CutAsync(PersonId person, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (await db.Set<Account>().FirstOrDefaultAsync(a => a.Person == person, stop) is not { CutAt: null } account) return null;

        account.CutAt = clock.UtcNow();
        await db.Set<Session>().Where(s => s.Person == person).ExecuteDeleteAsync(stop);
        audit.Write(by, "access.account.cut", null, person);
        return null;
    }, stop);

    public Task<Refusal?> RestoreAsync(PersonId person, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (await db.Set<Account>().FirstOrDefaultAsync(a => a.Person == person, stop) is not { CutAt: not null } account) return null;

        account.CutAt = null;
        audit.Write(by, "access.account.restored", null, person);
        return null;
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
