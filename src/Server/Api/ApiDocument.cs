using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tupa.Access;

namespace Tupa.Server;

/// <summary>The description of the API at /api/v1/openapi.json. A test holds it to a file, so a change of the contract is seen in review.</summary>
internal static class ApiDocument
{
    private const string Key = "token";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Tupa",
                Version = "v1",
                Description = "A municipality's digital working environment, for programs. Answers hold what the owner of the token sees on the pages, and nothing else.",
            };

            // Where the house stands is known to whoever asked; the contract is the same everywhere.
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token made at /me/tokens. It acts as its owner, within its scopes, until its day.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsScopeAttribute>().FirstOrDefault() is { } needs)
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [needs.Scope] }];
            return Task.CompletedTask;
        });
    }
}
