using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Notifications.Unsubscriptions;
using Tupa.Ui;

namespace Tupa.Notifications;

internal static class UnsubscribeRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/notifications/unsubscription", UnsubscribeAsync).ForVisitors();

    private static async Task<IResult> UnsubscribeAsync(
        [FromForm] string? token, UnsubscribeLinks links, PreferenceActions preferences, CancellationToken stop)
    {
        if (links.Read(token) is not { } person) return Page.Refused<UnsubscribePage>(new { Refusal = new Refusal(UnsubscribeText.Broken) });

        await preferences.UnsubscribeAsync(person, stop);
        return Page.Shown<UnsubscribePage>(new { Done = true });
    }
}
