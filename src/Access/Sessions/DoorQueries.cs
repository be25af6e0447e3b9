using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>What the door reads of a session: one row, one statement.</summary>
internal sealed class SessionRow
{
    public required SessionId Session { get; init; }
    public required PersonAtDoor Standing { get; init; }
    public required DateTime SeenAt { get; init; }
    public required bool Shared { get; init; }
    public required bool Pending { get; init; }
    public required bool HasFactor { get; init; }
    public required bool Notice { get; init; }
    public required bool Pledge { get; init; }
}

/// <summary>What the door reads of an API token: one row, one statement.</summary>
internal sealed class TokenRow
{
    public required ApiTokenId Token { get; init; }
    public required PersonAtDoor Standing { get; init; }
    public required string Scopes { get; init; }
    public required DateOnly? LastUsedOn { get; init; }
    public required bool HasFactor { get; init; }
    public required bool Notice { get; init; }
    public required bool Pledge { get; init; }
}

/// <summary>
/// The one statement of the door. It runs on every request, so it is compiled once; every end (of session, account, assignment,
/// authority) is compared with now inside it, so an end takes effect at the tick.
/// </summary>
internal sealed class DoorQueries(TupaDb db, TimeProvider clock)
{
    private static readonly Compiled<Func<TupaDb, byte[], DateTime, DateOnly, Task<SessionRow?>>> Session =
        Compiled.One<byte[], DateTime, DateOnly, SessionRow>((context, hash, now, today) => (
            from session in context.Set<Session>()
            where session.TokenHash == hash && now < session.UntilUtc && now < session.IdleUntil
            where context.Set<Account>().Any(a => a.Person == session.Person && a.CutAt == null)
            join standing in PersonAtDoor.At.In(context, now, today) on session.Person equals standing.Person
            where standing.Live
            select new SessionRow
            {
                Session = session.Id,
                Standing = standing,
                SeenAt = session.SeenAt,
                Shared = session.Shared,
                Pending = session.Pending,
                HasFactor = context.Set<Factor>().Any(f => f.Person == session.Person && f.ConfirmedAt != null),
                Notice = context.Set<GateMark>().Any(g => g.Person == session.Person && g.Gate == Gate.Notice && g.Version >= GateWay.NoticeVersion),
                Pledge = context.Set<GateMark>().Any(g => g.Person == session.Person && g.Gate == Gate.Pledge && g.Version >= GateWay.PledgeVersion),
            }).FirstOrDefault());

    private static readonly Compiled<Func<TupaDb, byte[], DateTime, DateOnly, Task<TokenRow?>>> Token =
        Compiled.One<byte[], DateTime, DateOnly, TokenRow>((context, hash, now, today) => (
            from token in context.Set<ApiToken>()
            where token.TokenHash == hash && now < token.UntilUtc
            where context.Set<Account>().Any(a => a.Person == token.Person && a.CutAt == null)
            join standing in PersonAtDoor.At.In(context, now, today) on token.Person equals standing.Person
            where standing.Live
            select new TokenRow
            {
                Token = token.Id,
                Standing = standing,
                Scopes = token.Scopes,
                LastUsedOn = token.LastUsedOn,
                HasFactor = context.Set<Factor>().Any(f => f.Person == token.Person && f.ConfirmedAt != null),
                Notice = context.Set<GateMark>().Any(g => g.Person == token.Person && g.Gate == Gate.Notice && g.Version >= GateWay.NoticeVersion),
                Pledge = context.Set<GateMark>().Any(g => g.Person == token.Person && g.Gate == Gate.Pledge && g.Version >= GateWay.PledgeVersion),
            }).FirstOrDefault());

    public Task<SessionRow?> SessionAsync(byte[] tokenHash)
    {
        var now = clock.UtcNow();
        return Session.On(db)(db, tokenHash, now, Helsinki.Day(now));
    }

    public Task<TokenRow?> TokenAsync(byte[] tokenHash)
    {
        var now = clock.UtcNow();
        return Token.On(db)(db, tokenHash, now, Helsinki.Day(now));
    }
}
