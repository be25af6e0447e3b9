using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.Sources.Scim.Keys;
using Tupa.Ui;

namespace Tupa.Register;

/// <summary>The keys of directories, and the ends that wait.</summary>
internal static class ScimKeyRoutes
{
    private const string Address = "/register/sources/scim/connection";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/register/sources/scim/keys", MakeAsync);
        routes.MapPost("/register/sources/scim/keys/{id:guid}/end", EndAsync);
        routes.MapPost("/register/sources/scim/ends", (ScimKeyActions keys, Actor by, CancellationToken stop) => DecideAsync(true, keys, by, stop));
        routes.MapPost("/register/sources/scim/ends/end", (ScimKeyActions keys, Actor by, CancellationToken stop) => DecideAsync(false, keys, by, stop));
    }

    private static async Task<IResult> MakeAsync([FromForm] string? name, [FromForm] string? lastDay, ScimKeyActions keys, Actor by, CancellationToken stop)
    {
        var day = DateOnly.TryParseExact(lastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : (DateOnly?)null;
        var (key, refusal) = await keys.MakeAsync(name ?? "", day, by, stop);
        if (refusal == Refusal.Absent) return Page.Absent();

        return refusal is null
            ? Page.Shown<ScimConnectionPage>(new { Key = key })
            : Page.Refused<ScimConnectionPage>(new { Name = name, LastDay = lastDay, Refusal = refusal });
    }

    private static async Task<IResult> EndAsync(Guid id, ScimKeyActions keys, Actor by, CancellationToken stop) =>
        await keys.EndAsync(new(id), by, stop) is null ? Page.SeeOther(Address) : Page.Absent();

    private static async Task<IResult> DecideAsync(bool approved, ScimKeyActions keys, Actor by, CancellationToken stop) =>
        await keys.DecideAsync(approved, by, stop) is null ? Page.SeeOther(Address) : Page.Absent();
}
