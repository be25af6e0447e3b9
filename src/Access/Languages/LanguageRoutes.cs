using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Ui;

namespace Tupa.Access;

/// <summary>The language of the house: kept with the person, and for visitors in a cookie.</summary>
internal static class LanguageRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/language", ChooseAsync).ForVisitors();

    private static async Task<IResult> ChooseAsync(
        [FromForm] string? language, [FromForm] string? back, PersonActions people, Visitor visitor, HttpContext http, CancellationToken stop)
    {
        if (!Language.IsKnown(language)) return Page.SeeOther(LocalPath.Or(back));

        SessionCookie.GiveLanguage(http, language!);
        if (visitor.Person is { } person) await people.SetLanguageAsync(person, language!, stop);
        return Page.SeeOther(LocalPath.Or(back));
    }
}
