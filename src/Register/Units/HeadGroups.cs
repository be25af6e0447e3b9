using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a unit's head keeps from an instant on, as a member of a group by rule.</summary>
/// <param name="Whole">The group of the thing that is kept: the members of a space.</param>
/// <param name="From">From when on; null where the head does not keep it.</param>
public sealed record Succession(GroupId Whole, UnitId Unit, DateTime? From);

/// <summary>
/// The head of a unit as a group whose member changes by the calendar: put down as windows as soon as it is known, so that an end of
/// a head, or of what a head steps in for, is seen at the tick with every job dead.
/// </summary>
public sealed class HeadGroups(TupaDb db, Writing writing, TimeProvider clock)
{
    private const int MostElders = 20;

    /// <summary>Writes anew who heads each unit that keeps something. Inside a writing; a fixed number of statements, and the rows. Returns how many windows changed.</summary>
    public Task<int> SettleAsync(CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        await writing.FlushAsync(stop);
        var groups = await db.Set<Group>().Where(g => g.Kind == GroupKind.Head && g.Unit != null).Select(g => new { g.Id, Unit = g.Unit!.Value }).AsNoTracking().ToListAsync(stop);
        return groups.Count == 0 ? 0 : await WriteAsync(groups.ToDictionary(g => g.Unit, g => g.Id), stop);
    }, stop);

    /// <summary>Whether one of these people heads a unit or acts for a head; then <see cref="SettleAsync"/> is due.</summary>
    internal Task<bool> ConcernAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var now = clock.UtcNow();
        return db.Set<Person>().Where(p => people.Contains(p.Id)).AnyAsync(
            p => db.Set<Unit>().Any(u => db.Set<Assignment>().Any(a => a.Id == u.Head && a.Person == p.Id))
                || db.Set<GroupMember>().Any(m => m.Person == p.Id && m.Because == Because.Head && m.UntilUtc > now), stop);
    }

    /// <summary>Puts down from when on the heads of units keep these, and takes back where they do not. Returns how many changed.</summary>
    /// <param name="rank">What the head is there.</param>
    public Task<int> SucceedAsync(IReadOnlyList<Succession> many, int rank, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (many.Count == 0) return 0;

        await writing.FlushAsync(stop);
        var now = clock.UtcNow();
        var wholes = many.Select(s => s.Whole).ToList();
        var standing = (await db.Set<Inclusion>().Where(i => wholes.Contains(i.Whole) && i.Because == Because.Head && i.UntilUtc > now).ToListAsync(stop)).ToLookup(i => i.Whole);
        var heads = await GroupsAsync([.. many.Where(s => s.From is not null).Select(s => s.Unit).Distinct()], stop);
        var changed = 0;
        foreach (var succession in many)
        {
            var wanted = succession.From is { } from ? (Part: heads[succession.Unit], From: from > now ? from : now) : ((GroupId Part, DateTime From)?)null;
            var kept = standing[succession.Whole].FirstOrDefault(i => i.Part == wanted?.Part && (i.FromUtc == wanted?.From || (i.FromUtc <= now && wanted?.From == now)));
            foreach (var old in standing[succession.Whole].Where(i => i != kept))
            {
                if (old.FromUtc >= now) db.Remove(old);
                else old.UntilUtc = now;
                changed++;
            }

            if (wanted is not { } put || kept is not null) continue;

            db.Add(new Inclusion { Whole = succession.Whole, Part = put.Part, Because = Because.Head, Rank = rank, FromUtc = put.From, UntilUtc = Helsinki.Never });
            changed++;
        }

        return changed;
    }, stop);

    private async Task<IReadOnlyDictionary<UnitId, GroupId>> GroupsAsync(List<UnitId> units, CancellationToken stop)
    {
        if (units.Count == 0) return new Dictionary<UnitId, GroupId>();

        var groups = await db.Set<Group>().Where(g => g.Kind == GroupKind.Head && g.Unit != null && units.Contains(g.Unit.Value))
            .ToDictionaryAsync(g => g.Unit!.Value, g => g.Id, stop);
        var fresh = await db.Set<Unit>().Where(u => units.Contains(u.Id) && !groups.Keys.Contains(u.Id)).AsNoTracking().ToListAsync(stop);
        if (fresh.Count == 0) return groups;

        var made = fresh.ToDictionary(u => u.Id, u => new Group
        {
            Id = GroupId.New(),
            Kind = GroupKind.Head,
            Code = u.Id.ToString(),
            Unit = u.Id,
            NameFi = HeadText.Of(u.NameFi, u.NameSv).Fi,
            NameSv = HeadText.Of(u.NameFi, u.NameSv).Sv,
        });
        db.AddRange(made.Values);
        await writing.FlushAsync(stop);
        await WriteAsync(made.ToDictionary(m => m.Key, m => m.Value.Id), stop);
        return groups.Concat(made.Select(m => KeyValuePair.Create(m.Key, m.Value.Id))).ToDictionary();
    }

    private async Task<int> WriteAsync(IReadOnlyDictionary<UnitId, GroupId> groups, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var units = await HeadedUnits.OfAsync(db, stop);
        var ids = groups.Values.ToList();
        var rows = (await db.Set<GroupMember>().Where(m => ids.Contains(m.Group) && m.UntilUtc > now).ToListAsync(stop)).ToLookup(m => m.Group);
        var elders = units.Values.Any(u => u.Head is not null && u.Until >= Helsinki.Never) ? [] : await EldersAsync(now, stop);
        return groups.Sum(g => Write(g.Value, rows[g.Value], HeadTimes.Of(g.Key, units, now, elders), now));
    }

    /// <summary>Asked only where no head in the whole city lasts.</summary>
    private async Task<IReadOnlyList<HeadTime>> EldersAsync(DateTime now, CancellationToken stop) =>
        [.. (await db.Set<Assignment>().Where(a => a.Population == Population.Staff && a.UntilUtc > now)
            .OrderBy(a => a.FirstDay).ThenByDescending(a => a.UntilUtc).ThenBy(a => a.Id).Take(MostElders)
            .Select(a => new { a.Person, a.FirstDay, a.UntilUtc }).ToListAsync(stop))
        .Select(a => new HeadTime(a.Person, Helsinki.StartOf(a.FirstDay), a.UntilUtc))];

    /// <summary>What is past stays on record; what stands is kept, shortened or ended; what is to come is written anew.</summary>
    private int Write(GroupId group, IEnumerable<GroupMember> rows, IReadOnlyList<HeadTime> times, DateTime now)
    {
        var changed = 0;
        var wanted = times.ToList();
        foreach (var row in rows)
        {
            var from = row.FromUtc > now ? row.FromUtc : now;
            var same = wanted.FindIndex(t => t.Person == row.Person && t.From == from);
            if (same >= 0)
            {
                if (row.UntilUtc != wanted[same].Until) changed++;
                row.UntilUtc = wanted[same].Until;
                wanted.RemoveAt(same);
                continue;
            }

            changed++;
            if (row.FromUtc >= now) db.Remove(row);
            else row.UntilUtc = now;
        }

        db.AddRange(wanted.Select(t => new GroupMember
        {
            Person = t.Person,
            Group = group,
            Cause = Guid.CreateVersion7(),
            Because = Because.Head,
            FromUtc = t.From,
            UntilUtc = t.Until,
        }));
        return changed + wanted.Count;
    }
}

internal static class HeadText
{
    public static Text Of(string fi, string sv) => new(Fi: $"{fi}, esihenkilö", Sv: $"{sv}, chef", En: $"{fi}, head");
}
