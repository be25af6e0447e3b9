using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Spaces.Stewards;
using Tupa.Ui;

namespace Tupa.Spaces;

internal static class HandOverRoutes
{
    private const string Prefix = "successor-";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/handover", GiveAsync).DisableAntiforgery();

    private static async Task<IResult> GiveAsync(HttpRequest request, HandOverActions handOvers, PersonPicks picks, Actor by, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        var chosen = form.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal) && f.Value.ToString().Length > 0)
            .ToDictionary(f => f.Key[Prefix.Length..], f => f.Value.ToString(), StringComparer.Ordinal);
        var pick = chosen.ContainsValue(HandOverPage.SomebodyElse) ? await picks.PickAsync(form["other"], SpaceInput.Key(form["other-id"]), by, stop) : PersonPick.None;
        if (chosen.ContainsValue(HandOverPage.SomebodyElse) && pick.Person is null)
            return Back(form, chosen, pick.Choices, new Refusal(pick.Error ?? HandOverText.OtherNeeded).At("other"));

        var successors = chosen
            .Select(c => (Space: SpaceInput.Key(c.Key), Person: c.Value == HandOverPage.SomebodyElse ? pick.Person!.Value.Value : SpaceInput.Key(c.Value)))
            .Where(c => c.Space is not null && c.Person is not null)
            .ToDictionary(c => new SpaceId(c.Space!.Value), c => new PersonId(c.Person!.Value));
        var things = form["thing"].Select(SpaceInput.Key).OfType<Guid>().ToHashSet();
        return await handOvers.GiveAsync(new(successors, things), pick.Person, by, stop) is { } refusal
            ? Back(form, chosen, [], refusal)
            : Page.SeeOther("/me/handover?done=1");
    }

    private static IResult Back(IFormCollection form, Dictionary<string, string> chosen, IReadOnlyList<Ui.Fields.Choice> choices, Refusal refusal) =>
        Page.Refused<HandOverPage>(new
        {
            Chosen = (IReadOnlyDictionary<string, string>)chosen,
            Things = (IReadOnlyList<string>)[.. form["thing"].OfType<string>()],
            Other = form["other"].ToString(),
            OtherChoices = choices,
            Refusal = refusal,
        });
}
