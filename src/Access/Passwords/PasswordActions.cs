using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>Changes passwords. Whatever the way, every other session ends and the person is told.</summary>
internal sealed class PasswordActions(
    TupaDb db, Writing writing, AuditLog audit, Announcer announcer, PasswordChecks checks, Attempts attempts, DoorsTried doors, TimeProvider clock)
{
    /// <summary>The person changes their own, knowing the old one.</summary>
    public async Task<(Refusal? Refusal, int Status)> ChangeAsync(PersonId person, SessionId current, string old, string @new, CancellationToken stop = default)
    {
        var account = await db.Set<Account>().Where(a => a.Person == person).Select(a => new { a.UserId, a.PasswordHash }).FirstOrDefaultAsync(stop);
        if (account is null) return (Refusal.Absent, 422);
        if (PasswordRules.Check(@new, account.UserId) is { } weak) return (weak, 422);

        var door = attempts.Door("change", person.ToString());
        using var tried = doors.Begin(door);
        if (await attempts.WaitAsync(door, stop, tried.Others) is { Ticks: > 0 } wait) return (new(SignInText.TooMany(wait)), 429);

        var verdict = await checks.CheckAsync(account.PasswordHash, old, stop);
        if (verdict == PasswordVerdict.Busy) return (new(PasswordText.Busy), 503);
        if (verdict == PasswordVerdict.Wrong) return (await WrongAsync(person, door, stop), 422);
        if (await checks.HashAsync(@new, stop) is not { } hash) return (new(PasswordText.Busy), 503);

        return (await writing.RunAsync(async () =>
        {
            if (await attempts.WaitInTurnAsync(door, stop) is { Ticks: > 0 } closed) return new(SignInText.TooMany(closed));
            if (!await db.Set<Account>().AnyAsync(a => a.Person == person && a.PasswordHash == account.PasswordHash, stop)) return Refusal.Clash;

            await attempts.ForgiveAsync(door, stop);
            await SetAsync(person, hash, Actor.Of(person), current, stop);
            return null;
        }, stop), 422);
    }

    /// <summary>Call it inside a writing.</summary>
    /// <param name="keep">The session in which it is done; every other one ends.</param>
    public async Task SetAsync(PersonId person, string hash, Actor by, SessionId? keep, CancellationToken stop)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.Person == person, stop);
        (account.PasswordHash, account.PasswordAt) = (hash, clock.UtcNow());

        var kept = keep ?? new SessionId(Guid.Empty);
        await db.Set<Session>().Where(s => s.Person == person && s.Id != kept).ExecuteDeleteAsync(stop);
        await db.Set<OneTimeCode>().Where(c => c.Person == person).ExecuteDeleteAsync(stop);
        await attempts.ForgiveAsync(attempts.Door("password", account.Folded), stop);
        audit.Write(by, "access.password.changed", null, person);
        await announcer.AnnounceAsync([new AccessNews(person, AccessNewsKind.PasswordChanged, clock.UtcNow(), "")], stop);
    }

    private Task<Refusal?> WrongAsync(PersonId person, byte[] door, CancellationToken stop) => writing.RunAsync(async () =>
    {
        await attempts.FailAsync(door, stop);
        return audit.Refused(Actor.Of(person), "access.password.change", null, new Refusal(SecurityText.OldIsWrong).At("old"), person);
    }, stop);
}
