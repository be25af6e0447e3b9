using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>What all resources have in common on paper.</summary>
internal static class ScimJson
{
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a node, trimmed; a number or a truth as it is written. Null where there is none, or only spaces.</summary>
    public static string? Text(JsonNode? node)
    {
        var text = node switch
        {
            null or JsonArray or JsonObject => null,
            _ when node.GetValueKind() == JsonValueKind.String => node.GetValue<string>(),
            _ when node.GetValueKind() is JsonValueKind.Null => null,
            _ => node.ToJsonString(),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public static JsonObject Meta(string type, string location, DateTime created, DateTime changed) => new(FilterMatching.Any)
    {
        ["resourceType"] = type,
        ["created"] = Moment(created),
        ["lastModified"] = Moment(changed),
        ["location"] = location,
    };

    /// <summary>
    /// A weak entity tag of what is shown, so that it changes with every change, whoever made it (another source may have). Set in meta.
    /// </summary>
    public static string Version(JsonObject resource)
    {
        var meta = (JsonObject)resource["meta"]!;
        if (meta["version"] is { } there) return there.GetValue<string>();

        var digest = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(resource, Plain));
        var tag = $"W/\"{Convert.ToHexStringLower(digest.AsSpan(0, 12))}\"";
        meta["version"] = tag;
        return tag;
    }

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
