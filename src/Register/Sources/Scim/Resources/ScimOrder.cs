using System.Text.Json.Nodes;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Sorts resources by an attribute as Finnish does (RFC 7644, 3.4.2.3): what has no value stands last, and first when descending.</summary>
internal static class ScimOrder
{
    public static IEnumerable<JsonObject> Sorted(this IEnumerable<JsonObject> resources, ScimPath by, bool descending)
    {
        var keyed = resources.Select(r => (Resource: r, Key: Key(r, by)));
        var ordered = descending
            ? keyed.OrderBy(k => k.Key is null ? 0 : 1).ThenByDescending(k => k.Key ?? "", Finnish)
            : keyed.OrderBy(k => k.Key is null ? 1 : 0).ThenBy(k => k.Key ?? "", Finnish);
        return ordered.Select(k => k.Resource);
    }

    private static readonly StringComparer Finnish = StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true);

    /// <summary>Of a multi-valued attribute the primary value, else the first.</summary>
    private static string? Key(JsonObject resource, ScimPath by)
    {
        var node = (by.Urn is null ? resource : resource[by.Urn] as JsonObject)?[by.Attribute];
        if (node is JsonArray many) node = many.FirstOrDefault(e => e is JsonObject o && FilterMatching.Flag(o["primary"]) == true) ?? many.FirstOrDefault();
        if (by.Sub is { } sub) node = (node as JsonObject)?[sub];
        else if (node is JsonObject whole) node = whole["value"];
        return ScimJson.Text(node);
    }
}
