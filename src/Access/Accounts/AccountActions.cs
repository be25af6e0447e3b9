using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>Makes accounts of people and cuts them off.</summary>
public sealed class AccountActions
{
    private static readonly Actor House = Actor.House("access");

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly Tombstones _tombstones;
    private readonly TimeProvider _clock;

    internal AccountActions(TupaDb db, Writing writing, AuditLog audit, Tombstones tombstones, TimeProvider clock) =>
        (_db, _writing, _audit, _tombstones, _clock) = (db, writing, audit, tombstones, clock);

    /// <summary>
    /// Cuts sign-in at once: a source says so (a pushed deactivation). Every session of the person is over when this returns; nothing
    /// else is lost, and <see cref="RestoreAsync(PersonId, Actor, CancellationToken)"/> undoes it.
    /// </summary>
    public Task<Refusal?> CutAsync(PersonId person, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await CutAsync([person], by, stop);
        return (Refusal?)null;
    }, stop);

    /// <summary>As <see cref="CutAsync(PersonId, Actor, CancellationToken)"/>, of many in a fixed number of statements; returns how many were cut.</summary>
    public Task<int> CutAsync(IReadOnlyCollection<PersonId> people, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await _writing.FlushAsync(stop);
        var cutting = await _db.Set<Account>().Where(a => people.Contains(a.Person) && a.CutAt == null).ToListAsync(stop);
        var (ids, now) = (cutting.ConvertAll(a => a.Person), _clock.UtcNow());
        foreach (var account in cutting)
        {
            account.CutAt = now;
            _audit.Write(by, "access.account.cut", null, account.Person);
        }

        await _db.Set<Session>().Where(s => ids.Contains(s.Person)).ExecuteDeleteAsync(stop);
        return cutting.Count;
    }, stop);

    public Task<Refusal?> RestoreAsync(PersonId person, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await RestoreAsync([person], by, stop);
        return (Refusal?)null;
    }, stop);

    /// <summary>As <see cref="RestoreAsync(PersonId, Actor, CancellationToken)"/>, of many in one statement.</summary>
    public Task<int> RestoreAsync(IReadOnlyCollection<PersonId> people, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await _writing.FlushAsync(stop);
        var restoring = await _db.Set<Account>().Where(a => people.Contains(a.Person) && a.CutAt != null).ToListAsync(stop);
        foreach (var account in restoring)
        {
            account.CutAt = null;
            _audit.Write(by, "access.account.restored", null, account.Person);
        }

        return restoring.Count;
    }, stop);

    /// <summary>
    /// The person's account, made from the card where there was none; the user ID follows the card. Null where the card has no user ID,
    /// or it is or was somebody else's. Call it inside a writing.
    /// </summary>
    internal async Task<Account?> MakeAsync(PersonContact contact, CancellationToken stop) =>
        (await MakeManyAsync([contact], stop)).GetValueOrDefault(contact.Person);

    /// <summary>As <see cref="MakeAsync"/>, for many: as many statements for a thousand as for one, and the rows. People who keep the account they have are among the answer.</summary>
    internal async Task<IReadOnlyDictionary<PersonId, Account>> MakeManyAsync(IReadOnlyCollection<PersonContact> contacts, CancellationToken stop)
    {
        var wanted = contacts.Where(c => c.UserId is { Length: > 0 }).Select(c => (c.Person, UserId: c.UserId!, Folded: Account.FoldedOf(c.UserId!))).ToList();
        if (wanted.Count == 0) return new Dictionary<PersonId, Account>();

        await _writing.FlushAsync(stop);
        var (people, ids) = (wanted.ConvertAll(w => w.Person), wanted.ConvertAll(w => w.Folded));
        var here = await _db.Set<Account>().Where(a => people.Contains(a.Person) || ids.Contains(a.Folded)).ToListAsync(stop);
        var made = here.Where(a => people.Contains(a.Person)).ToDictionary(a => a.Person);
        var taken = here.Select(a => a.Folded).ToHashSet(StringComparer.Ordinal);
        var open = wanted.Where(w => !taken.Contains(w.Folded)).DistinctBy(w => w.Folded).ToList();
        var refused = await _tombstones.RefusedAsync([.. open.Select(w => (w.Person, w.Folded))], stop);
        foreach (var (person, _, _) in open.Where(w => refused.Contains(w.Person)))
            _audit.Refused(House, "access.account.make", null, new Refusal(AccountText.OnceAnothers), person);

        open.RemoveAll(w => refused.Contains(w.Person));
        await _tombstones.LayAsync([.. open.Where(w => made.ContainsKey(w.Person)).Select(w => (w.Person, made[w.Person].Folded))], stop);
        foreach (var (person, userId, folded) in open)
        {
            if (made.TryGetValue(person, out var mine))
            {
                (mine.UserId, mine.Folded) = (userId, folded);
                continue;
            }

            made[person] = new() { Person = person, UserId = userId, Folded = folded, CreatedAt = _clock.UtcNow() };
            _db.Add(made[person]);
            _audit.Write(House, "access.account.made", null, person);
        }

        return made;
    }
}

internal static class AccountText
{
    public static readonly Text OnceAnothers = new(
        Fi: "Käyttäjätunnus on ollut toisella henkilöllä. Anna uusi tunnus.",
        Sv: "Användarnamnet har tillhört någon annan. Ange ett nytt.",
        En: "The user ID was somebody else's once. Give another.");
}
