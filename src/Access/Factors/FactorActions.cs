using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>What a person needs to set up an authenticator app.</summary>
/// <param name="Key">For typing by hand, in groups of four.</param>
/// <param name="Uri">For the QR code.</param>
public sealed record FactorSetup(string Key, string Uri);

/// <summary>Sets up second factors, checks their codes, and takes them away.</summary>
internal sealed class FactorActions(
    TupaDb db, Writing writing, AuditLog audit, Announcer announcer, SessionActions sessions, SignInActions signIns,
    Attempts attempts, HouseKeys keys, TimeProvider clock)
{
    public const int RecoveryCodes = 10;
    public const string Use = "factor";

    // Without letters and digits that look alike.
    private const string RecoveryAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Makes the secret of a factor to be; it opens nothing until a code of it was given. Where one is on, or being set up, nothing changes.</summary>
    public Task<Refusal?> BeginAsync(PersonId person, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var known = await db.Set<Factor>().FirstOrDefaultAsync(f => f.Person == person, stop);
        if (known is not null && (known.ConfirmedAt is not null || Secret(known) is not null)) return null;

        // Begun under a key that is lost, and of no use to anybody.
        if (known is not null)
        {
            db.Remove(known);
            await writing.FlushAsync(stop);
        }

        var secret = RandomNumberGenerator.GetBytes(Totp.SecretSize);
        db.Add(new Factor { Person = person, Sealed = keys.Seal(Use, secret, person.ToString()), CreatedAt = clock.UtcNow() });
        audit.Write(Actor.Of(person), "access.factor.begun", null, person);
        return null;
    }, stop);

    /// <summary>What is being set up; null where nothing is.</summary>
    public async Task<FactorSetup?> SetupAsync(PersonId person, CancellationToken stop = default)
    {
        var found = await (
            from factor in db.Set<Factor>()
            join account in db.Set<Account>() on factor.Person equals account.Person
            where factor.Person == person && factor.ConfirmedAt == null
            select new { Factor = factor, account.UserId }).FirstOrDefaultAsync(stop);
        if (found is null) return null;

        if (Secret(found.Factor) is not { } secret) return null;

        var key = string.Join(' ', Totp.Base32(secret).Chunk(4).Select(c => new string(c)));
        return new(key, Totp.Uri(secret, "Tupa", found.UserId));
    }

    /// <summary>Turns the factor on, once a code of it was right. Returns the recovery codes, which are shown this once.</summary>
    public async Task<(IReadOnlyList<string> Codes, Refusal? Refusal)> ConfirmAsync(PersonId person, SessionId current, string code, CancellationToken stop = default)
    {
        List<string> made = [];
        var refusal = await writing.RunAsync(async () =>
        {
            made.Clear();
            if (await db.Set<Factor>().FirstOrDefaultAsync(f => f.Person == person && f.ConfirmedAt == null, stop) is not { } factor) return Refusal.Absent;
            if (Secret(factor) is not { } secret || Totp.Match(secret, code, clock.UtcNow(), factor.LastStep) is not { } step) return new Refusal(FactorText.Wrong);

            (factor.ConfirmedAt, factor.LastStep) = (clock.UtcNow(), step);
            made.AddRange(await NewRecoveryCodesAsync(person, stop));
            await sessions.EndOthersAsync(person, current, Actor.Of(person), stop);
            await TellAsync(person, AccessNewsKind.FactorOn, "access.factor.confirmed", stop);
            return null;
        }, stop);
        return (refusal is null ? made : [], refusal);
    }

    /// <summary>New recovery codes in the place of the old; a code of the factor is asked, so that an open screen is not enough.</summary>
    public async Task<(IReadOnlyList<string> Codes, Refusal? Refusal)> RenewCodesAsync(PersonId person, string code, CancellationToken stop = default)
    {
        List<string> made = [];
        var refusal = await writing.RunAsync(async () =>
        {
            made.Clear();
            if (await CheckAsync(person, code, recovery: false, stop) is { } wrong) return wrong;

            made.AddRange(await NewRecoveryCodesAsync(person, stop));
            audit.Write(Actor.Of(person), "access.recoverycodes.renewed", null, person);
            return null;
        }, stop);
        return (refusal is null ? made : [], refusal);
    }

    /// <summary>Takes the factor away; who needs one for an authority must set up another before going on.</summary>
    public Task<Refusal?> RemoveAsync(PersonId person, string code, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (await CheckAsync(person, code, recovery: true, stop) is { } wrong) return wrong;

        await db.Set<Factor>().Where(f => f.Person == person).ExecuteDeleteAsync(stop);
        await db.Set<RecoveryCode>().Where(c => c.Person == person).ExecuteDeleteAsync(stop);
        await TellAsync(person, AccessNewsKind.FactorOff, "access.factor.removed", stop);
        return null;
    }, stop);

    /// <summary>The second step of a sign-in: the session that waited becomes a real one, with a secret of its own.</summary>
    public async Task<SignInAnswer> PassAsync(SessionId pending, string code, string? device, CancellationToken stop = default)
    {
        SignInAnswer? answer = null;
        var refusal = await writing.RunAsync(async () =>
        {
            var now = clock.UtcNow();
            var session = await db.Set<Session>().FirstOrDefaultAsync(s => s.Id == pending && s.Pending && now < s.UntilUtc, stop);
            if (session is null) return new Refusal(FactorText.TooLate);
            if (await CheckAsync(session.Person, code, recovery: true, stop) is { } wrong) return wrong;

            db.Remove(session);
            var secret = sessions.Open(session.Person, session.Shared, pending: false, session.Device);
            var known = device is null ? null : Secrets.Hash(device);
            if (known is not null && !await db.Set<Device>().AnyAsync(d => d.Person == session.Person && d.TokenHash == known, stop)) known = null;
            var newDevice = await signIns.NoteDeviceAsync(session.Person, pupil: false, known, session.Shared, session.Device, stop);
            answer = new(secret, newDevice, false, null, 303, default);
            return null;
        }, stop);
        return answer ?? SignInAnswer.No(refusal!.Reason, 422);
    }

    private async Task<Refusal?> CheckAsync(PersonId person, string given, bool recovery, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(given)) return new(FactorText.Missing);

        var door = attempts.Door("factor", person.ToString());
        if (await attempts.WaitInTurnAsync(door, stop) is { Ticks: > 0 } wait) return new(SignInText.TooMany(wait));

        if (await IsCodeAsync(person, given, stop) || (recovery && await IsRecoveryCodeAsync(person, given, stop)))
        {
            await attempts.ForgiveAsync(door, stop);
            return null;
        }

        await attempts.FailAsync(door, stop);
        return audit.Refused(Actor.Of(person), "access.factor.check", null, new(FactorText.Wrong), person);
    }

    private async Task<bool> IsCodeAsync(PersonId person, string given, CancellationToken stop)
    {
        if (await db.Set<Factor>().FirstOrDefaultAsync(f => f.Person == person && f.ConfirmedAt != null, stop) is not { } factor) return false;
        if (Secret(factor) is not { } secret || Totp.Match(secret, given, clock.UtcNow(), factor.LastStep) is not { } step) return false;

        factor.LastStep = step;
        return true;
    }

    private async Task<bool> IsRecoveryCodeAsync(PersonId person, string given, CancellationToken stop)
    {
        var digest = RecoveryDigest(person, given);
        if (await db.Set<RecoveryCode>().Where(c => c.Person == person && c.CodeHash == digest).ExecuteDeleteAsync(stop) == 0) return false;

        await TellAsync(person, AccessNewsKind.RecoveryCodeUsed, "access.recoverycode.used", stop);
        return true;
    }

    private async Task<List<string>> NewRecoveryCodesAsync(PersonId person, CancellationToken stop)
    {
        await db.Set<RecoveryCode>().Where(c => c.Person == person).ExecuteDeleteAsync(stop);
        var codes = Enumerable.Range(0, RecoveryCodes)
            .Select(_ => $"{RandomNumberGenerator.GetString(RecoveryAlphabet, 5)}-{RandomNumberGenerator.GetString(RecoveryAlphabet, 5)}").ToList();
        db.AddRange(codes.Select(c => new RecoveryCode { Person = person, CodeHash = RecoveryDigest(person, c) }));
        return codes;
    }

    private async Task TellAsync(PersonId person, AccessNewsKind kind, string deed, CancellationToken stop)
    {
        audit.Write(Actor.Of(person), deed, null, person);
        await announcer.AnnounceAsync([new AccessNews(person, kind, clock.UtcNow(), "")], stop);
    }

    private byte[] RecoveryDigest(PersonId person, string code) =>
        keys.Digest("recovery", $"{person}|{string.Concat(code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit))}");

    /// <summary>Null where it was sealed with a key that this house no longer has: then no code is right, and the factor must be reset.</summary>
    private byte[]? Secret(Factor factor) => keys.Open(Use, factor.Sealed, factor.Person.ToString());
}
