using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>One operation of a bulk (RFC 7644, 3.7).</summary>
/// <param name="Place">Users or Groups.</param>
/// <param name="Id">Null for what is to be made; may be a reference.</param>
/// <param name="Error">Why it cannot be read.</param>
internal sealed record BulkOperation(string Method, string? BulkId, string? Version, string Place, string? Id, JsonObject? Data, ScimError? Error)
{
    public const string Reference = "bulkId:";

    public bool MakesUser => Error is null && Method == "POST" && Place == "Users";

    public static BulkOperation Of(JsonNode? said)
    {
        var operation = said as JsonObject;
        var method = ScimJson.Text(operation?["method"])?.ToUpperInvariant() ?? "";
        var path = (ScimJson.Text(operation?["path"]) ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var place = path.Length > 0 ? path[0] : "";
        var (bulkId, data) = (ScimJson.Text(operation?["bulkId"]), operation?["data"] as JsonObject);
        var fits = place is "Users" or "Groups" && method switch
        {
            "POST" => path.Length == 1 && bulkId is not null && data is not null,
            "PUT" or "PATCH" => path.Length == 2 && data is not null,
            "DELETE" => path.Length == 2,
            _ => false,
        };
        return new(method, bulkId, ScimJson.Text(operation?["version"]), place, path.Length == 2 ? path[1] : null, data, fits ? null : ScimError.Syntax(ScimText.BadOperation));
    }

    /// <summary>What it refers to that is made in the same bulk.</summary>
    public IEnumerable<string> Needs => (Id is { } id && id.StartsWith(Reference, StringComparison.Ordinal) ? [id[Reference.Length..]] : Array.Empty<string>()).Concat(References(Data));

    /// <summary>With ids in the place of references.</summary>
    public BulkOperation With(IReadOnlyDictionary<string, string> made)
    {
        if (!Needs.Any()) return this;

        var data = (JsonObject?)Data?.DeepClone();
        Put(data, made);
        return this with { Id = Id is { } id && id.StartsWith(Reference, StringComparison.Ordinal) ? made[id[Reference.Length..]] : Id, Data = data };
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject parts => parts.SelectMany(p => References(p.Value)),
        JsonArray many => many.SelectMany(References),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith(Reference, StringComparison.Ordinal) => [text[Reference.Length..]],
        _ => [],
    };

    private static void Put(JsonNode? node, IReadOnlyDictionary<string, string> made)
    {
        if (node is JsonObject parts)
        {
            foreach (var (name, value) in parts.ToList())
            {
                if (Named(value, made) is { } id) parts[name] = id;
                else Put(value, made);
            }
        }
        else if (node is JsonArray many)
        {
            for (var i = 0; i < many.Count; i++)
            {
                if (Named(many[i], made) is { } id) many[i] = id;
                else Put(many[i], made);
            }
        }
    }

    private static string? Named(JsonNode? node, IReadOnlyDictionary<string, string> made) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith(Reference, StringComparison.Ordinal) ? made[text[Reference.Length..]] : null;
}
