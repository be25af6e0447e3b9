using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>What opens the doors to the trial person.</summary>
/// <param name="Cookie">The header "Cookie" of a browser that is signed in.</param>
/// <param name="Token">The header "Authorization" of a program with every scope.</param>
public sealed record TrialKeys(string Cookie, string Token);

/// <summary>Gives a trial person an account, a session and an API token, as rows: nobody knows a password of it, and nobody ever will.</summary>
public sealed class TrialAccess
{
    /// <summary>A trial takes seconds; what a killed one leaves opens nothing for longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly TimeProvider _clock;

    internal TrialAccess(TupaDb db, Writing writing, TimeProvider clock) => (_db, _writing, _clock) = (db, writing, clock);

    public Task<TrialKeys> OpenAsync(PersonId person, CancellationToken stop = default) => _writing.RunAsync(() =>
    {
        var now = _clock.UtcNow();
        var (session, token) = (Secrets.New(), Secrets.New());
        var userId = $"tupa-{person.Value:n}";
        _db.Add(new Account { Person = person, UserId = userId, Folded = Account.FoldedOf(userId), CreatedAt = now });
        _db.Add(new Session
        {
            Id = SessionId.New(),
            Person = person,
            TokenHash = Secrets.Hash(session),
            StartedAt = now,
            SeenAt = now,
            UntilUtc = now + Longest,
            IdleUntil = now + Longest,
            Shared = false,
            Pending = false,
            Device = "Tupa",
        });
        _db.Add(new ApiToken
        {
            Id = ApiTokenId.New(),
            Person = person,
            Name = "Tupa",
            TokenHash = Secrets.Hash(token),
            Scopes = string.Join(' ', Scopes.All),
            CreatedAt = now,
            UntilUtc = now + Longest,
        });
        return Task.FromResult(new TrialKeys($"{SessionCookie.Plain}={session}", $"Bearer {token}"));
    }, stop);

    /// <summary>Notes the notice as read and the pledge as given.</summary>
    public Task PassGatesAsync(PersonId person, CancellationToken stop = default) => _writing.RunAsync(() =>
    {
        var now = _clock.UtcNow();
        _db.Add(new GateMark { Person = person, Gate = Gate.Notice, Version = GateWay.NoticeVersion, PassedAt = now });
        _db.Add(new GateMark { Person = person, Gate = Gate.Pledge, Version = GateWay.PledgeVersion, PassedAt = now });
        return Task.FromResult(true);
    }, stop);

    /// <summary>How many accounts have a password, and how many of their people have given the pledge that is in force.</summary>
    public async Task<(int Accounts, int Pledges)> PledgedAsync(CancellationToken stop = default)
    {
        var able = _db.Set<Account>().Where(a => a.PasswordHash != null);
        return (
            await able.CountAsync(stop),
            await able.CountAsync(a => _db.Set<GateMark>().Any(g => g.Person == a.Person && g.Gate == Gate.Pledge && g.Version >= GateWay.PledgeVersion), stop));
    }
}
