using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>An API token as its owner sees it.</summary>
public sealed record ApiTokenRow(ApiTokenId Id, string Name, IReadOnlyList<string> Scopes, DateTime CreatedAt, DateTime UntilUtc, DateOnly? LastUsedOn);

/// <summary>Makes and ends the keys of one's own programs.</summary>
internal sealed class TokenActions(TupaDb db, Writing writing, AuditLog audit, Announcer announcer, TimeProvider clock)
{
    /// <summary>What every key begins with, so that a scanner finds one left in a repository.</summary>
    public const string Prefix = "tupa_";
    private const int Most = 20;

    /// <param name="lastDay">Inclusive, at most twelve months away.</param>
    public async Task<(string? Key, Refusal? Refusal)> MakeAsync(string name, IReadOnlyList<string> scopes, DateOnly? lastDay, PersonId person, CancellationToken stop = default)
    {
        var key = Prefix + Secrets.New();
        var refusal = await writing.RunAsync(async () =>
        {
            var today = clock.Today();
            var chosen = Scopes.All.Where(scopes.Contains).ToList();
            var (called, day) = (name.Trim(), lastDay ?? default);
            List<Fault> faults = [];
            if (called.Length is 0 or > ApiToken.LongestName) faults.Add(new("name", TokenText.NameMissing));
            if (chosen.Count == 0) faults.Add(new("scopes", TokenText.ScopesMissing));
            if (day < today || day > today.AddMonths(ApiToken.MostMonths)) faults.Add(new("lastDay", TokenText.DayMissing));
            if (Refusal.Of(faults) is { } faulty) return faulty;

            await writing.InTurnAsync($"tokens {person}", stop);
            if (await db.Set<ApiToken>().CountAsync(t => t.Person == person, stop) >= Most) return new Refusal(TokenText.TooMany);

            var token = new ApiToken
            {
                Id = ApiTokenId.New(),
                Person = person,
                Name = called,
                TokenHash = Secrets.Hash(key),
                Scopes = string.Join(' ', chosen),
                CreatedAt = clock.UtcNow(),
                UntilUtc = Helsinki.EndOf(day),
            };
            db.Add(token);
            audit.Write(Actor.Of(person), "access.token.made", token.Id.Value, person);
            await announcer.AnnounceAsync([new AccessNews(person, AccessNewsKind.TokenMade, clock.UtcNow(), "")], stop);
            return null;
        }, stop);
        return (refusal is null ? key : null, refusal);
    }

    public Task<Refusal?> EndAsync(ApiTokenId id, PersonId person, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (await db.Set<ApiToken>().Where(t => t.Id == id && t.Person == person).ExecuteDeleteAsync(stop) == 0)
            return audit.Refused(Actor.Of(person), "access.token.end", id.Value, Refusal.Absent);

        audit.Write(Actor.Of(person), "access.token.ended", id.Value, person);
        return null;
    }, stop);

    public async Task<IReadOnlyList<ApiTokenRow>> OfAsync(PersonId person, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var rows = await db.Set<ApiToken>().Where(t => t.Person == person && now < t.UntilUtc).OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(stop);
        return [.. rows.Select(t => new ApiTokenRow(t.Id, t.Name, t.Scopes.Split(' '), t.CreatedAt, t.UntilUtc, t.LastUsedOn))];
    }
}
