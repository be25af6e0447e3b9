using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>Asks a filter of a resource as it is written. Pure.</summary>
internal static class FilterMatching
{
    /// <param name="resource">Its names must be found in any case.</param>
    public static bool Matches(this ScimFilter filter, JsonObject resource, ScimSchema schema) => Is(filter, resource, schema, within: null);

    /// <summary>Whether an element of a multi-valued attribute fulfils what stands in the brackets after it.</summary>
    public static bool MatchesElement(this ScimFilter filter, JsonNode? element, ScimPath within, ScimSchema schema) =>
        Is(filter, element as JsonObject ?? new JsonObject(Any) { ["value"] = element?.DeepClone() }, schema, within);

    internal static readonly JsonNodeOptions Any = new() { PropertyNameCaseInsensitive = true };

    private static bool Is(ScimFilter filter, JsonObject there, ScimSchema schema, ScimPath? within) => filter switch
    {
        ScimFilter.And and => Is(and.Left, there, schema, within) && Is(and.Right, there, schema, within),
        ScimFilter.Or or => Is(or.Left, there, schema, within) || Is(or.Right, there, schema, within),
        ScimFilter.Not not => !Is(not.Inner, there, schema, within),
        ScimFilter.Present present => Values(there, present.Path).Any(IsThere),
        ScimFilter.Within inner => Elements(there, inner.Path).Any(e => e is not null && inner.Inner.MatchesElement(e, inner.Path, schema)),
        ScimFilter.Compare compare => Compares(compare, there, schema.Find(within is null ? compare.Path : within with { Sub = compare.Path.Attribute })),
        _ => false,
    };

    private static bool Compares(ScimFilter.Compare compare, JsonObject there, ScimAttribute? attribute)
    {
        var values = Values(there, compare.Path).Where(IsThere).ToList();
        if (compare.Value is null) return compare.Operator == ScimOperator.Eq ? values.Count == 0 : compare.Operator == ScimOperator.Ne && values.Count > 0;

        // "Not equal" is what "equal" is not, so what is absent is not equal to anything.
        return compare.Operator == ScimOperator.Ne
            ? !values.Exists(v => Holds(v!, ScimOperator.Eq, compare.Value, attribute))
            : values.Exists(v => Holds(v!, compare.Operator, compare.Value, attribute));
    }

    private static bool Holds(JsonNode value, ScimOperator how, object asked, ScimAttribute? attribute)
    {
        if (Flag(value) is { } flag) return how == ScimOperator.Eq && Flag(asked) == flag;
        if (value.GetValueKind() == JsonValueKind.Number) return asked is decimal number && Ordered(value.GetValue<decimal>().CompareTo(number), how);
        if (value.GetValueKind() != JsonValueKind.String || asked is not string text) return false;

        var said = value.GetValue<string>();
        if (attribute?.Type == ScimType.DateTime) return Instant(said) is { } at && Instant(text) is { } than && Ordered(at.CompareTo(than), how);

        var by = attribute is { CaseExact: true } ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return how switch
        {
            ScimOperator.Co => said.Contains(text, by),
            ScimOperator.Sw => said.StartsWith(text, by),
            ScimOperator.Ew => said.EndsWith(text, by),
            _ => Ordered(string.Compare(said, text, by), how),
        };
    }

    private static bool Ordered(int order, ScimOperator how) => how switch
    {
        ScimOperator.Eq => order == 0,
        ScimOperator.Gt => order > 0,
        ScimOperator.Ge => order >= 0,
        ScimOperator.Lt => order < 0,
        ScimOperator.Le => order <= 0,
        _ => false,
    };

    /// <summary>RFC 3339; what names no zone is UTC.</summary>
    internal static DateTime? Instant(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at.UtcDateTime : null;

    /// <summary>Some directories write truth as text.</summary>
    internal static bool? Flag(object? value) => value switch
    {
        bool flag => flag,
        JsonNode node when node.GetValueKind() is JsonValueKind.True or JsonValueKind.False => node.GetValue<bool>(),
        string text when bool.TryParse(text, out var flag) => flag,
        _ => null,
    };

    /// <summary>The values a path leads to; of a multi-valued complex attribute without a sub-attribute, their "value".</summary>
    private static IEnumerable<JsonNode?> Values(JsonObject there, ScimPath path) => path.Sub is { } sub
        ? Elements(there, path).OfType<JsonObject>().Select(e => e[sub])
        : Elements(there, path).Select(e => e is JsonObject { Count: > 0 } some && some.ContainsKey("value") ? some["value"] : e);

    private static IEnumerable<JsonNode?> Elements(JsonObject there, ScimPath path)
    {
        var node = (path.Urn is null ? there : there[path.Urn] as JsonObject)?[path.Attribute];
        if (node is JsonArray many) return many;

        return [node];
    }

    /// <summary>Null, an empty text and an empty list are no value (RFC 7643, 2.5).</summary>
    private static bool IsThere(JsonNode? node) => node switch
    {
        null => false,
        JsonArray many => many.Count > 0,
        JsonObject parts => parts.Any(p => IsThere(p.Value)),
        _ => node.GetValueKind() != JsonValueKind.String || node.GetValue<string>().Length > 0,
    };
}
