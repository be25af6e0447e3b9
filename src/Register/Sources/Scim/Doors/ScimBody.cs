using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tupa.Register;

/// <summary>Reads what a directory sends: a JSON object whose names are found in any case.</summary>
internal static class ScimBody
{
    public const int Most = 1_048_576;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    public static async Task<(JsonObject? Body, ScimError? Error)> ReadAsync(HttpContext http, int most = Most)
    {
        if (http.Request.ContentLength > most) return (null, ScimError.TooLarge);

        using var bytes = new MemoryStream();
        var buffer = new byte[16_384];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            if (bytes.Length + read > most) return (null, ScimError.TooLarge);
            await bytes.WriteAsync(buffer.AsMemory(0, read), http.RequestAborted);
        }

        return Parse(bytes.ToArray());
    }

    public static (JsonObject? Body, ScimError? Error) Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            if (JsonNode.Parse(json, FilterMatching.Any, Strict) is not JsonObject body) return (null, ScimError.Syntax(ScimText.NotJson));

            Open(body);
            return (body, null);
        }
        catch (JsonException)
        {
            return (null, ScimError.Syntax(ScimText.NotJson));
        }
        catch (ArgumentException)
        {
            return (null, ScimError.Syntax(ScimText.TwiceNamed));
        }
    }

    /// <summary>Objects are read when they are first looked into; what is wrong with one must show now.</summary>
    private static void Open(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject parts:
                foreach (var (_, value) in parts) Open(value);
                break;
            case JsonArray many:
                foreach (var value in many) Open(value);
                break;
        }
    }
}
