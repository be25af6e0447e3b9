using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Whose a record is.</summary>
/// <param name="Person">The one it is tied to; null for somebody new, or where it is not clear.</param>
/// <param name="Doubts">Whom it might be; empty where it is clear.</param>
/// <param name="Clear">False where a person must tell.</param>
internal sealed record Match(PersonId? Person, IReadOnlyList<PersonId> Doubts, bool Clear)
{
    public static readonly Match Nobody = new(null, [], Clear: true);
}

/// <summary>
/// Finds the person of a record that has none yet, by the keys that the source shares with others. Never by name. It is clear only
/// when one trusted key, or several that agree, name one person who is here and whom this feed does not call by another key already.
/// </summary>
/// <param name="byHand">Somebody has typed the keys: one that hits a person of another name may be a slip, and is asked about.</param>
internal sealed class Matching(TupaDb db, Trust trust, TimeProvider clock, bool byHand = false)
{
    private readonly Dictionary<string, string> _claimed = new(StringComparer.Ordinal);
    private readonly Dictionary<PersonId, string> _tied = [];

    /// <summary>A fixed number of statements for the set. It remembers which keys this delivery has claimed: two records with one user ID are not both it.</summary>
    public async Task<IReadOnlyDictionary<string, Match>> OfAsync(
        Source source, string feed, IReadOnlyList<(FedPerson Told, SourceRecordId? Record)> unknown, CancellationToken stop)
    {
        if (unknown.Count == 0) return new Dictionary<string, Match>();

        var hits = await HitsAsync(unknown, stop);
        var found = hits.Select(h => h.Person).Distinct().ToList();
        var now = clock.UtcNow();
        var here = (await db.Set<Person>().AsNoTracking().Where(p => found.Contains(p.Id) && p.UsedUntil > now).Select(p => p.Id).ToListAsync(stop)).ToHashSet();
        var taken = (await db.Set<SourceRecord>().AsNoTracking()
            .Where(r => r.Source == source && r.Feed == feed && r.State == RecordState.Live && r.Person != null && found.Contains(r.Person.Value))
            .Select(r => r.Person!.Value).ToListAsync(stop)).ToHashSet();
        var known = unknown.Select(u => u.Record).OfType<SourceRecordId>().ToList();
        var apart = known.Count == 0 ? [] : (await db.Set<SameTask>().AsNoTracking().Where(t => known.Contains(t.Record) && t.State == SameState.Apart)
            .Select(t => new { t.Record, t.Candidate }).ToListAsync(stop)).ConvertAll(t => (t.Record, t.Candidate)).ToHashSet();

        var byKey = hits.ToLookup(h => h.Key, StringComparer.Ordinal);
        return unknown.ToDictionary(u => u.Told.Key, u =>
        {
            var own = byKey[u.Told.Key].Where(h => u.Record is not { } record || !apart.Contains((record, h.Person))).ToList();
            return One(source, u.Told, own, here, taken);
        }, StringComparer.Ordinal);
    }

    private Match One(Source source, FedPerson told, List<Hit> hits, HashSet<PersonId> here, HashSet<PersonId> taken)
    {
        var people = hits.Select(h => h.Person).Distinct().ToList();
        var alone = Claim(told);
        if (people.Count == 0) return alone ? Match.Nobody : new(null, [], Clear: false);

        // Somebody whose time here is over is found again by the source's own key only: addresses are given to the next one.
        var sure = people.Count == 1 && alone && here.Contains(people[0]) && !taken.Contains(people[0]) && hits.Exists(h => trust.Of(source).HasFlag(h.By));
        sure = sure && (!byHand || hits.TrueForAll(h => h.Name == Fold.Plain($"{told.GivenName} {told.FamilyName}")));
        sure = sure && (_tied.TryAdd(people[0], told.Key) || _tied[people[0]] == told.Key);
        return sure ? new(people[0], [], Clear: true) : new(null, people, Clear: false);
    }

    private bool Claim(FedPerson told)
    {
        var free = true;
        foreach (var key in new[] { told.UserId is { } user ? $"u:{user}" : null, told.DirectoryId is { } directory ? $"d:{directory}" : null }.OfType<string>())
        {
            if (!_claimed.TryAdd(key, told.Key) && _claimed[key] != told.Key) free = false;
        }

        return free;
    }

    private async Task<List<Hit>> HitsAsync(IReadOnlyList<(FedPerson Told, SourceRecordId? Record)> unknown, CancellationToken stop)
    {
        var hits = new List<Hit>();
        var users = Asked(t => t.UserId);
        var mails = Asked(t => t.Email);
        var directory = Asked(t => t.DirectoryId);
        if (users.Count + mails.Count > 0)
        {
            var (user, mail) = (users.Keys.ToList(), mails.Keys.ToList());
            var a = await db.Set<CardA>().AsNoTracking().Where(c => c.UserId != null && user.Contains(c.UserId) || c.Email != null && mail.Contains(c.Email))
                .Select(c => new { c.Person, c.UserId, c.Email, c.GivenName, c.FamilyName }).ToListAsync(stop);
            var b = await db.Set<CardB>().AsNoTracking().Where(c => c.UserId != null && user.Contains(c.UserId) || c.Email != null && mail.Contains(c.Email))
                .Select(c => new { c.Person, c.UserId, c.Email, c.GivenName, c.FamilyName }).ToListAsync(stop);
            foreach (var card in a.Concat(b))
            {
                var name = Fold.Plain($"{card.GivenName} {card.FamilyName}");
                Add(users, card.UserId, card.Person, SharedKeys.UserId, name);
                Add(mails, card.Email, card.Person, SharedKeys.Email, name);
            }
        }

        if (directory.Count > 0)
        {
            var ids = directory.Keys.ToList();
            foreach (var record in await db.Set<SourceRecord>().AsNoTracking()
                .Where(r => (r.Source == Source.Ldap || r.Source == Source.Scim) && r.Person != null && ids.Contains(r.Key))
                .Select(r => new { r.Key, r.Person }).ToListAsync(stop)) Add(directory, record.Key, record.Person!.Value, SharedKeys.Directory);
        }

        return hits;

        Asking Asked(Func<FedPerson, string?> key)
        {
            var asked = new Asking(StringComparer.Ordinal);
            foreach (var (told, _) in unknown)
            {
                if (key(told) is not { } said) continue;
                if (!asked.TryGetValue(said, out var keys)) asked[said] = keys = [];
                keys.Add(told.Key);
            }

            return asked;
        }

        void Add(Asking asked, string? said, PersonId person, SharedKeys by, string? name = null)
        {
            if (said is null || !asked.TryGetValue(said, out var keys)) return;
            foreach (var key in keys) hits.Add(new(key, person, by, name));
        }
    }

    private sealed record Hit(string Key, PersonId Person, SharedKeys By, string? Name);

    private sealed class Asking(IEqualityComparer<string> by) : Dictionary<string, List<string>>(by);
}
