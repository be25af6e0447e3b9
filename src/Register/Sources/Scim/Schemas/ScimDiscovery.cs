using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>What the server says of itself (RFC 7643, 5–7): no more than it does and stores.</summary>
internal static class ScimDiscovery
{
    private const string ConfigUrn = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    private const string TypeUrn = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
    private const string SchemaUrn = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    public static JsonObject Config(string root) => new()
    {
        ["schemas"] = new JsonArray(ConfigUrn),
        ["patch"] = Supported(),
        ["bulk"] = new JsonObject { ["supported"] = true, ["maxOperations"] = ScimBulk.MostOperations, ["maxPayloadSize"] = ScimBulk.MostBytes },
        ["filter"] = new JsonObject { ["supported"] = true, ["maxResults"] = ScimListing.MostCount },
        ["changePassword"] = new JsonObject { ["supported"] = false },
        ["sort"] = Supported(),
        ["etag"] = Supported(),
        ["authenticationSchemes"] = new JsonArray(new JsonObject
        {
            ["type"] = "oauthbearertoken",
            ["name"] = "Bearer token",
            ["description"] = "A key made on the page of the connection, with a last day.",
            ["primary"] = true,
        }),
        ["meta"] = new JsonObject { ["resourceType"] = "ServiceProviderConfig", ["location"] = $"{root}/ServiceProviderConfig" },
    };

    public static IReadOnlyList<JsonObject> ResourceTypes(string root) =>
    [
        ResourceType(root, "User", "Users", ScimSchema.User, new JsonArray(new JsonObject { ["schema"] = ScimSchema.EnterpriseUrn, ["required"] = false })),
        ResourceType(root, "Group", "Groups", ScimSchema.Group, []),
    ];

    public static IReadOnlyList<JsonObject> Schemas(string root) => [.. ScimSchema.All.Select(s => new JsonObject
    {
        ["schemas"] = new JsonArray(SchemaUrn),
        ["id"] = s.Urn,
        ["name"] = s.Name,
        ["description"] = s.Description,
        ["attributes"] = new JsonArray([.. s.Attributes.Select(Attribute)]),
        ["meta"] = new JsonObject { ["resourceType"] = "Schema", ["location"] = $"{root}/Schemas/{s.Urn}" },
    })];

    private static JsonObject ResourceType(string root, string name, string place, ScimSchema schema, JsonArray extensions) => new()
    {
        ["schemas"] = new JsonArray(TypeUrn),
        ["id"] = name,
        ["name"] = name,
        ["description"] = schema.Description,
        ["endpoint"] = $"/{place}",
        ["schema"] = schema.Urn,
        ["schemaExtensions"] = extensions,
        ["meta"] = new JsonObject { ["resourceType"] = "ResourceType", ["location"] = $"{root}/ResourceTypes/{name}" },
    };

    private static JsonNode Attribute(ScimAttribute attribute)
    {
        var written = new JsonObject
        {
            ["name"] = attribute.Name,
            ["type"] = attribute.Type == ScimType.DateTime ? "dateTime" : attribute.Type.ToString().ToLowerInvariant(),
            ["multiValued"] = attribute.Many,
            ["description"] = attribute.Description,
            ["required"] = attribute.Required,
            ["caseExact"] = attribute.CaseExact,
            ["mutability"] = attribute.Mutability,
            ["returned"] = attribute.Returned,
            ["uniqueness"] = attribute.Uniqueness,
        };
        if (attribute.Canonical.Count > 0) written["canonicalValues"] = new JsonArray([.. attribute.Canonical.Select(c => (JsonNode)c)]);
        if (attribute.RefersTo.Count > 0) written["referenceTypes"] = new JsonArray([.. attribute.RefersTo.Select(r => (JsonNode)r)]);
        if (attribute.Subs.Count > 0) written["subAttributes"] = new JsonArray([.. attribute.Subs.Select(Attribute)]);
        return written;
    }

    private static JsonObject Supported() => new() { ["supported"] = true };
}
