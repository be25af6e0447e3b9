using Microsoft.Extensions.Primitives;
using Tupa.Kernel;
using Page = Tupa.Ui.Page;

namespace Tupa.Server.Web;

/// <summary>
/// Reads what a form sends before any route does, so that no route meets what cannot be read: too much, a body that is no form, and the
/// letter NUL, which nobody types and PostgreSQL does not store. Bytes of files go their own way (<see cref="TakesBytesAttribute"/>).
/// </summary>
internal static class SentForms
{
    /// <summary>Of any request but those that take bytes; the longest text of the house is a tenth of it.</summary>
    public const long Largest = 2_000_000;

    private const string Nul = "\0";

    /// <summary>After the door: whoever may not come in is not listened to.</summary>
    public static void UseSentForms(this WebApplication app) => app.Use(async (http, next) =>
    {
        var request = http.Request;
        if (request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true) request.QueryString = new(request.QueryString.Value.Replace("%00", "", StringComparison.Ordinal));
        if (!IsForm(http)) await next(http);
        else if (await UnreadAsync(request) is { } status) await Page.Shown<UnreadPage>(new { TooLarge = status == StatusCodes.Status413PayloadTooLarge }, status).ExecuteAsync(http);
        else await next(http);
    });

    private static bool IsForm(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<TakesBytesAttribute>() is null;

    /// <summary>Null once the form is there to be read; else the status of what it was.</summary>
    private static async Task<int?> UnreadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            request.Form = FormCollection.Empty;
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            if (form.Any(f => f.Value.Any(HasNul) || HasNul(f.Key))) request.Form = WithoutNul(form);
            return null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    private static FormCollection WithoutNul(IFormCollection form) => new(
        form.Where(f => !HasNul(f.Key)).ToDictionary(f => f.Key, f => new StringValues([.. f.Value.Select(v => v?.Replace(Nul, "", StringComparison.Ordinal))]), StringComparer.OrdinalIgnoreCase),
        form.Files);

    private static bool HasNul(string? text) => text?.Contains(Nul, StringComparison.Ordinal) is true;
}

/// <summary>What is said of a form that could not be read.</summary>
internal static class UnreadText
{
    public static readonly Text Title = new(Fi: "Lähetystä ei voitu lukea", Sv: "Det som skickades kunde inte läsas", En: "What was sent could not be read");
    public static readonly Text Back = new(
        Fi: "Mitään ei tallennettu. Palaa selaimella takaisin, niin kirjoittamasi on lomakkeella, ja lähetä uudelleen.",
        Sv: "Ingenting sparades. Gå tillbaka i webbläsaren, där det du skrev finns kvar i formuläret, och skicka igen.",
        En: "Nothing was saved. Go back in the browser, where what you typed is still in the form, and send it again.");
    public static readonly Text TooLarge = new(
        Fi: "Tekstiä oli enemmän kuin kerralla voi lähettää, eikä mitään tallennettu. Palaa selaimella takaisin, niin kirjoittamasi on lomakkeella, ja lyhennä sitä tai lähetä se tiedostona.",
        Sv: "Texten var längre än vad som kan skickas på en gång, och ingenting sparades. Gå tillbaka i webbläsaren, där det du skrev finns kvar i formuläret, och förkorta det eller skicka det som en fil.",
        En: "There was more text than can be sent at once, and nothing was saved. Go back in the browser, where what you typed is still in the form, and shorten it or send it as a file.");
}
