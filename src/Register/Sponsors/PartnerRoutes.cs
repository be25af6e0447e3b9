using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.Sponsors;
using Tupa.Ui;
using Tupa.Ui.Fields;

namespace Tupa.Register;

internal static class PartnerRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/partners", InviteAsync).DisableAntiforgery();
        var partners = routes.MapGroup("/me/partners").DisableAntiforgery();
        partners.MapPost("/{assignment:guid}/renewal", RenewAsync);
        partners.MapPost("/{assignment:guid}/sponsor", TakeOverAsync);
        partners.MapPost("/{assignment:guid}/deputy", AppointAsync);
        partners.MapPost("/{assignment:guid}/places", OpenAsync);
        partners.MapPost("/{assignment:guid}/places/{place:guid}/end", CloseAsync);
        partners.MapPost("/{assignment:guid}/end", EndAsync);
    }

    private static async Task<IResult> InviteAsync(HttpRequest request, InvitationActions invitations, OwnCovers covers, TimeProvider clock, Actor by, CancellationToken stop)
    {
        var input = InvitationInput.Of(await request.ReadFormAsync(stop));
        var (deputy, choices, wrong) = await MeantAsync(input.Deputy, input.DeputyId, covers, by, stop);
        List<Fault> faults = [.. input.Faults(clock.Today())];
        if (wrong is { } unclear) faults.Add(new("deputy", unclear));
        var (waits, refusal) = faults.Count > 0 ? (false, Refusal.Of(faults)) : await invitations.InviteAsync(input, deputy, by, stop);
        if (refusal is null) return Page.SeeOther(waits ? "/me/partners/waiting" : $"/me/partners/{input.Id}");

        return refusal == Refusal.Absent ? Page.Absent() : Page.Refused<NewPartnerPage>(new { Input = input, DeputyChoices = choices, Refusal = refusal });
    }

    private static async Task<IResult> RenewAsync(
        Guid assignment, [FromForm] Guid id, [FromForm] string? lastDay, [FromForm] string? reason, PartnerActions partners, Actor by, CancellationToken stop) =>
        await partners.RenewAsync(new(id), new(assignment), InvitationInput.DayOf(lastDay), reason, by, stop) switch
        {
            null => Page.SeeOther($"/me/partners/{assignment}"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<PartnerPage>(new { Assignment = assignment, Refusal = refusal, LastDay = lastDay, Reason = reason }),
        };

    private static async Task<IResult> TakeOverAsync(Guid assignment, [FromForm] Guid id, PartnerActions partners, Actor by, CancellationToken stop) =>
        Answer(assignment, await partners.TakeOverAsync(new(id), new(assignment), by, stop));

    private static async Task<IResult> AppointAsync(
        Guid assignment, [FromForm] string? deputy, [FromForm(Name = "deputy-id")] Guid? chosen, PartnerActions partners, OwnCovers covers, Actor by, CancellationToken stop)
    {
        var (meant, choices, wrong) = await MeantAsync(deputy, chosen, covers, by, stop);
        if (wrong is not { } unclear) return Answer(assignment, await partners.AppointAsync(new(assignment), meant, by, stop));

        return Page.Refused<PartnerPage>(new { Assignment = assignment, Deputy = deputy, DeputyChoices = choices, Refusal = new Refusal(unclear).At("deputy") });
    }

    private static async Task<IResult> OpenAsync(Guid assignment, [FromForm] string? place, PartnerActions partners, Actor by, CancellationToken stop) =>
        Answer(assignment, await partners.OpenAsync(new(assignment), Guid.TryParse(place, out var id) ? id : Guid.Empty, by, stop));

    private static async Task<IResult> CloseAsync(Guid assignment, Guid place, PartnerActions partners, Actor by, CancellationToken stop) =>
        Answer(assignment, await partners.CloseAsync(new(assignment), place, by, stop));

    private static async Task<IResult> EndAsync(Guid assignment, PartnerActions partners, Actor by, CancellationToken stop) =>
        Answer(assignment, await partners.EndAsync(new(assignment), by, stop));

    /// <summary>Nothing typed means nobody.</summary>
    private static async Task<(AssignmentId? Deputy, IReadOnlyList<Choice> Choices, Text? Wrong)> MeantAsync(
        string? typed, Guid? chosen, OwnCovers covers, Actor by, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (null, [], null);

        return await covers.MeantAsync(typed, chosen, by, stop) switch
        {
            [] => (null, [], PartnerText.DeputyUnknown),
            [var (cover, _)] => (cover.Assignment, [], null),
            var several => (null, [.. several.Select(s => new Choice(s.Cover.Person.ToString(), s.Name))], PartnerText.DeputyMany),
        };
    }

    private static IResult Answer(Guid assignment, Refusal? refusal) => refusal switch
    {
        null => Page.SeeOther($"/me/partners/{assignment}"),
        _ when refusal == Refusal.Absent => Page.Absent(),
        _ => Page.Refused<PartnerPage>(new { Assignment = assignment, Refusal = refusal }),
    };
}
