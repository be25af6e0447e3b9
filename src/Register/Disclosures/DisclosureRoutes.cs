using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.RegisteredPeople;
using Tupa.Ui;

namespace Tupa.Register;

internal static class DisclosureRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/register/disclosures", MakeAsync);

    private static async Task<IResult> MakeAsync(
        [FromForm] Guid id, [FromForm] string? purpose, IFormCollection form, DisclosureActions disclosures, Actor by, TimeProvider clock, CancellationToken stop)
    {
        var filter = RegisteredFilter.Of(null, form["population"], form["state"], form["ending"], form["alone"], form["held"]);
        var columns = form["column"].OfType<string>().ToList();
        return await disclosures.MakeAsync(new(new(id), filter, columns, purpose), by, stop) switch
        {
            { Csv: { } csv } => Results.File(csv, "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"rekisteri-{clock.Today():yyyy-MM-dd}.csv")),
            { Refusal: var refusal } when refusal == Refusal.Absent => Page.Absent(),
            { Refusal: var refusal } => Page.Refused<RegisteredPage>(new { Given = filter, ExportId = id, Purpose = purpose, Columns = columns, Refusal = refusal }),
        };
    }
}
