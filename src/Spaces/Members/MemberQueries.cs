using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>A person in a space by name. The name is null where the reader may not see who it is.</summary>
public sealed record MemberRow(PersonId Person, PersonName? Name, SpaceRole Role, Because Because, DateTime UntilUtc);

/// <summary>The members of a space: groups whole, and a page of the people who are in by name.</summary>
public sealed record MemberList(IReadOnlyList<GroupPart> Groups, IReadOnlyList<MemberRow> People, bool More);

/// <summary>One way in which somebody had access on a day.</summary>
/// <param name="Name">Null where the reader may not see who it is: such people are counted.</param>
/// <param name="Via">The group through which; null for directly.</param>
public sealed record AccessRow(PersonName? Name, string? Via, SpaceRole Role, Because Because, DateTime FromUtc, DateTime UntilUtc);

/// <summary>Who had access on a day.</summary>
/// <param name="Total">How many people.</param>
/// <param name="Unseen">How many of those on this page the reader may not see by name.</param>
public sealed record AccessList(int Total, IReadOnlyList<AccessRow> Rows, int Unseen, bool More);

/// <summary>Reads who is in a space, now and at any past date.</summary>
internal sealed class MemberQueries(TupaDb db, GroupParts parts, PeopleNames names, PeopleInOrder order, GroupQueries groups)
{
    public const int OnPage = 50;

    public async Task<MemberList> ListAsync(OpenSpace open, int page, Actor by, CancellationToken stop = default)
    {
        var people = await parts.PeopleOfAsync(open.Members, page * OnPage, OnPage + 1, stop);
        var shown = people.Take(OnPage).ToList();
        var named = await SeenNamesAsync([.. shown.Select(p => p.Person)], by, stop);
        return new(
            await parts.OfAsync(open.Members, by.Person, stop),
            [.. shown.Select(p => new MemberRow(p.Person, named.GetValueOrDefault(p.Person), (SpaceRole)p.Rank, p.Because, p.UntilUtc))],
            people.Count > OnPage);
    }

    /// <summary>Who had access at any instant of the day, by the windows of the one membership table.</summary>
    public async Task<AccessList> AccessOnAsync(OpenSpace open, DateOnly day, int page, Actor by, CancellationToken stop = default)
    {
        var (from, until) = (Helsinki.StartOf(day), Helsinki.EndOf(day));
        var then = db.Set<Membership>().Where(m => m.Group == open.Members && m.FromUtc < until && from < m.UntilUtc && m.FromUtc < m.UntilUtc);
        var (people, total) = await order.PageAsync(then.Select(m => m.Person), page * OnPage, OnPage + 1, stop);
        var shown = people.Take(OnPage).ToList();
        var ways = await then.Where(m => shown.Contains(m.Person))
            .Join(groups.Names, m => m.Via, g => g.Id, (m, g) => new { m.Person, m.Group, m.Via, m.Rank, m.Because, m.FromUtc, m.UntilUtc, Name = g })
            .ToListAsync(stop);
        var named = await SeenNamesAsync(shown, by, stop);
        return new(
            total,
            [.. shown.Where(named.ContainsKey).SelectMany(p => ways.Where(w => w.Person == p).OrderBy(w => w.FromUtc).Select(w => new AccessRow(
                named[p], w.Via == w.Group ? null : w.Name.ToString(), (SpaceRole)w.Rank, w.Because, w.FromUtc, w.UntilUtc)))],
            shown.Count(p => !named.ContainsKey(p)),
            people.Count > OnPage);
    }

    /// <summary>Only of those whom the reader sees: they have a page to go to.</summary>
    private async Task<Dictionary<PersonId, PersonName>> SeenNamesAsync(IReadOnlyCollection<PersonId> people, Actor by, CancellationToken stop) =>
        (await names.ForAsync(people, by, stop)).Where(n => n.Value.Href is not null).ToDictionary();
}
