using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Ui;

namespace Tupa.Notifications;

internal static class InboxRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notifications/{id:guid}", OpenAsync);
        routes.MapPost("/notifications/readings", ReadAllAsync);
    }

    /// <summary>A read mark is the one thing that reading writes (DESIGN §3): the notice is read, and the reader goes to the thing.</summary>
    private static async Task<IResult> OpenAsync(Guid id, InboxQueries inbox, InboxActions actions, Actor by, CancellationToken stop)
    {
        if (await inbox.HrefAsync(new(id), by, stop) is not { } href) return Page.Absent();

        await actions.ReadAsync(new(id), by, stop);
        return Page.SeeOther(href);
    }

    private static async Task<IResult> ReadAllAsync([FromForm] Guid newest, InboxActions actions, Actor by, CancellationToken stop)
    {
        await actions.ReadAllAsync(new(newest), by, stop);
        return Page.SeeOther("/notifications");
    }
}
