using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>What somebody at the door has given.</summary>
/// <param name="Device">The secret of the browser's device cookie.</param>
/// <param name="DeviceName">"Firefox, Windows".</param>
internal sealed record SignInTry(string UserId, string Password, bool Shared, string? Device, string DeviceName, IPAddress? Address);

/// <summary>The answer at the door: a secret for the cookie, or a refusal with its status.</summary>
/// <param name="Device">A secret for the device cookie, where the browser was not known.</param>
/// <param name="Pending">The second factor is still to come.</param>
internal sealed record SignInAnswer(string? Secret, string? Device, bool Pending, Refusal? Refusal, int Status, TimeSpan Wait)
{
    public static SignInAnswer No(Text reason, int status, TimeSpan wait = default) => new(null, null, false, new Refusal(reason), status, wait);
}

/// <summary>Opens sessions. A wrong password, an unknown user ID, a person whose assignments have ended: one answer, in one time.</summary>
internal sealed class SignInActions(
    TupaDb db, Writing writing, AuditLog audit, Announcer announcer, AccountQueries accounts, SessionActions sessions,
    Attempts attempts, DoorsTried doors, AddressBudget addresses, PasswordChecks passwords, TurnedAway turned, TimeProvider clock)
{
    public async Task<SignInAnswer> OpenAsync(SignInTry given, CancellationToken stop = default)
    {
        var folded = Account.FoldedOf(given.UserId.Length > Account.LongestUserId ? "" : given.UserId);
        var device = given.Device is { } secret ? Secrets.Hash(secret) : null;
        var account = await accounts.FindAsync(folded, device);
        var known = account is { KnownDevice: true };

        var door = attempts.Door("password", folded, known ? device : null);
        using var tried = doors.Begin(door);
        if (await attempts.WaitAsync(door, stop, tried.Others) is { Ticks: > 0 } wait) return await ShutAsync(wait, stop);
        if (!known && addresses.IsSpent(given.Address)) return await ShutAsync(TimeSpan.FromMinutes(1), stop);

        var verdict = await passwords.CheckAsync(account?.PasswordHash, given.Password, stop);
        if (verdict == PasswordVerdict.Busy) return SignInAnswer.No(PasswordText.Busy, 503, TimeSpan.FromSeconds(10));
        if (verdict == PasswordVerdict.Wrong || account is not { Live: true }) return await WrongAsync(given, account, door, stop);

        var renewed = verdict == PasswordVerdict.RightAndOld ? await passwords.HashAsync(given.Password, stop) : null;
        return await RightAsync(given, account, device, door, renewed, stop);
    }

    private async Task<SignInAnswer> WrongAsync(SignInTry given, AccountRow? account, byte[] door, CancellationToken stop)
    {
        addresses.Fail(given.Address);
        await writing.RunAsync(async () =>
        {
            await attempts.FailAsync(door, stop);
            return audit.Refused(Actor.Anonymous, "access.session.open", null, new(SignInText.Wrong), account?.Person);
        }, stop);
        return SignInAnswer.No(SignInText.Wrong, 422);
    }

    private Task<SignInAnswer> RightAsync(SignInTry given, AccountRow account, byte[]? device, byte[] door, string? renewed, CancellationToken stop) =>
        writing.RunAsync(async () =>
        {
            if (await attempts.WaitInTurnAsync(door, stop) is { Ticks: > 0 } wait) return TooMany(wait);

            // The hash may have been changed while it was being checked.
            var row = await db.Set<Account>().FirstOrDefaultAsync(a => a.Person == account.Person, stop);
            if (row is not { CutAt: null } || row.PasswordHash != account.PasswordHash) return SignInAnswer.No(SignInText.Wrong, 422);

            if (renewed is not null) row.PasswordHash = renewed;
            await attempts.ForgiveAsync(door, stop);
            var secret = sessions.Open(account.Person, given.Shared, pending: account.HasFactor, given.DeviceName);
            if (account.HasFactor) return new SignInAnswer(secret, null, true, null, 303, default);

            var newDevice = await NoteDeviceAsync(account.Person, account.IsPupil, account.KnownDevice ? device : null, given.Shared, given.DeviceName, stop);
            return new SignInAnswer(secret, newDevice, false, null, 303, default);
        }, stop);

    /// <summary>Remembers the browser, or tells the person of one that is new. Call it inside a writing, once the person is in. Returns the secret for a new device cookie.</summary>
    public async Task<string?> NoteDeviceAsync(PersonId person, bool pupil, byte[]? known, bool shared, string name, CancellationToken stop)
    {
        var now = clock.UtcNow();
        if (known is not null)
        {
            await db.Set<Device>().Where(d => d.Person == person && d.TokenHash == known).ExecuteUpdateAsync(d => d.SetProperty(x => x.LastAt, now), stop);
            return null;
        }

        // Pupils change school computers every lesson: that is no news.
        if (!(shared && pupil)) await announcer.AnnounceAsync([new AccessNews(person, AccessNewsKind.NewDevice, now, name)], stop);
        if (shared) return null;

        var secret = Secrets.New();
        db.Add(new Device { Person = person, TokenHash = Secrets.Hash(secret), LastAt = now });
        return secret;
    }

    /// <summary>That somebody goes on knocking while a door is shut is in the log too.</summary>
    private async Task<SignInAnswer> ShutAsync(TimeSpan wait, CancellationToken stop)
    {
        await turned.NoteAsync("access.session.wait", stop);
        return TooMany(wait);
    }

    private static SignInAnswer TooMany(TimeSpan wait) => SignInAnswer.No(SignInText.TooMany(wait), 429, wait);
}
