using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>What is handed to the person: shown once, kept nowhere.</summary>
public sealed record Slip(PersonId Person, string Name, string UserId, string Words, DateTime UntilUtc);

/// <summary>Somebody who sets a password with a one-time code.</summary>
internal sealed record CodeTry(string UserId, string Words, string Password, IPAddress? Address);

/// <summary>Makes one-time codes and takes them.</summary>
internal sealed class CodeActions(
    TupaDb db, Writing writing, AuditLog audit, Announcer announcer, CodeAccess access, AccountActions accounts, AccountQueries accountRows,
    PersonContacts contacts, PasswordActions passwords, PasswordChecks checks, Attempts attempts, DoorsTried doors, AddressBudget addresses,
    HouseKeys keys, TimeProvider clock)
{
    /// <summary>A new code for each person; the earlier ones are void. People without a user ID get none and are left out.</summary>
    public async Task<(IReadOnlyList<Slip> Slips, Refusal? Refusal)> IssueAsync(IReadOnlyCollection<PersonId> people, Actor by, CancellationToken stop = default)
    {
        var known = await contacts.OfAsync(people, stop);
        List<Slip> slips = [];
        var refusal = await writing.RunAsync(async () =>
        {
            slips.Clear();

            // Whoever was asked about is not named: one that is not for the asker is noted as one that never was.
            if (!(await access.PermittedAsync(by, people, stop)).IsSupersetOf(people)) return audit.Refused(by, "access.code.issue", null, Refusal.Absent);
            foreach (var contact in known)
            {
                if (await accounts.MakeAsync(contact, stop) is { } account) slips.Add(await WriteAsync(contact.Person, contact.Name, account.UserId, by, stop));
            }

            return slips.Count > 0 ? null : new Refusal(known.Count > 0 ? CodeText.NoUserId : Refusal.Absent.Reason);
        }, stop);
        return (refusal is null ? slips : [], refusal);
    }

    /// <summary>Sets the password of whoever has the four words. Wrong words, unknown user ID, spent or old code: one answer.</summary>
    public async Task<(Refusal? Refusal, int Status)> UseAsync(CodeTry given, CancellationToken stop = default)
    {
        if (PasswordRules.Check(given.Password, given.UserId) is { } weak) return (weak, 422);

        var folded = Account.FoldedOf(given.UserId.Length > Account.LongestUserId ? "" : given.UserId);
        var door = attempts.Door("code", folded);
        using var tried = doors.Begin(door);
        if (await attempts.WaitAsync(door, stop, tried.Others) is { Ticks: > 0 } wait) return (new(SignInText.TooMany(wait)), 429);
        if (addresses.IsSpent(given.Address)) return (new(SignInText.TooMany(TimeSpan.FromMinutes(1))), 429);

        // The hash is made before the words are looked at, so that right and wrong words take as long.
        var account = await accountRows.FindAsync(folded, null);
        var hash = await checks.HashAsync(given.Password, stop);
        if (hash is null) return (new(PasswordText.Busy), 503);

        var digest = Digest(account?.Person ?? new PersonId(Guid.Empty), CodeWords.Normal(given.Words));
        var status = 422;
        var refusal = await writing.RunAsync(async () =>
        {
            if (await attempts.WaitInTurnAsync(door, stop) is { Ticks: > 0 } closed)
            {
                status = 429;
                return new(SignInText.TooMany(closed));
            }

            status = 422;
            if (account is { Live: true } && await TakeAsync(account.Person, digest, stop))
            {
                await attempts.ForgiveAsync(door, stop);
                await passwords.SetAsync(account.Person, hash, Actor.Of(account.Person), keep: null, stop);
                return null;
            }

            await attempts.FailAsync(door, stop);
            return audit.Refused(Actor.Anonymous, "access.code.use", null, new(CodeText.Wrong), account?.Person);
        }, stop);
        if (refusal is not null) addresses.Fail(given.Address);
        return (refusal, status);
    }

    /// <summary>A link for whoever signs in with this user ID: a member of staff with a work e-mail. Null where there is nobody to send it to.</summary>
    public async Task<(string Secret, PersonContact To)?> MakeLinkAsync(string userId, CancellationToken stop = default)
    {
        var account = await accountRows.FindAsync(Account.FoldedOf(userId), null);
        if (account is not { Live: true }) return null;
        if (await contacts.OfAsync([account.Person], stop) is not [{ StaffEmail: { Length: > 0 } } contact]) return null;

        var secret = Secrets.New();
        await writing.RunAsync<bool>(async () =>
        {
            await writing.InTurnAsync($"code {account.Person}", stop);
            await db.Set<OneTimeCode>().Where(c => c.Person == account.Person && c.Kind == CodeKind.Link).ExecuteDeleteAsync(stop);
            Add(account.Person, CodeKind.Link, keys.Digest("link", secret), null, OneTimeCode.LinkLasts);
            audit.Write(Actor.House("access.forgotten-password"), "access.link.sent", null, account.Person);
            return true;
        }, stop);
        return (secret, contact);
    }

    /// <summary>Sets the password of whoever has the link.</summary>
    public async Task<(Refusal? Refusal, int Status)> UseLinkAsync(string secret, string password, IPAddress? address, CancellationToken stop = default)
    {
        if (addresses.IsSpent(address)) return (new(SignInText.TooMany(TimeSpan.FromMinutes(1))), 429);

        var digest = keys.Digest("link", secret);
        var now = clock.UtcNow();
        var found = await (
            from code in db.Set<OneTimeCode>()
            join account in db.Set<Account>() on code.Person equals account.Person
            where code.CodeHash == digest && code.Kind == CodeKind.Link && now < code.UntilUtc && account.CutAt == null
            select new { code.Id, code.Person, account.UserId }).FirstOrDefaultAsync(stop);
        if (found is null || !await PersonAtDoor.IsLiveAsync(db, found.Person, clock.UtcNow(), stop))
        {
            addresses.Fail(address);
            return (await writing.RunAsync(() => Task.FromResult<Refusal?>(audit.Refused(Actor.Anonymous, "access.link.use", null, new Refusal(CodeText.OldLink))), stop), 422);
        }

        if (PasswordRules.Check(password, found.UserId) is { } weak) return (weak, 422);
        if (await checks.HashAsync(password, stop) is not { } hash) return (new(PasswordText.Busy), 503);

        return (await writing.RunAsync(async () =>
        {
            if (await db.Set<OneTimeCode>().Where(c => c.Id == found.Id).ExecuteDeleteAsync(stop) == 0)
                return audit.Refused(Actor.Anonymous, "access.link.use", null, new Refusal(CodeText.OldLink), found.Person);

            await passwords.SetAsync(found.Person, hash, Actor.Of(found.Person), keep: null, stop);
            return null;
        }, stop), 422);
    }

    /// <summary>A code made on the machine, for the first operator.</summary>
    internal async Task<Slip?> IssueByHouseAsync(PersonContact contact, Actor house, CancellationToken stop) =>
        await accounts.MakeAsync(contact, stop) is { } account ? await WriteAsync(contact.Person, contact.Name, account.UserId, house, stop) : null;

    private async Task<Slip> WriteAsync(PersonId person, string name, string userId, Actor by, CancellationToken stop)
    {
        await writing.InTurnAsync($"code {person}", stop);
        await db.Set<OneTimeCode>().Where(c => c.Person == person).ExecuteDeleteAsync(stop);
        var words = CodeWords.New();
        var until = Add(person, CodeKind.Words, Digest(person, CodeWords.Normal(words)), by.Person, OneTimeCode.WordsLast);
        audit.Write(by, "access.code.issued", null, person);
        await announcer.AnnounceAsync([new AccessNews(person, AccessNewsKind.CodeIssued, clock.UtcNow(), "")], stop);
        return new(person, name, userId, words, until);
    }

    private DateTime Add(PersonId person, CodeKind kind, byte[] digest, PersonId? by, TimeSpan lasts)
    {
        var now = clock.UtcNow();
        db.Add(new OneTimeCode { Id = OneTimeCodeId.New(), Person = person, Kind = kind, CodeHash = digest, IssuedBy = by, IssuedAt = now, UntilUtc = now + lasts });
        return now + lasts;
    }

    /// <summary>True once: the row goes as it is taken.</summary>
    private async Task<bool> TakeAsync(PersonId person, byte[] digest, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var live = await db.Set<OneTimeCode>().Where(c => c.Person == person && c.Kind == CodeKind.Words && now < c.UntilUtc)
            .Select(c => new { c.Id, c.CodeHash }).ToListAsync(stop);
        return live.Find(c => CryptographicOperations.FixedTimeEquals(c.CodeHash, digest)) is { } code
            && await db.Set<OneTimeCode>().Where(c => c.Id == code.Id).ExecuteDeleteAsync(stop) > 0;
    }

    private byte[] Digest(PersonId person, string words) => keys.Digest("code", $"{person}|{words}");
}
