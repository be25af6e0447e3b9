using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.Years;
using Tupa.Ui;

namespace Tupa.Register;

internal static class YearRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/register/years", ReceiveAsync).TakesBytes();
        routes.MapPost("/register/years/{id:guid}/approval", ApproveAsync);
        routes.MapPost("/register/years/{id:guid}/rehearsals", RehearseAsync);
        routes.MapPost("/register/years/{id:guid}/withdrawal", WithdrawAsync);
    }

    private static async Task<IResult> ReceiveAsync(HttpRequest request, YearActions years, FeedAccess access, Actor by, CancellationToken stop)
    {
        if (!(await access.OfAsync(by, stop)).Handled.Contains(Source.Schools)) return Page.Absent();

        var form = await FileForm.ReadAsync(request, stop);
        var (format, typed, dryRun) = (form.Of("format"), form.Of("day"), form.Of("dryRun") == "true");
        if (form.Body is null) return Refused(new(FeedText.NoFile));
        if (typed.Length > 0 && Day(typed) is null) return Refused(new(YearText.WrongDay));

        var (change, _, refusal) = await years.ReceiveAsync(form.Body, form.FileName, format, Day(typed), dryRun, by, stop);
        return change is { } taken ? Page.SeeOther($"/register/years/{taken}") : Refused(refusal);

        IResult Refused(Refusal? why) => Page.Refused<YearsPage>(new { Refusal = why, Format = format, Day = typed, DryRun = dryRun });
    }

    private static async Task<IResult> ApproveAsync(
        Guid id, [FromForm] Guid? plan, [FromForm] string? day, [FromForm] string? reason, YearActions years, Actor by, CancellationToken stop) =>
        Answer(id, day, reason, await years.ApproveAsync(new(id), new(plan ?? Guid.Empty), Day(day), reason, by, stop));

    private static async Task<IResult> RehearseAsync(Guid id, [FromForm] string? day, [FromForm] string? reason, YearActions years, Actor by, CancellationToken stop) =>
        Answer(id, day, reason, await years.RehearseAsync(new(id), by, stop));

    private static async Task<IResult> WithdrawAsync(Guid id, [FromForm] string? day, [FromForm] string? reason, YearActions years, Actor by, CancellationToken stop) =>
        Answer(id, day, reason, await years.WithdrawAsync(new(id), reason, by, stop));

    private static IResult Answer(Guid id, string? day, string? reason, Refusal? refusal) =>
        refusal is null ? Page.SeeOther($"/register/years/{id}")
        : refusal == Refusal.Absent ? Page.Absent()
        : Page.Refused<YearPage>(new { Id = id, Refusal = refusal, Day = day, Typed = reason });

    private static DateOnly? Day(string? typed) => FieldRules.TryDay(typed, out var day) ? day : null;
}
