using System.Globalization;
using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>What a list is asked for (RFC 7644, 3.4.2).</summary>
/// <param name="StartIndex">From 1.</param>
/// <param name="Count">0 asks only how many there are.</param>
internal sealed record ScimListing(ScimFilter? Filter, ScimPath? SortBy, bool Descending, int StartIndex, int Count, ScimChoice Choice)
{
    public const int UsualCount = 100;
    public const int MostCount = 1_000;

    /// <summary>How many may be read to be looked through here, where columns cannot answer.</summary>
    public const int MostInMemory = 10_000;

    public static (ScimListing? Listing, ScimError? Error) Of(
        string? filter, string? sortBy, string? sortOrder, string? startIndex, string? count, string? attributes, string? excludedAttributes)
    {
        ScimFilter? asked = null;
        if (!string.IsNullOrWhiteSpace(filter) && (asked = FilterParser.Of(filter)) is null) return (null, ScimError.InvalidFilter);
        if (asked is not null && !IsOrderly(asked)) return (null, ScimError.InvalidFilter);

        ScimPath? sort = null;
        if (!string.IsNullOrWhiteSpace(sortBy) && (sort = ScimPath.Of(sortBy)) is null) return (null, ScimError.Path(ScimText.BadSort));
        if (ScimChoice.Of(attributes, excludedAttributes) is not { } choice) return (null, ScimError.Path(ScimText.BadPath));

        var from = int.TryParse(startIndex, CultureInfo.InvariantCulture, out var start) ? Math.Max(1, start) : 1;
        var many = int.TryParse(count, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 0, MostCount) : UsualCount;
        return (new(asked, sort, string.Equals(sortOrder, "descending", StringComparison.OrdinalIgnoreCase), from, many, choice), null);
    }

    /// <summary>As <see cref="Of(string?, string?, string?, string?, string?, string?, string?)"/>, from the body of a search (RFC 7644, 3.4.3).</summary>
    public static (ScimListing? Listing, ScimError? Error) Of(JsonObject body) => Of(
        ScimJson.Text(body["filter"]), ScimJson.Text(body["sortBy"]), ScimJson.Text(body["sortOrder"]), ScimJson.Text(body["startIndex"]), ScimJson.Text(body["count"]),
        Joined(body["attributes"]), Joined(body["excludedAttributes"]));

    private static string? Joined(JsonNode? node) => node is JsonArray many ? string.Join(',', many.Select(ScimJson.Text)) : ScimJson.Text(node);

    /// <summary>Truth has no order (RFC 7644, table 3).</summary>
    private static bool IsOrderly(ScimFilter filter) => filter switch
    {
        ScimFilter.And and => IsOrderly(and.Left) && IsOrderly(and.Right),
        ScimFilter.Or or => IsOrderly(or.Left) && IsOrderly(or.Right),
        ScimFilter.Not not => IsOrderly(not.Inner),
        ScimFilter.Within within => IsOrderly(within.Inner),
        ScimFilter.Compare { Value: bool } compare => compare.Operator is ScimOperator.Eq or ScimOperator.Ne,
        _ => true,
    };
}

/// <summary>A page of resources, and how many there are in all.</summary>
internal sealed record ScimPage(IReadOnlyList<JsonObject> Resources, int Total, int StartIndex);
