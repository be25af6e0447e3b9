using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Reads the directory's users, for the directory. It knows no viewer: the door has let in the machine that gave all of it.</summary>
internal sealed class ScimUserQueries(TupaDb db, TimeProvider clock)
{
    private static readonly FilterQuery<ScimUserRead> Sql = new(ScimUserRead.Columns);

    private IQueryable<ScimUserRead> Here => ScimUserRead.In(db, clock.UtcNow()).AsNoTracking();

    public async Task<JsonObject?> FindAsync(SourceRecordId id, string root, CancellationToken stop) =>
        await Here.FirstOrDefaultAsync(u => u.Record == id, stop) is { } user ? UserJson.Of(user, root) : null;

    /// <summary>Those of these that are here. One statement.</summary>
    public async Task<IReadOnlyDictionary<SourceRecordId, JsonObject>> FindAsync(IReadOnlyCollection<SourceRecordId> ids, string root, CancellationToken stop) =>
        await ScimUserRead.Of(db, ids, clock.UtcNow()).AsNoTracking().ToDictionaryAsync(u => u.Record, u => UserJson.Of(u, root), stop);

    /// <summary>Two statements; one where the columns cannot say all of what is asked.</summary>
    public async Task<(ScimPage? Page, ScimError? Error)> ListAsync(ScimListing asked, string root, CancellationToken stop)
    {
        var found = Here;
        var exact = true;
        if (asked.Filter is { } filter)
        {
            (var where, exact) = Sql.Of(filter);
            if (where is not null) found = found.Where(where);
        }

        if (Ordered(found, asked) is not { } ordered || !exact) return await LookedThroughAsync(found, asked, root, stop);

        var total = await found.CountAsync(stop);
        var page = asked.Count == 0 || asked.StartIndex > total ? [] : await PageAsync(ordered.Skip(asked.StartIndex - 1).Take(asked.Count).Select(u => u.Record), asked, stop);
        return (new([.. page.Select(u => UserJson.Of(u, root))], total, asked.StartIndex), null);
    }

    /// <summary>Units and cuts are looked up for those of the page alone: SQLite would do it for all before it puts them in order.</summary>
    private Task<List<ScimUserRead>> PageAsync(IQueryable<SourceRecordId> page, ScimListing asked, CancellationToken stop) =>
        Ordered(ScimUserRead.Of(db, page, clock.UtcNow()).AsNoTracking(), asked)!.ToListAsync(stop);

    private static async Task<(ScimPage?, ScimError?)> LookedThroughAsync(IQueryable<ScimUserRead> found, ScimListing asked, string root, CancellationToken stop)
    {
        var rows = await found.OrderBy(u => u.Record).Take(ScimListing.MostInMemory + 1).ToListAsync(stop);
        if (rows.Count > ScimListing.MostInMemory) return (null, ScimError.TooMany);

        var met = rows.Select(u => UserJson.Of(u, root)).Where(u => asked.Filter is null || asked.Filter.Matches(u, ScimSchema.User));
        if (asked.SortBy is { } by) met = met.Sorted(by, asked.Descending);
        var all = met.ToList();
        return (new([.. all.Skip(asked.StartIndex - 1).Take(asked.Count)], all.Count, asked.StartIndex), null);
    }

    /// <summary>Null where the order is not that of a column.</summary>
    private static IQueryable<ScimUserRead>? Ordered(IQueryable<ScimUserRead> found, ScimListing asked) => (asked.SortBy?.ToString().ToLowerInvariant(), asked.Descending) switch
    {
        (null or "id", false) => found.OrderBy(u => u.Record),
        ("meta.created", false) => found.OrderBy(u => u.CreatedAt).ThenBy(u => u.Record),
        ("meta.created", true) => found.OrderByDescending(u => u.CreatedAt).ThenBy(u => u.Record),
        ("meta.lastmodified", false) => found.OrderBy(u => u.ChangedAt).ThenBy(u => u.Record),
        ("meta.lastmodified", true) => found.OrderByDescending(u => u.ChangedAt).ThenBy(u => u.Record),
        _ => null,
    };
}
