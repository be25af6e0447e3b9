using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Privacy.Logs;
using Tupa.Ui;

namespace Tupa.Privacy;

internal static class LogRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/privacy/log/exports", ExportAsync);

    private static async Task<IResult> ExportAsync(
        [FromForm] Guid id, [FromForm] string? purpose, IFormCollection form, LogExportActions exports, Actor by, TimeProvider clock, CancellationToken stop)
    {
        var filter = LogFilter.Of(form.Select(f => new KeyValuePair<string, string?>(f.Key, f.Value)));
        return await exports.MakeAsync(new(id), filter, purpose, by, stop) switch
        {
            { Question: { } asked } => Results.Stream(
                to => exports.WriteAsync(asked, to, stop), "application/jsonl; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"loki-{clock.Today():yyyy-MM-dd}.jsonl")),
            { Refusal: var refusal } when refusal == Refusal.Absent => Page.Absent(),
            { Refusal: var refusal } => Page.Refused<LogPage>(new { Given = filter, ExportId = id, Purpose = purpose, Refusal = refusal }),
        };
    }
}
