using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Privacy.TakeAways;
using Tupa.Ui;

namespace Tupa.Privacy;

internal static class TakeAwayRoutes
{
    private const string Here = "/me/take-away";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Here, OrderAsync).BeforeGates();
        routes.MapPost($"{Here}/end", RemoveAsync).BeforeGates();
        routes.MapMethods($"{Here}/package", [HttpMethods.Get, HttpMethods.Head], FetchAsync).BeforeGates();
    }

    private static async Task<IResult> OrderAsync([FromForm] Guid id, TakeAwayActions takeAways, Actor by, CancellationToken stop) =>
        await takeAways.OrderAsync(new(id), by, stop) switch
        {
            null => Page.SeeOther(Here),
            var absent when absent == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<TakeAwayPage>(new { Refusal = refusal }),
        };

    private static async Task<IResult> RemoveAsync([FromForm] Guid id, TakeAwayActions takeAways, Actor by, CancellationToken stop) =>
        await takeAways.RemoveAsync(new(id), by, stop) is null ? Page.SeeOther(Here) : Page.Absent();

    /// <summary>The address is the same for everyone and gives everyone their own; without a session there is nobody to give it to.</summary>
    private static async Task<IResult> FetchAsync(HttpRequest request, TakeAwayQueries takeAways, TakeAwayActions actions, TakeAwayFolder folder, Actor by, CancellationToken stop)
    {
        if (await takeAways.OfAsync(by, stop) is not { State: TakeAwayState.Ready } mine) return Page.Absent();

        if (HttpMethods.IsGet(request.Method)) await actions.FetchedAsync(mine.Id, by, stop);
        var day = Helsinki.Day(mine.OrderedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new TakeAwayAnswer(mine.Id, folder.FileOf(mine.Id), $"tupa-{TakeAwayText.FileName}-{day}.zip");
    }
}
