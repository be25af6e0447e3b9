using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Whose a new user is.</summary>
/// <param name="Person">Null for somebody new.</param>
/// <param name="Clear">False where somebody has the keys and it is not sure that it is the same person.</param>
/// <param name="Alone">All keys lead to this one person.</param>
/// <param name="ByUserId">It is the user ID that somebody has.</param>
internal sealed record ScimMatch(PersonId? Person, bool Clear, bool Alone, bool ByUserId);

/// <summary>
/// Finds who has the user ID or the work e-mail of a user already. Never by name. It is clear only when all that is found is one person
/// of the city, who is here and whom this directory does not call by another key.
/// </summary>
internal sealed class ScimMatching(TupaDb db, TimeProvider clock)
{
    /// <summary>Six statements, however many are asked about.</summary>
    public async Task<IReadOnlyDictionary<ScimUser, ScimMatch>> OfAsync(IReadOnlyCollection<ScimUser> users, CancellationToken stop)
    {
        if (users.Count == 0) return new Dictionary<ScimUser, ScimMatch>();

        var keys = (await ByUserIdAsync(users, stop)).Concat(await ByMailAsync(users, stop)).ToList();
        var people = keys.Select(k => k.Person).Distinct().ToList();
        var now = clock.UtcNow();
        var here = people.Count == 0 ? [] : (await db.Set<Person>().Where(p => people.Contains(p.Id) && p.UsedUntil > now).Select(p => p.Id).ToListAsync(stop)).ToHashSet();
        var taken = people.Count == 0 ? [] : (await db.Set<SourceRecord>()
            .Where(r => r.Source == Source.Scim && r.Feed == "" && r.State == RecordState.Live && r.Person != null && people.Contains(r.Person.Value))
            .Select(r => r.Person!.Value).ToListAsync(stop)).ToHashSet();

        var byUser = keys.ToLookup(k => Fold.Plain(k.UserId ?? ""), StringComparer.Ordinal);
        var byMail = keys.Where(k => k.Email is not null).ToLookup(k => k.Email!, StringComparer.OrdinalIgnoreCase);
        return users.ToDictionary(u => u, u => One(u, [.. byUser[u.Folded]], u.Email is { } mail ? [.. byMail[mail].Where(k => here.Contains(k.Person))] : [], here, taken));
    }

    /// <summary>
    /// A user ID is never handed on, so whoever has it, even one whose time here is over, is in the way. An address is handed on; and an
    /// address alone does not make one of two people whose user IDs differ.
    /// </summary>
    private static ScimMatch One(ScimUser user, List<Keys> byUser, List<Keys> byMail, HashSet<PersonId> here, HashSet<PersonId> taken)
    {
        var people = byUser.Concat(byMail).Select(k => k.Person).Distinct().ToList();
        if (people.Count == 0) return new(null, Clear: true, Alone: false, ByUserId: false);

        var other = byUser.Count == 0 && byMail.Exists(k => k.UserId is { Length: > 0 } id && Fold.Plain(id) != user.Folded);
        var pupil = byUser.Concat(byMail).Any(k => k.Pupil);
        var sure = people.Count == 1 && here.Contains(people[0]) && !taken.Contains(people[0]) && !other && !pupil;
        return new(people[0], sure, people.Count == 1, byUser.Count > 0);
    }

    /// <summary>By the longest word of the user ID, which the words of names have too.</summary>
    private async Task<List<Keys>> ByUserIdAsync(IReadOnlyCollection<ScimUser> users, CancellationToken stop)
    {
        var words = users.Select(u => Fold.Words(u.UserName.Split('@')[0]).MaxBy(w => w.Length)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var found = db.Set<NameWord>().Where(w => words.Contains(w.Word)).Select(w => w.Person);
        return await KeysAsync(db.Set<CardA>().Where(c => c.UserId != null && found.Contains(c.Person)), db.Set<CardB>().Where(c => c.UserId != null && found.Contains(c.Person)), stop);
    }

    private async Task<List<Keys>> ByMailAsync(IReadOnlyCollection<ScimUser> users, CancellationToken stop)
    {
        var mails = users.Select(u => u.Email).OfType<string>().SelectMany(m => new[] { m, m.ToLowerInvariant() }).Distinct(StringComparer.Ordinal).ToList();
        if (mails.Count == 0) return [];

        return await KeysAsync(
            db.Set<CardA>().Where(c => c.Email != null && mails.Contains(c.Email)), db.Set<CardB>().Where(c => c.Email != null && mails.Contains(c.Email)), stop);
    }

    private static async Task<List<Keys>> KeysAsync(IQueryable<CardA> a, IQueryable<CardB> b, CancellationToken stop) =>
    [
        .. await a.Select(c => new Keys(c.Person, c.UserId, c.Email, false)).ToListAsync(stop),
        .. await b.Select(c => new Keys(c.Person, c.UserId, c.Email, c.Role != SchoolRole.Staff)).ToListAsync(stop),
    ];

    private sealed record Keys(PersonId Person, string? UserId, string? Email, bool Pupil);
}
