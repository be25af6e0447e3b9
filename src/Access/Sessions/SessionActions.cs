using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>Opens and ends sessions.</summary>
internal sealed class SessionActions(TupaDb db, Writing writing, AuditLog audit, TimeProvider clock)
{
    /// <summary>Call it inside a writing. Returns the secret for the cookie, which is nowhere else.</summary>
    public string Open(PersonId person, bool shared, bool pending, string device)
    {
        var secret = Secrets.New();
        var now = clock.UtcNow();
        var until = now + (pending ? Session.LongestPending : Session.Longest);
        var session = new Session
        {
            Id = SessionId.New(),
            Person = person,
            TokenHash = Secrets.Hash(secret),
            StartedAt = now,
            SeenAt = now,
            UntilUtc = until,
            IdleUntil = shared && !pending ? now + Session.LongestIdle : until,
            Shared = shared,
            Pending = pending,
            Device = device,
        };
        db.Add(session);
        if (!pending) audit.Write(Actor.Of(person), "access.session.opened", session.Id.Value, person);
        return secret;
    }

    /// <summary>Ends one session of the person; one that is not theirs, or is over, changes nothing.</summary>
    public Task<Refusal?> EndAsync(SessionId id, PersonId person, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (await db.Set<Session>().Where(s => s.Id == id && s.Person == person).ExecuteDeleteAsync(stop) == 0)
            return audit.Refused(Actor.Of(person), "access.session.end", id.Value, Refusal.Absent);

        audit.Write(Actor.Of(person), "access.session.ended", id.Value, person);
        return null;
    }, stop);

    /// <summary>Ends every session of the person but the one named.</summary>
    public Task<Refusal?> EndOthersAsync(PersonId person, SessionId? but, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var kept = but ?? new SessionId(Guid.Empty);
        var ended = await db.Set<Session>().Where(s => s.Person == person && s.Id != kept).ExecuteDeleteAsync(stop);
        if (ended > 0) audit.Write(by, "access.sessions.ended", null, person, count: ended);
        return null;
    }, stop);
}

/// <summary>Lets go of what is over: sessions, one-time codes, counts of failures, browsers not seen for a year. What is over is shut already; this tidies.</summary>
internal sealed class AccessSweep(TupaDb db, Writing writing, TimeProvider clock) : IJob
{
    public Task<JobReport> RunAsync(CancellationToken stop) => writing.RunAsync(async () =>
    {
        var now = clock.UtcNow();
        var (quiet, old) = (now - Attempts.Memory, now - Device.Memory);
        var gone = await db.Set<Session>().Where(s => s.UntilUtc <= now || s.IdleUntil <= now).ExecuteDeleteAsync(stop)
            + await db.Set<OneTimeCode>().Where(c => c.UntilUtc <= now).ExecuteDeleteAsync(stop)
            + await db.Set<Attempt>().Where(a => a.LastAt <= quiet && a.WaitUntil <= now).ExecuteDeleteAsync(stop)
            + await db.Set<Device>().Where(d => d.LastAt <= old).ExecuteDeleteAsync(stop)
            + await db.Set<ApiToken>().Where(t => t.UntilUtc <= now).ExecuteDeleteAsync(stop);
        return new JobReport(Counted: gone, Changed: gone);
    }, stop);
}

/// <inheritdoc cref="ISessionCheck"/>
internal sealed class SessionCheck(Visitor visitor, TupaDb db, TimeProvider clock) : ISessionCheck
{
    public TimeSpan? LongestIdle => visitor.SharedDevice ? Session.LongestIdle : null;

    public async Task<bool> LiveAsync(CancellationToken stop)
    {
        if (visitor.Session is not { } id) return false;

        var now = clock.UtcNow();
        return await (
            from session in db.Set<Session>()
            where session.Id == id && now < session.UntilUtc && now < session.IdleUntil
            where db.Set<Account>().Any(a => a.Person == session.Person && a.CutAt == null)
            select session.Person).AnyAsync(stop)
            && await PersonAtDoor.IsLiveAsync(db, visitor.Person!.Value, now, stop);
    }
}
