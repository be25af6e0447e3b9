using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Names as they are typed: the same people as the directory, in the same order.</summary>
internal static class PeopleRoutes
{
    private const int MostSuggested = 8;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/people/suggest", SuggestAsync);

    /// <summary>Options of a listbox, or JSON where that is asked for.</summary>
    private static async Task<IResult> SuggestAsync(string? q, HttpContext http, PeopleSearch people, Actor by, CancellationToken stop)
    {
        var found = await people.FindAsync(q ?? "", by, MostSuggested, stop: stop);
        http.Response.Headers.CacheControl = "private, no-store";
        return http.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal)
            ? Results.Json(found.Select(p => new { id = p.Id.Value, name = p.Name, unit = p.Unit, outside = p.Outside }))
            : Results.Text(Options(found), "text/html; charset=utf-8");
    }

    private static string Options(IEnumerable<PersonName> people)
    {
        var html = new StringBuilder();
        var safe = HtmlEncoder.Create(UnicodeRanges.All);
        foreach (var person in people)
        {
            html.Append("<li role=\"option\" data-id=\"").Append(person.Id).Append("\" data-insert=\"@").Append(safe.Encode(person.Name)).Append(" \">")
                .Append("<b>").Append(safe.Encode(person.Name)).Append("</b>");
            if (person.Unit is not null) html.Append(" <small>").Append(safe.Encode(person.Unit)).Append("</small>");
            html.Append("</li>");
        }

        return html.ToString();
    }
}
