using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Reads the directory's groups, for the directory.</summary>
internal sealed class ScimGroupQueries(TupaDb db, TimeProvider clock)
{
    private static readonly FilterQuery<ScimGroupRead> Sql = new(ScimGroupRead.Columns);

    public async Task<JsonObject?> FindAsync(GroupId id, string root, CancellationToken stop) =>
        await ScimGroupRead.In(db).AsNoTracking().FirstOrDefaultAsync(g => g.Id == id, stop) is { } group
            ? GroupJson.Of(group, (await MembersAsync([id], stop))[id], root)
            : null;

    public async Task<(ScimPage? Page, ScimError? Error)> ListAsync(ScimListing asked, string root, CancellationToken stop)
    {
        var found = ScimGroupRead.In(db).AsNoTracking();
        var exact = asked.SortBy is null;
        if (asked.Filter is { } filter)
        {
            var (where, whole) = Sql.Of(filter);
            if (where is not null) found = found.Where(where);
            exact &= whole;
        }

        if (!exact) return await LookedThroughAsync(found, asked, root, stop);

        var total = await found.CountAsync(stop);
        var page = asked.Count == 0 || asked.StartIndex > total ? [] : await found.OrderBy(g => g.Id).Skip(asked.StartIndex - 1).Take(asked.Count).ToListAsync(stop);
        return (new(await WrittenAsync(page, asked.Choice.Wants("members"), root, stop), total, asked.StartIndex), null);
    }

    private async Task<(ScimPage?, ScimError?)> LookedThroughAsync(IQueryable<ScimGroupRead> found, ScimListing asked, string root, CancellationToken stop)
    {
        var rows = await found.OrderBy(g => g.Id).Take(ScimListing.MostInMemory + 1).ToListAsync(stop);
        if (rows.Count > ScimListing.MostInMemory) return (null, ScimError.TooMany);

        var about = asked.Filter?.Paths.Any(p => p.Urn is null && p.Attribute.Equals("members", StringComparison.OrdinalIgnoreCase)) == true;
        var met = (await WrittenAsync(rows, about || asked.Choice.Wants("members"), root, stop)).Where(g => asked.Filter is null || asked.Filter.Matches(g, ScimSchema.Group));
        if (asked.SortBy is { } by) met = met.Sorted(by, asked.Descending);
        var all = met.ToList();
        return (new([.. all.Skip(asked.StartIndex - 1).Take(asked.Count)], all.Count, asked.StartIndex), null);
    }

    private async Task<IReadOnlyList<JsonObject>> WrittenAsync(List<ScimGroupRead> groups, bool members, string root, CancellationToken stop)
    {
        var who = members ? await MembersAsync([.. groups.Select(g => g.Id)], stop) : null;
        return [.. groups.Select(g => GroupJson.Of(g, who?[g.Id], root))];
    }

    /// <summary>Who of the directory is in these groups now. One statement.</summary>
    private async Task<ILookup<GroupId, SourceRecordId>> MembersAsync(List<GroupId> groups, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var rows = groups.Count == 0 ? [] : await (
            from m in db.Set<GroupMember>().Where(m => groups.Contains(m.Group) && m.FromUtc <= now && now < m.UntilUtc)
            join a in db.Set<Assignment>() on m.Cause equals a.Id.Value
            where a.Record != null
            join u in db.Set<ScimUserRecord>().Where(u => u.EndAskedAt == null) on a.Record equals (SourceRecordId?)u.Record
            orderby u.Record
            select new { m.Group, u.Record }).ToListAsync(stop);
        return rows.Distinct().ToLookup(r => r.Group, r => r.Record);
    }
}
