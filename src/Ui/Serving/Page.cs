using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tupa.Ui.States;

namespace Tupa.Ui;

/// <summary>What a route that was posted to answers: go and see (303), or the page again with what was typed and why not (422).</summary>
public static class Page
{
    /// <summary>The page again, whole, with its parameters given as the properties of an anonymous object.</summary>
    public static IResult Refused<TPage>(object with) where TPage : IComponent =>
        Shown<TPage>(with, StatusCodes.Status422UnprocessableEntity);

    /// <summary>A page shown from a route instead of from its own address.</summary>
    public static IResult Shown<TPage>(object? with = null, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        Whole(typeof(TPage), with, status, plain: false);

    /// <param name="path">A path of this house: begins with one slash. Anything else is a bug, or somebody's trap.</param>
    public static IResult SeeOther(string path) => new Onward(path);

    /// <summary>404: the same answer for what never was, what is gone, and what is not for the one who asks.</summary>
    public static IResult Absent() => Shown<AbsentPage>(status: StatusCodes.Status404NotFound);

    /// <summary>500. Asks nothing of the database, which may be what broke.</summary>
    /// <param name="reference">What the log calls this failure; the reader tells it to support.</param>
    public static IResult Broken(string reference) =>
        Whole(typeof(BrokenPage), new { Reference = reference }, StatusCodes.Status500InternalServerError, plain: true);

    private static RazorComponentResult<App> Whole(Type page, object? with, int status, bool plain) =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(App.Page)] = page,
            [nameof(App.With)] = new RouteValueDictionary(with).ToDictionary(StringComparer.Ordinal),
            [nameof(App.Plain)] = plain,
        })
        { StatusCode = status };

    private sealed class Onward(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (!LocalPath.Is(path)) throw new InvalidOperationException($"{path} is not a path of this house.");

            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            // A header holds no letters beyond ASCII; what is written in percents already stays so.
            httpContext.Response.Headers.Location = Ascii(path);
            return Task.CompletedTask;
        }

        private static string Ascii(string path) =>
            path.All(char.IsAscii) ? path : string.Concat(path.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
    }
}
