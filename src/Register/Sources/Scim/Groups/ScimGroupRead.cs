using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a directory says of a group, of all that may be stored.</summary>
/// <param name="Members">Ids of users.</param>
internal sealed record ScimGroup(string? ExternalId, string DisplayName, IReadOnlyList<SourceRecordId> Members);

/// <summary>A group of the directory as it is read.</summary>
internal sealed class ScimGroupRead
{
    public required GroupId Id { get; init; }
    public required string? ExternalId { get; init; }
    public required string DisplayName { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ChangedAt { get; init; }

    public static IQueryable<ScimGroupRead> In(TupaDb db) =>
        from s in db.Set<ScimGroupRecord>()
        where s.EndedAt == null
        join g in db.Set<Group>() on s.Group equals g.Id
        select new ScimGroupRead { Id = g.Id, ExternalId = s.ExternalId, DisplayName = g.NameFi, CreatedAt = s.CreatedAt, ChangedAt = s.ChangedAt };

    public static IReadOnlyDictionary<string, ScimColumn> Columns { get; } = new Dictionary<string, ScimColumn>(StringComparer.Ordinal)
    {
        ["id"] = Column(g => g.Id, ScimColumnKind.Id),
        ["externalid"] = Column(g => g.ExternalId, ScimColumnKind.Exact),
        ["displayname"] = Column(g => g.DisplayName, ScimColumnKind.Text),
        ["meta.created"] = Column(g => g.CreatedAt, ScimColumnKind.Instant),
        ["meta.lastmodified"] = Column(g => g.ChangedAt, ScimColumnKind.Instant),
    };

    private static ScimColumn Column<T>(Expression<Func<ScimGroupRead, T>> of, ScimColumnKind kind) => new(of, kind);
}

/// <summary>A group as the standard writes it, and what of it may be stored.</summary>
internal static class GroupJson
{
    private const int LongestName = 160;

    /// <param name="members">Null where they are not asked for.</param>
    public static JsonObject Of(ScimGroupRead group, IEnumerable<SourceRecordId>? members, string root)
    {
        var written = new JsonObject(FilterMatching.Any)
        {
            ["schemas"] = new JsonArray(ScimSchema.GroupUrn),
            ["id"] = group.Id.ToString(),
            ["displayName"] = group.DisplayName,
            ["meta"] = ScimJson.Meta("Group", $"{root}/Groups/{group.Id}", group.CreatedAt, group.ChangedAt),
        };
        if (group.ExternalId is { } key) written["externalId"] = key;
        if (members?.Select(m => Member(m, root)).ToArray() is { Length: > 0 } some) written["members"] = new JsonArray(some);
        return written;
    }

    public static (ScimGroup? Group, ScimError? Error) Read(JsonObject written)
    {
        if (ScimJson.Text(written["displayName"]) is not { Length: <= LongestName } name) return (null, ScimError.Value(ScimText.NoGroupName));

        var key = ScimJson.Text(written["externalId"]);
        if (key?.Length > ScimUser.LongestKey) return (null, ScimError.Value(ScimText.TooLong));

        var (members, error) = Members(written["members"]);
        return error is null ? (new(key, name, members), null) : (null, error);
    }

    private static (IReadOnlyList<SourceRecordId> Members, ScimError? Error) Members(JsonNode? said)
    {
        var members = new HashSet<SourceRecordId>();
        foreach (var one in said is null ? [] : said is JsonArray many ? many : new JsonArray(said.DeepClone()))
        {
            if (one is null) continue;
            if (one is JsonObject typed && string.Equals(ScimJson.Text(typed["type"]), "Group", StringComparison.OrdinalIgnoreCase)) return ([], ScimError.Value(ScimText.NoGroupsInGroups));
            if (!Guid.TryParse(ScimJson.Text(one is JsonObject whole ? whole["value"] : one), out var id)) return ([], ScimError.Value(ScimText.NoSuchMember));

            members.Add(new(id));
        }

        return ([.. members], null);
    }

    private static JsonNode Member(SourceRecordId id, string root) => new JsonObject(FilterMatching.Any)
    {
        ["value"] = id.ToString(),
        ["$ref"] = $"{root}/Users/{id}",
        ["type"] = "User",
    };
}
