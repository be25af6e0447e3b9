using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Spaces.Arrivals;
using Tupa.Ui;

namespace Tupa.Spaces;

internal static class ArrivalRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/arrivals/{kind}/{id:guid}/card", CardAsync);

    /// <summary>The card through the front door: its room checks the audience now, whatever was true when the event was sent.</summary>
    private static async Task<IResult> CardAsync(string kind, Guid id, IEnumerable<IArrivalCards> rooms, Actor by, CancellationToken stop)
    {
        if (rooms.FirstOrDefault(r => r.Kind == kind) is not { } room) return Page.Absent();

        var cards = await room.CardsAsync([new(id, Fresh: true)], by, stop);
        return cards.TryGetValue(id, out var card)
            ? new RazorComponentResult<ArrivalCardPart>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Id"] = id, ["Card"] = card })
            : Page.Absent();
    }
}
