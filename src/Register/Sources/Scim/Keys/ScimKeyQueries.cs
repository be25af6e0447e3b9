using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A key as those see it who look after the connection.</summary>
public sealed record ScimKeyRow(ScimKeyId Id, string Name, DateTime UntilUtc, DateOnly? LastUsedOn);

/// <summary>How the directory is connected.</summary>
/// <param name="Waiting">Whose end waits; at most <see cref="ScimKeyQueries.MostNamed"/> of them.</param>
/// <param name="WaitingInAll">How many wait.</param>
public sealed record ScimConnection(IReadOnlyList<ScimKeyRow> Keys, int Users, int Groups, IReadOnlyList<PersonName> Waiting, int WaitingInAll);

/// <summary>Reads the page of the connection.</summary>
public sealed class ScimKeyQueries(TupaDb db, Authorities authorities, PeopleNames names, TimeProvider clock)
{
    public const int MostNamed = 50;

    /// <summary>Null for one who does not look after it: the page is then not there.</summary>
    public async Task<ScimConnection?> ShowAsync(Actor by, CancellationToken stop = default)
    {
        var held = by.Person is { } me ? await authorities.HeldAsync(me, stop) : [];
        if (!held.Any(a => May(a.Kind, a.Scope))) return null;

        var now = clock.UtcNow();
        var users = db.Set<ScimUserRecord>().Join(db.Set<SourceRecord>().Where(r => r.State == RecordState.Live), u => u.Record, r => r.Id, (u, r) => new { u.EndAskedAt, r.Person });
        var keys = await db.Set<ScimKey>().Where(k => now < k.UntilUtc).OrderBy(k => k.CreatedAt).ThenBy(k => k.Id)
            .Select(k => new
            {
                Row = new ScimKeyRow(k.Id, k.Name, k.UntilUtc, k.LastUsedOn),
            }).ToListAsync(stop);
        var counts = await db.Set<Group>().Where(g => g.Id == GroupId.Staff).Select(_ => new
        {
            Users = users.Count(u => u.EndAskedAt == null),
            Waiting = users.Count(u => u.EndAskedAt != null),
            Groups = db.Set<ScimGroupRecord>().Count(g => g.EndedAt == null),
        }).SingleAsync(stop);
        var waiting = counts.Waiting == 0 ? [] : await users.Where(u => u.EndAskedAt != null && u.Person != null)
            .OrderBy(u => u.EndAskedAt).Select(u => u.Person!.Value).Take(MostNamed).ToListAsync(stop);
        var called = waiting.Count == 0 ? null : await names.ForAsync(waiting, by, stop);
        return new([.. keys.Select(k => k.Row)], counts.Users, counts.Groups, [.. waiting.Distinct().Select(p => called![p])], counts.Waiting);
    }

    /// <summary>The operators, and the steward of this source.</summary>
    internal static bool May(AuthorityKind kind, string? scope) =>
        kind == AuthorityKind.Operator || (kind == AuthorityKind.SourceSteward && scope == nameof(Source.Scim));
}
