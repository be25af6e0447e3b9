using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>
/// Of two who are joined one account ends: its user ID comes back only by the source key that now is of the one who is kept, and what
/// hangs on it goes with its rows (<see cref="JoinRule.Ends"/>). Whoever is kept keeps the own way in.
/// </summary>
internal sealed class AccountJoins(TupaDb db, AuditLog audit, AccountActions accounts, PersonContacts contacts, Attempts attempts, Tombstones tombstones)
    : IHear<PeopleJoining>, IHear<PeopleJoined>, IHear<PeopleParted>
{
    public async Task HearAsync(IReadOnlyList<PeopleJoining> announced, CancellationToken stop)
    {
        foreach (var one in announced)
        {
            foreach (var door in await attempts.DoorsOfAsync(one.Lost, stop)) await attempts.ForgiveAsync(door, stop);
            if (await db.Set<Account>().Where(a => a.Person == one.Lost).Select(a => a.Folded).FirstOrDefaultAsync(stop) is not { } folded) continue;

            await tombstones.LayAsync([(one.Lost, folded)], stop);
            audit.Write(one.By, "access.account.ended", null, one.Lost);
        }
    }

    public Task HearAsync(IReadOnlyList<PeopleJoined> announced, CancellationToken stop) => MakeAsync([.. announced.Select(a => a.Kept)], stop);

    public Task HearAsync(IReadOnlyList<PeopleParted> announced, CancellationToken stop) => MakeAsync([.. announced.SelectMany(a => new[] { a.Kept, a.Parted })], stop);

    /// <summary>Who has a user ID and no account gets one.</summary>
    private async Task MakeAsync(List<PersonId> people, CancellationToken stop) => await accounts.MakeManyAsync(await contacts.OfAsync(people, stop), stop);
}
