using Tupa.Access;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>
/// Whoever leaves is out within a minute, by every way there is (DESIGN, law 4): somebody comes in, is seen to be in, leaves by the
/// calendar while no job runs, and then asks for everything again, with the session and with the API token, while a live stream is open.
/// </summary>
internal sealed class LeaverClaim(Trial trial, FrontDoor door, TimeProvider clock) : IClaimCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ToBegin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public string Key => "access.ends";

    public Text Promise => new(
        Fi: "Kun tehtävä päättyy, sen antama pääsy päättyy minuutissa kaikista kanavista.",
        Sv: "När en uppgift upphör, upphör den åtkomst som den gav inom en minut i alla kanaler.",
        En: "When a duty ends, the access it gave ends within a minute in every channel.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Kokeiltuja reittejä", Sv: "Prövade vägar", En: "Routes tried"),
        new(Fi: "Yhä avoinna lähtijälle", Sv: "Fortfarande öppna för den som har gått", En: "Still open to the leaver"),
        new(Fi: "Suoran yhteyden sulkeutuminen, sekuntia", Sv: "Liveförbindelsen stängd på sekunder", En: "Seconds until the live stream closed"),
    ];

    public ClaimOwner Owner => ClaimOwner.Security;

    public Task<ClaimFinding> CheckAsync(CancellationToken stop) => trial.RunAsync(async keys =>
    {
        await trial.PassGatesAsync(stop);
        await SeeInsideAsync(keys, stop);

        using var ear = new StreamEar();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var stream = door.AskAsync(new(HttpMethods.Get, "/live", Cookie: keys.Cookie, Body: ear), leaving.Token);
        if (await Task.WhenAny(ear.First, stream, Task.Delay(ToBegin, TimeProvider.System, stop)) != ear.First) throw new TrialException("The live stream did not begin");

        await trial.LapseAsync(stop);
        var left = clock.UtcNow();
        var open = 0;
        foreach (var (route, method) in trial.Routes)
        {
            if (IsOpen(route, await trial.AskAsync(route, method, keys.Cookie, null, stop))) open++;
            if (IsOpen(route, await trial.AskAsync(route, method, null, keys.Token, stop))) open++;
        }

        while (!stream.IsCompleted && clock.UtcNow() - left <= Longest) await Task.WhenAny(stream, Task.Delay(Look, TimeProvider.System, stop));
        var seconds = (long)(clock.UtcNow() - left).TotalSeconds;
        var closed = stream.IsCompleted && seconds <= Longest.TotalSeconds;
        await leaving.CancelAsync();
        return ClaimFinding.Of(open == 0 && closed, trial.Routes.Count, open, seconds);
    }, stop);

    /// <summary>A door that was never open would close for nobody: the session and the token are good until the end.</summary>
    private async Task SeeInsideAsync(TrialKeys keys, CancellationToken stop)
    {
        var page = await door.AskAsync(new(HttpMethods.Get, "/", Cookie: keys.Cookie), stop);
        var program = await door.AskAsync(new(HttpMethods.Get, "/api/v1/me", Authorization: keys.Token), stop);
        if (page is not { Status: StatusCodes.Status200OK, Known: true } || program is not { Status: StatusCodes.Status200OK, Known: true })
            throw new TrialException($"The trial person did not come in: {page.Status}, {program.Status}");
    }

    /// <summary>What is for everybody is open to everybody, but to nobody as the one who has left.</summary>
    private static bool IsOpen(RouteEndpoint route, Answered answer) => answer.Known || (!Trial.IsForVisitors(route) && !Trial.IsClosed(answer.Status));
}
