using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tupa.Register;

/// <summary>What a directory is answered, as application/scim+json; empty where there is nothing to say.</summary>
internal sealed class ScimAnswer(int status, JsonNode? body, string? tag = null, string? location = null) : IResult
{
    private const string ErrorUrn = "urn:ietf:params:scim:api:messages:2.0:Error";
    private const string ListUrn = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    public static ScimAnswer Empty { get; } = new(StatusCodes.Status204NoContent, null);

    public static ScimAnswer Of(JsonNode body, int status = StatusCodes.Status200OK) => new(status, body);

    public static ScimAnswer No(ScimError error) => new(error.Status, Written(error));

    /// <summary>One resource, with its entity tag; where it was made, with its address.</summary>
    public static ScimAnswer Of(JsonObject resource, ScimChoice choice, int status = StatusCodes.Status200OK)
    {
        var tag = ScimJson.Version(resource);
        var location = resource["meta"]!["location"]!.GetValue<string>();
        return new(status, choice.Of(resource), tag, status == StatusCodes.Status201Created ? location : null);
    }

    public static ScimAnswer Of(ScimPage page, ScimChoice choice) => Of(new JsonObject
    {
        ["schemas"] = new JsonArray(ListUrn),
        ["totalResults"] = page.Total,
        ["startIndex"] = page.StartIndex,
        ["itemsPerPage"] = page.Resources.Count,
        ["Resources"] = new JsonArray([.. page.Resources.Select(r => Tagged(r, choice))]),
    });

    public static JsonObject Written(ScimError error)
    {
        var written = new JsonObject
        {
            ["schemas"] = new JsonArray(ErrorUrn),
            ["status"] = error.Status.ToString(CultureInfo.InvariantCulture),
            ["detail"] = error.Detail.ToString(),
        };
        if (error.Type is { } type) written["scimType"] = type;
        return written;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        if (tag is not null) response.Headers.ETag = tag;
        if (location is not null) response.Headers.Location = location;
        if (body is null) return;

        response.ContentType = "application/scim+json";
        await JsonSerializer.SerializeAsync(response.BodyWriter, body, ScimJson.Plain, httpContext.RequestAborted);
    }

    /// <summary>A group without its members has no tag: the tag is of all of it.</summary>
    private static JsonObject Tagged(JsonObject resource, ScimChoice choice)
    {
        if (choice.Wants("members") || resource["schemas"]![0]!.GetValue<string>() == ScimSchema.UserUrn) ScimJson.Version(resource);
        return choice.Of(resource);
    }
}
