using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.Feeds;
using Tupa.Register.OwnPages;
using Tupa.Ui;

namespace Tupa.Register;

/// <summary>What was typed when a correction is asked for.</summary>
public sealed record CorrectionInput(Guid Id, string? Value, string? Said);

/// <summary>What was typed when one is answered.</summary>
public sealed record AnswerInput(Guid Id, string? Value, string? Answer);

internal static class CorrectionRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/corrections", AskAsync).BeforeGates();
        routes.MapPost("/register/corrections/{id:guid}/answer", AnswerAsync);
    }

    private static async Task<IResult> AskAsync([FromForm] Guid id, [FromForm] string? which, [FromForm] string? said, CorrectionActions corrections, Actor by, CancellationToken stop)
    {
        if (which?.Split('.') is not [var card, var column] || !Enum.TryParse<Card>(card, out var of)) return Page.Absent();

        return await corrections.AskAsync(new(id), of, column, said, by, stop) switch
        {
            null => Page.SeeOther("/me#corrections-h"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<MePage>(new { Refusal = refusal, Correction = new CorrectionInput(id, which, said) }),
        };
    }

    private static async Task<IResult> AnswerAsync(
        Guid id, [FromForm] string? deed, [FromForm] string? value, [FromForm] string? answer, [FromForm] string? source, CorrectionActions corrections, Actor by, CancellationToken stop)
    {
        if (!Enum.TryParse<Source>(source, out var at)) return Page.Absent();

        var refusal = deed switch
        {
            "correct" => await corrections.CorrectAsync(new(id), value, answer, by, stop),
            "decline" => await corrections.DeclineAsync(new(id), answer, by, stop),
            "close" => await corrections.CloseAsync(new(id), answer, by, stop),
            _ => Refusal.Absent,
        };
        return refusal is null ? Page.SeeOther($"/register/sources/{at}?show={SourcePage.Corrections}")
            : refusal == Refusal.Absent ? Page.Absent()
            : Page.Refused<SourcePage>(new { Source = at.ToString(), Show = SourcePage.Corrections, Refusal = refusal, Typed = new AnswerInput(id, value, answer) });
    }
}
