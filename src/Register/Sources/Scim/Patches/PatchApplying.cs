using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>Puts changes into a resource as it is written. Pure but for the resource itself.</summary>
internal sealed class PatchApplying(JsonObject resource, ScimSchema schema)
{
    /// <summary>A value without a path names its attributes itself: "name.givenName", a URN with an attribute, or an extension as a whole.</summary>
    public ScimError? Unpacked(PatchVerb verb, JsonNode? value)
    {
        if (value is not JsonObject named) return ScimError.Value(ScimText.NoValue);

        foreach (var (name, said) in named)
        {
            if (PatchPath.Of(name) is not { } path) return ScimError.Path(ScimText.BadPath);
            if (To(verb, path, said) is { } error) return error;
        }

        return null;
    }

    public ScimError? To(PatchVerb verb, PatchPath path, JsonNode? value)
    {
        if (path.Path is { Urn: null, Attribute: var own } && IsOurs(own)) return Unchanged(own, path, value);
        if (path.Path.Attribute.Length == 0) return Extension(verb, path.Path.Urn!, value);
        if (value is null && verb == PatchVerb.Add) return null;
        if (value is null) verb = PatchVerb.Remove;

        var there = Container(path.Path.Urn, make: verb != PatchVerb.Remove);
        if (there is null) return null;
        if (path.Filter is { } filter) return Elements(there, verb, path, filter, value);

        if (path.Sub is { } sub) Part(there, verb, path.Path.Whole, sub, value);
        else Whole(there, verb, path.Path, value);
        return null;
    }

    private ScimError? Extension(PatchVerb verb, string urn, JsonNode? value)
    {
        if (verb == PatchVerb.Remove || value is null)
        {
            resource.Remove(urn);
            return null;
        }

        if (value is not JsonObject named) return ScimError.Value(ScimText.NoValue);

        foreach (var (name, said) in named)
        {
            if (PatchPath.Of(name) is not { Path.Urn: null } path) return ScimError.Path(ScimText.BadPath);
            if (To(verb, path with { Path = path.Path with { Urn = urn } }, said) is { } error) return error;
        }

        return null;
    }

    private void Whole(JsonObject there, PatchVerb verb, ScimPath path, JsonNode? value)
    {
        var name = path.Attribute;
        var many = schema.Find(path)?.Many ?? there[name] is JsonArray;
        switch (verb)
        {
            case PatchVerb.Remove when many && value is not null && there[name] is JsonArray standing:
                Remove(standing, Listed(value));
                break;
            case PatchVerb.Remove:
                there.Remove(name);
                break;
            case PatchVerb.Add when many:
                Add(Array(there, name), Listed(value!));
                break;
            case PatchVerb.Replace when many:
                there.Remove(name);
                Add(Array(there, name), Listed(value!));
                break;
            default:
                if (value is JsonObject parts && there[name] is JsonObject whole) Merge(whole, parts);
                else there[name] = value!.DeepClone();
                break;
        }
    }

    /// <summary>A sub-attribute without a filter: of the one complex value, or of every element.</summary>
    private void Part(JsonObject there, PatchVerb verb, ScimPath path, string sub, JsonNode? value)
    {
        var name = path.Attribute;
        if (there[name] is JsonArray { Count: > 0 } many)
        {
            foreach (var element in many.OfType<JsonObject>()) Set(element, verb, sub, value);
        }
        else if (there[name] is JsonObject whole)
        {
            Set(whole, verb, sub, value);
        }
        else if (verb != PatchVerb.Remove)
        {
            var made = new JsonObject(FilterMatching.Any) { [sub] = value!.DeepClone() };
            there[name] = schema.Find(path) is { Many: true } ? new JsonArray(made) : made;
        }
    }

    private ScimError? Elements(JsonObject there, PatchVerb verb, PatchPath path, ScimFilter filter, JsonNode? value)
    {
        var many = there[path.Path.Attribute] as JsonArray;
        var met = many?.Where(e => filter.MatchesElement(e, path.Path, schema)).ToList() ?? [];
        if (verb == PatchVerb.Remove)
        {
            foreach (var element in met)
            {
                if (path.Sub is { } sub) (element as JsonObject)?.Remove(sub);
                else many!.Remove(element);
            }

            return null;
        }

        if (met.Count == 0)
        {
            // Directories "replace" what is not there yet. What the filter demands, the new element has.
            var made = new JsonObject(FilterMatching.Any);
            if (!Fulfil(made, filter)) return ScimError.NoTarget(ScimText.NothingThere);

            Array(there, path.Path.Attribute).Add((JsonNode)made);
            met.Add(made);
        }

        foreach (var element in met.OfType<JsonObject>())
        {
            if (path.Sub is { } sub) element[sub] = value!.DeepClone();
            else if (value is JsonObject parts) Merge(element, parts);
            else return ScimError.Value(ScimText.NoValue);
        }

        return null;
    }

