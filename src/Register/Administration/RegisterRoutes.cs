using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.Administration;
using Tupa.Ui;

namespace Tupa.Register;

/// <summary>What was typed when a power is granted.</summary>
public sealed record AuthorityInput(Guid Id, string? UserId, string? Kind, string? Scope, string? LastDay);

internal static class RegisterRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/register/authorities", GrantAsync);
        routes.MapPost("/register/authorities/{id:guid}/end", EndAsync);
    }

    private static async Task<IResult> GrantAsync(
        [FromForm] Guid id, [FromForm] string? userId, [FromForm] string? kind, [FromForm] string? scope, [FromForm] string? lastDay,
        AuthorityActions authorities, Actor by, CancellationToken stop)
    {
        if (!Enum.TryParse<AuthorityKind>(kind, out var power)) return Page.Absent();

        var until = DateOnly.TryParseExact(lastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var refusal = await authorities.GrantAsync(new(id), userId ?? "", power, string.IsNullOrEmpty(scope) ? null : scope, until, by, stop);
        return refusal is null
            ? Page.SeeOther("/register")
            : Page.Refused<RegisterPage>(new { Refusal = refusal, Input = new AuthorityInput(id, userId, kind, scope, lastDay) });
    }

    private static async Task<IResult> EndAsync(Guid id, AuthorityActions authorities, Actor by, CancellationToken stop) =>
        await authorities.EndAsync(new(id), by, stop) switch
        {
            null => Page.SeeOther("/register"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<RegisterPage>(new { Refusal = refusal }),
        };
}
