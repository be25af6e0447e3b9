using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>Which attributes are wanted (RFC 7644, 3.9): those named, or all but those named. The id and the schemas always.</summary>
internal sealed record ScimChoice(IReadOnlyList<ScimPath> Only, IReadOnlyList<ScimPath> Without)
{
    public static readonly ScimChoice All = new([], []);

    /// <param name="only">Paths with commas between.</param>
    /// <returns>Null where a path cannot be read.</returns>
    public static ScimChoice? Of(string? only, string? without) => Paths(only) is { } some && Paths(without) is { } but ? new(some, but) : null;

    /// <summary>Whether anything of the attribute is wanted: what is not need not be read.</summary>
    public bool Wants(string attribute) =>
        Only.Count > 0 ? Only.Any(p => p.Urn is null && Same(p.Attribute, attribute)) : !Without.Any(p => p.Urn is null && p.Sub is null && Same(p.Attribute, attribute));

    public JsonObject Of(JsonObject resource)
    {
        if (Only.Count > 0) return Picked(resource);

        foreach (var path in Without) Drop(resource, path);
        return resource;
    }

    private JsonObject Picked(JsonObject resource)
    {
        var picked = new JsonObject(FilterMatching.Any);
        foreach (var (name, value) in resource)
        {
            if (Always(name)) picked[name] = value?.DeepClone();
            else if (Some(name, value) is { } some) picked[name] = some;
        }

        return picked;
    }

    /// <summary>What is wanted of one attribute of the root; an extension is one, by its URN.</summary>
    private JsonNode? Some(string name, JsonNode? value)
    {
        var about = Only.Where(p => p.Urn is null ? Same(p.Attribute, name) : Same(p.Urn, name)).ToList();
        if (about.Count == 0) return null;
        if (about.Exists(p => p.Urn is null ? p.Sub is null : p.Attribute.Length == 0)) return value?.DeepClone();

        var parts = about.ConvertAll(p => p.Urn is null ? p.Sub! : p.Attribute);
        return value switch
        {
            JsonArray many => new JsonArray([.. many.OfType<JsonObject>().Select(e => Parts(e, parts))]),
            JsonObject one => Parts(one, parts),
            _ => null,
        };
    }

    private static JsonNode Parts(JsonObject from, List<string> names)
    {
        var parts = new JsonObject(FilterMatching.Any);
        foreach (var (name, value) in from.Where(p => names.Exists(n => Same(n, p.Key)))) parts[name] = value?.DeepClone();
        return parts;
    }

    private static void Drop(JsonObject resource, ScimPath path)
    {
        if (path.Urn is not null && path.Attribute.Length == 0) resource.Remove(path.Urn);
        var there = path.Urn is null ? resource : resource[path.Urn] as JsonObject;
        if (there is null || (path.Urn is null && Always(path.Attribute))) return;

        if (path.Sub is null) there.Remove(path.Attribute);
        else if (there[path.Attribute] is JsonObject one) one.Remove(path.Sub);
        else if (there[path.Attribute] is JsonArray many) foreach (var element in many.OfType<JsonObject>()) element.Remove(path.Sub);
    }

    private static List<ScimPath>? Paths(string? text)
    {
        var paths = (text ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ScimPath.Of).ToList();
        return paths.Contains(null) ? null : [.. paths.OfType<ScimPath>()];
    }

    private static bool Always(string name) => name is "id" or "schemas";

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
