using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>
/// "Samalla poistuu käyttäjätunnus": with the last assignment the account goes, and all by which one comes in. From that tick the door
/// refuses by itself; what ends now is let go of in the same transaction, and what ended by the calendar within a minute. Safe to
/// run twice, safe to stop midway.
/// </summary>
internal sealed class AccountEnds(TupaDb db, Writing writing, AuditLog audit, UseEnds uses, Tombstones tombstones, TimeProvider clock) : IJob, IHear<AssignmentEnded>
{
    private const int AtOnce = 200;
    private static readonly Actor House = Actor.House("access.account-ends");

    public async Task HearAsync(IReadOnlyList<AssignmentEnded> announced, CancellationToken stop)
    {
        var now = clock.UtcNow();
        foreach (var some in announced.Where(a => a.Last && a.At <= now).Select(a => a.Person).Distinct().Chunk(AtOnce)) await LetGoAsync(some, stop);
    }

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var gone = 0;
        while (await writing.RunAsync(() => SomeAsync(stop), stop) is > 0 and var some) gone += some;
        return new(Counted: gone, Changed: gone);
    }

    private async Task<int> SomeAsync(CancellationToken stop)
    {
        var left = await uses.Ended.Where(p => db.Set<Account>().Any(a => a.Person == p))
            .Union(uses.WithUserId).OrderBy(p => p).Take(AtOnce).ToListAsync(stop);
        if (left.Count > 0) await LetGoAsync(left, stop);
        return left.Count;
    }

    /// <summary>Inside a writing. What was promised at the gates stays until the person is erased: it is evidence.</summary>
    private async Task LetGoAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var accounts = await db.Set<Account>().Where(a => people.Contains(a.Person)).Select(a => new { a.Person, a.Folded }).ToListAsync(stop);
        var onCards = await uses.TakeUserIdsAsync(people, stop);
        await tombstones.LayAsync(
            [.. accounts.Select(a => (a.Person, a.Folded)).Union(onCards.SelectMany(c => c.Select(id => (c.Key, Account.FoldedOf(id)))))], stop);

        await db.Set<Session>().Where(s => people.Contains(s.Person)).ExecuteDeleteAsync(stop);
        await db.Set<ApiToken>().Where(t => people.Contains(t.Person)).ExecuteDeleteAsync(stop);
        await db.Set<OneTimeCode>().Where(c => people.Contains(c.Person)).ExecuteDeleteAsync(stop);
        await db.Set<RecoveryCode>().Where(c => people.Contains(c.Person)).ExecuteDeleteAsync(stop);
        await db.Set<Factor>().Where(f => people.Contains(f.Person)).ExecuteDeleteAsync(stop);
        await db.Set<Device>().Where(d => people.Contains(d.Person)).ExecuteDeleteAsync(stop);
        await db.Set<Account>().Where(a => people.Contains(a.Person)).ExecuteDeleteAsync(stop);
        foreach (var account in accounts) audit.Write(House, "access.account.ended", null, account.Person);
    }
}

/// <summary>Whoever comes in, or comes back, has an account as soon as the card has a user ID.</summary>
internal sealed class AccountBeginnings(AccountActions accounts, PersonContacts contacts) : IHear<AssignmentBegun>
{
    public async Task HearAsync(IReadOnlyList<AssignmentBegun> announced, CancellationToken stop) =>
        await accounts.MakeManyAsync(await contacts.OfAsync([.. announced.Select(a => a.Person).Distinct()], stop), stop);
}
