using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Access.Tokens;
using Tupa.Ui;

namespace Tupa.Access;

/// <summary>The keys of one's own programs.</summary>
internal static class TokenRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/tokens", MakeAsync);
        routes.MapPost("/me/tokens/{id:guid}/end", EndAsync);
    }

    private static async Task<IResult> MakeAsync(
        [FromForm] string? name, IFormCollection form, [FromForm] string? lastDay, TokenActions tokens, Visitor visitor, CancellationToken stop)
    {
        DateOnly? day = DateOnly.TryParseExact(lastDay, "yyyy-MM-dd", out var parsed) ? parsed : null;
        string[] scopes = [.. form["scope"].OfType<string>()];
        var (key, refusal) = await tokens.MakeAsync(name ?? "", scopes, day, visitor.Person!.Value, stop);
        return refusal is null
            ? Page.Shown<TokensPage>(new { Key = key })
            : Page.Refused<TokensPage>(new { Name = name, Chosen = scopes, LastDay = lastDay, Refusal = refusal });
    }

    private static async Task<IResult> EndAsync(Guid id, TokenActions tokens, Visitor visitor, CancellationToken stop) =>
        await tokens.EndAsync(new(id), visitor.Person!.Value, stop) is null ? Page.SeeOther("/me/tokens") : Page.Absent();
}
