using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Tupa.Kernel;

/// <summary>The two answers to a form: another page (303), or the same page with what was typed and why it was refused (422).</summary>
public static class Page
{
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    /// <summary>The page again. <paramref name="parameters"/> is an anonymous object with the page's parameters, among them the input and the refusal.</summary>
    public static IResult Refused<TPage>(object parameters) where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters) { StatusCode = StatusCodes.Status422UnprocessableEntity };

    /// <summary>Not there, or not for you: the same in status, headers and body.</summary>
    public static IResult Absent() => Results.NotFound();

    /// <summary>The address if it is a path of this house, else "/": never an open redirect.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] && (address.Length == 1 || (address[1] != '/' && address[1] != '\\')) && !address.Any(char.IsControl)
            ? address
            : "/";

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
