using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>How many people are in an audience, each counted once and as one kind: staff before elected before pupil before partner.</summary>
/// <param name="Outside">From outside the city: partners and other third parties.</param>
public readonly record struct AudienceCount(int Total, int Outside, int Staff, int Elected, int Pupils, int Partners);

/// <summary>A page of the people of an audience: those the asker may see, by name; the rest are only in the count.</summary>
public sealed record AudienceNames(IReadOnlyList<PersonName> People, bool More);

/// <summary>Who is in an audience: how many, of which from outside the city, and by name as far as the asker may see.</summary>
public sealed class AudiencePeople(
    TupaDb db, Audience audiences, Memberships memberships, PeopleNames names, RecentCounts recent, TimeProvider clock)
{
    public const int NamesOnPage = 50;

    /// <summary>The count at this moment: what the publish button says.</summary>
    public async Task<AudienceCount> CountAsync(AudienceId audience, CancellationToken stop = default) =>
        (await CountedAsync([audience], stop)).GetValueOrDefault(audience);

    /// <summary>The counts of many audiences in at most one statement; up to a minute old, of large audiences more, so for showing only.</summary>
    public async Task<IReadOnlyDictionary<AudienceId, AudienceCount>> CountsAsync(
        IReadOnlyCollection<AudienceId> ids, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var counts = new Dictionary<AudienceId, AudienceCount>();
        foreach (var id in ids)
        {
            if (recent.Get(id, now) is { } count) counts[id] = count;
        }

        recent.CountOld();
        var unknown = ids.Where(id => !counts.ContainsKey(id)).Distinct().ToList();
        if (unknown.Count == 0) return counts;

        var counted = await CountedAsync(unknown, stop);
        foreach (var id in unknown)
        {
            var count = counted.GetValueOrDefault(id);
            recent.Put(id, count, now);
            counts[id] = count;
        }

        return counts;
    }

    /// <summary>Counts one audience anew for those who are shown it.</summary>
    internal async Task RecountAsync(AudienceId id, CancellationToken stop)
    {
        var now = clock.UtcNow();
        recent.Put(id, await CountAsync(id, stop), now);
    }

    /// <summary>The people of the audience whom this viewer may see, in the order of the alphabet.</summary>
    /// <param name="page">From 0; <see cref="NamesOnPage"/> on each.</param>
    public async Task<AudienceNames> NamesAsync(AudienceId audience, Actor viewer, int page, CancellationToken stop = default)
    {
        var people = await names.PageAsync(audiences.People(audience), viewer, page * NamesOnPage, NamesOnPage + 1, stop);
        return new([.. people.Take(NamesOnPage)], people.Count > NamesOnPage);
    }

    private async Task<Dictionary<AudienceId, AudienceCount>> CountedAsync(IReadOnlyCollection<AudienceId> ids, CancellationToken stop)
    {
        var asked = db.Set<AudienceRow>().Where(a => ids.Contains(a.Id));
        var (members, included) = (memberships.Direct, memberships.Through);
        var direct = asked.Join(members, a => a.Group, m => m.Group, (a, m) => new { a.Id, a.Group, a.SpaceGroup, m.Person });
        var through = asked.Join(included, a => a.Group, m => m.Group, (a, m) => new { a.Id, a.Group, a.SpaceGroup, m.Person });
        var people = direct.Concat(through)
            .Where(p => p.Group == p.SpaceGroup
                || members.Any(s => s.Group == p.SpaceGroup && s.Person == p.Person)
                || included.Any(s => s.Group == p.SpaceGroup && s.Person == p.Person))
            .Select(p => new { p.Id, p.Person })
            .Distinct();

        // 1 staff, 2 elected, 3 pupil, 4 partner: the first that fits.
        var counts = await people
            .Select(p => new
            {
                p.Id,
                Kind = members.Where(m => m.Person == p.Person && (m.Group == GroupId.Staff || m.Group == GroupId.Elected || m.Group == GroupId.Pupils || m.Group == GroupId.Partners))
                    .Min(m => (int?)(m.Group == GroupId.Staff ? 1 : m.Group == GroupId.Elected ? 2 : m.Group == GroupId.Pupils ? 3 : 4)),
            })
            .GroupBy(p => new { p.Id, p.Kind })
            .Select(g => new { g.Key.Id, g.Key.Kind, Count = g.Count() })
            .ToListAsync(stop);

        return counts.GroupBy(c => c.Id).ToDictionary(g => g.Key, g =>
        {
            int Of(int? kind) => g.Where(c => c.Kind == kind).Sum(c => c.Count);
            return new AudienceCount(g.Sum(c => c.Count), Outside: Of(4), Staff: Of(1), Elected: Of(2), Pupils: Of(3), Partners: Of(4));
        });
    }
}