    /// <summary>Whether the filter says what an element must be, in words of equality only.</summary>
    private static bool Fulfil(JsonObject made, ScimFilter filter)
    {
        if (filter is ScimFilter.And and) return Fulfil(made, and.Left) && Fulfil(made, and.Right);
        if (filter is not ScimFilter.Compare { Operator: ScimOperator.Eq, Path: { Urn: null, Sub: null, Attribute: var name }, Value: { } value }) return false;

        made[name] = value switch { string text => text, bool flag => flag, decimal number => number, _ => null };
        return true;
    }

    private static void Add(JsonArray standing, IReadOnlyList<JsonNode> more)
    {
        var there = standing.Select(Identity).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var element in more)
        {
            if (!there.Add(Identity(element))) continue;
            if (IsPrimary(element)) foreach (var other in standing.OfType<JsonObject>().Where(IsPrimary)) other["primary"] = false;
            standing.Add(element.DeepClone());
        }
    }

    private static void Remove(JsonArray standing, IReadOnlyList<JsonNode> some)
    {
        var gone = some.Select(Identity).ToHashSet(StringComparer.OrdinalIgnoreCase);
        standing.RemoveAll(e => gone.Contains(Identity(e)));
    }

    /// <summary>By what an element is the same: its value, within its type; one without a value by all it says.</summary>
    private static string Identity(JsonNode? element) =>
        element is JsonObject whole && ScimJson.Text(whole["value"]) is { } value
            ? IsTyped(whole) ? $"{ScimJson.Text(whole["type"])}:{value}" : value
            : element?.ToJsonString(ScimJson.Plain) ?? "";

    /// <summary>The type of a member is not a kind of member: a directory may leave it out.</summary>
    private static bool IsTyped(JsonObject element) => ScimJson.Text(element["type"]) is { } type && !string.Equals(type, "User", StringComparison.OrdinalIgnoreCase);

    private static bool IsPrimary(JsonNode? element) => element is JsonObject whole && FilterMatching.Flag(whole["primary"]) == true;

    private static void Set(JsonObject there, PatchVerb verb, string sub, JsonNode? value)
    {
        if (verb == PatchVerb.Remove) there.Remove(sub);
        else there[sub] = value!.DeepClone();
    }

    private static void Merge(JsonObject into, JsonObject parts)
    {
        foreach (var (name, value) in parts)
        {
            if (value is null) into.Remove(name);
            else into[name] = value.DeepClone();
        }
    }

    private static IReadOnlyList<JsonNode> Listed(JsonNode value) => value is JsonArray many ? [.. many.OfType<JsonNode>()] : [value];

    private static JsonArray Array(JsonObject there, string name)
    {
        if (there[name] is JsonArray many) return many;

        var made = new JsonArray();
        if (there[name] is { } one) made.Add(one.DeepClone());
        there[name] = made;
        return made;
    }

    private JsonObject? Container(string? urn, bool make)
    {
        if (urn is null) return resource;
        if (resource[urn] is JsonObject there) return there;
        if (!make) return null;

        var made = new JsonObject(FilterMatching.Any);
        resource[urn] = made;
        return made;
    }

    private static bool IsOurs(string attribute) =>
        attribute.Equals("id", StringComparison.OrdinalIgnoreCase) || attribute.Equals("meta", StringComparison.OrdinalIgnoreCase)
        || attribute.Equals("schemas", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the house gives may be said again and not changed; schemas and meta come along with whole resources and are passed over.</summary>
    private ScimError? Unchanged(string attribute, PatchPath path, JsonNode? value)
    {
        if (!attribute.Equals("id", StringComparison.OrdinalIgnoreCase)) return null;

        return path is { Filter: null, Sub: null } && value?.GetValueKind() == JsonValueKind.String
            && string.Equals(value.GetValue<string>(), ScimJson.Text(resource["id"]), StringComparison.OrdinalIgnoreCase)
                ? null
                : ScimError.Mutability(ScimText.OurOwn);
    }
}
