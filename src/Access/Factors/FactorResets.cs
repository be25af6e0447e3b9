using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>Whose second factor it is, and whether there is one.</summary>
internal sealed record FactorHolder(string Name, bool HasFactor);

/// <summary>
/// Takes the second factor of somebody who has lost the telephone and the recovery codes. An operator or the security officer
/// does it for another; who could also give the person a new password does not, so that nobody alone comes into another's account.
/// </summary>
internal sealed class FactorResets(
    TupaDb db, Writing writing, AuditLog audit, Announcer announcer, Authorities authorities, CodeAccess codes, PersonContacts contacts,
    Attempts attempts, TimeProvider clock)
{
    /// <summary>Null where there is no such person, or the actor resets nobody's.</summary>
    public async Task<FactorHolder?> ForAsync(PersonId person, Actor by, CancellationToken stop = default) =>
        await MayResetAsync(by, person, stop) && await contacts.OfAsync([person], stop) is [var contact, ..]
            ? new(contact.Name, await db.Set<Factor>().AnyAsync(f => f.Person == person && f.ConfirmedAt != null, stop))
            : null;

    public Task<Refusal?> ResetAsync(PersonId person, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        // Refused alike, and as dear, whether there is such a person or not: so nobody is named.
        if (!await MayResetAsync(by, person, stop) || await contacts.OfAsync([person], stop) is []) return audit.Refused(by, "access.factor.reset", null, Refusal.Absent);
        if (await codes.MayIssueAsync(by, person, stop)) return audit.Refused(by, "access.factor.reset", null, new(FactorText.NotAlone), person);
        return await TakeAsync(person, by, stop) ? null : audit.Refused(by, "access.factor.reset", null, new(FactorText.NoneThere), person);
    }, stop);

    /// <summary>Inside a writing: the factor, its codes and every session go, and the person is told. False where there is no factor.</summary>
    public async Task<bool> TakeAsync(PersonId person, Actor by, CancellationToken stop)
    {
        if (await db.Set<Factor>().Where(f => f.Person == person).ExecuteDeleteAsync(stop) == 0) return false;

        await db.Set<RecoveryCode>().Where(c => c.Person == person).ExecuteDeleteAsync(stop);
        await attempts.ForgiveAsync(attempts.Door("factor", person.ToString()), stop);
        var ended = await db.Set<Session>().Where(s => s.Person == person).ExecuteDeleteAsync(stop);
        audit.Write(by, "access.factor.reset", null, person, count: ended);
        await announcer.AnnounceAsync([new AccessNews(person, AccessNewsKind.FactorReset, clock.UtcNow(), "")], stop);
        return true;
    }

    private async Task<bool> MayResetAsync(Actor by, PersonId person, CancellationToken stop) =>
        by.Person is { } me && me != person
        && (await authorities.HeldAsync(me, stop)).Any(a => a.Kind is AuthorityKind.Operator or AuthorityKind.SecurityOfficer);
}
