using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Notifications.Preferences;
using Tupa.Ui;

namespace Tupa.Notifications;

/// <summary>What the settings form posted: a pace for each kind it named, and the quiet hours.</summary>
public sealed record PreferenceInput(IReadOnlyDictionary<NoticeKind, Pace> Paces, QuietHours Quiet)
{
    /// <summary>Fields that are no kind or pace are left out; hours that are no hours become -1, which the action refuses.</summary>
    public static PreferenceInput Of(IFormCollection form)
    {
        var paces = new Dictionary<NoticeKind, Pace>();
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            if (Enum.TryParse<Pace>(form[kind.ToString()], out var pace) && Enum.IsDefined(pace)) paces[kind] = pace;
        }

        return new(paces, new(Hour(form["From"]), Hour(form["Until"]), form["Weekends"] == "true"));
    }

    private static int Hour(string? typed) => int.TryParse(typed, CultureInfo.InvariantCulture, out var hour) ? hour : -1;
}

internal static class PreferenceRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/notifications", ChooseAsync);

    private static async Task<IResult> ChooseAsync(HttpRequest request, PreferenceActions preferences, Actor by, CancellationToken stop)
    {
        var input = PreferenceInput.Of(await request.ReadFormAsync(stop));
        return await preferences.ChooseAsync(input.Paces, input.Quiet, by, stop) is { } refusal
            ? Page.Refused<PreferencePage>(new { Refusal = refusal, Input = input })
            : Page.SeeOther("/me/notifications?saved=1");
    }
}
