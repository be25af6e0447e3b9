using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Spaces.Spaces;
using Tupa.Ui;

namespace Tupa.Spaces;

internal static class SpaceRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/spaces", FoundAsync).DisableAntiforgery();
        routes.MapPost("/spaces/{id:guid}/settings", ChangeAsync).DisableAntiforgery();
        routes.MapPost("/spaces/{id:guid}/closure", CloseAsync).DisableAntiforgery();
        routes.MapPost("/spaces/{id:guid}/closure/end", ReopenAsync).DisableAntiforgery();
    }

    private static async Task<IResult> FoundAsync(HttpRequest request, SpaceActions spaces, PersonPicks picks, Tupa.Register.UnitHeads heads, Actor by, CancellationToken stop)
    {
        var input = SpaceInput.Of(await request.ReadFormAsync(stop));
        var first = await picks.PickAsync(input.Steward, input.StewardId, by, stop);
        var second = await picks.PickAsync(input.Second, input.SecondId, by, stop);
        if (Refusal.Of([.. input.Faults(), .. await StewardFaultsAsync(input, first, second, picks, heads, stop)]) is { } faulty)
            return Page.Refused<NewSpacePage>(new { Input = input, Refusal = faulty, StewardChoices = first.Choices, SecondChoices = second.Choices });

        var stewards = new[] { first.Person, second.Person }.OfType<PersonId>().ToList();
        return await spaces.FoundAsync(input, stewards, by, stop) is { } refusal
            ? Page.Refused<NewSpacePage>(new { Input = input, Refusal = refusal })
            : Page.SeeOther($"/spaces/{input.Id}");
    }

    /// <summary>Two stewards; the head of the unit is enough alone.</summary>
    private static async Task<IReadOnlyList<Fault>> StewardFaultsAsync(
        SpaceInput input, PersonPick first, PersonPick second, PersonPicks picks, Tupa.Register.UnitHeads heads, CancellationToken stop)
    {
        if (first.Error is { } firstError) return [new("steward", firstError)];
        if (second.Error is { } secondError) return [new("second", secondError)];
        if (first.Person is not { } steward) return [new("steward", SpaceText.StewardNeeded)];
        if (!await picks.IsStaffAsync(steward, stop)) return [new("steward", SpaceText.StewardIsStaff)];
        if (second.Person is not { } other)
            return input.Unit is not null && await heads.HeadOfAsync(input.UnitId, stop) == steward ? [] : [new("second", SpaceText.SecondNeeded)];
        if (other == steward) return [new("second", SpaceText.SameTwice)];
        return await picks.IsStaffAsync(other, stop) ? [] : [new("second", SpaceText.StewardIsStaff)];
    }

    private static async Task<IResult> ChangeAsync(Guid id, HttpRequest request, SpaceActions spaces, Actor by, CancellationToken stop)
    {
        var input = SpaceInput.Of(await request.ReadFormAsync(stop));
        if (Refusal.Of([.. input.Faults()]) is { } faulty) return Page.Refused<SpaceSettingsPage>(new { Id = id, Input = input, Refusal = faulty });

        return await spaces.ChangeAsync(new(id), input, by, stop) switch
        {
            null => Page.SeeOther($"/spaces/{id}/about"),
            var absent when absent == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<SpaceSettingsPage>(new { Id = id, Input = input, Refusal = refusal }),
        };
    }

    private static async Task<IResult> CloseAsync(Guid id, SpaceActions spaces, Actor by, CancellationToken stop) =>
        Answer(id, await spaces.CloseAsync(new(id), by, stop));

    private static async Task<IResult> ReopenAsync(Guid id, SpaceActions spaces, Actor by, CancellationToken stop) =>
        Answer(id, await spaces.ReopenAsync(new(id), by, stop));

    private static IResult Answer(Guid id, Refusal? refusal) => refusal switch
    {
        null => Page.SeeOther($"/spaces/{id}/about"),
        _ when refusal == Refusal.Absent => Page.Absent(),
        _ => Page.Refused<SpaceAboutPage>(new { Id = id, Refusal = refusal }),
    };
}
