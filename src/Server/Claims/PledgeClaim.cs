using Tupa.Access;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>Nobody who has not given the pledge sees anything but the own data: somebody comes in who has not, and asks for everything.</summary>
internal sealed class PledgeClaim(Trial trial, TrialAccess access) : IClaimCheck
{
    public string Key => "access.pledges";

    public Text Promise => new(
        Fi: "Palvelun sisältö avautuu henkilökunnalle, luottamushenkilöille ja kumppaneille vasta, kun salassapitositoumus on annettu.",
        Sv: "Tjänstens innehåll öppnas för personal, förtroendevalda och partner först när sekretessförbindelsen har avgetts.",
        En: "The content of the service opens to staff, elected officials and partners only once the secrecy pledge has been given.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Kokeiltuja reittejä", Sv: "Prövade vägar", En: "Routes tried"),
        new(Fi: "Avoinna ilman sitoumusta", Sv: "Öppna utan förbindelse", En: "Open without the pledge"),
        new(Fi: "Käyttäjiä, joilla on salasana", Sv: "Användare med lösenord", En: "Users with a password"),
        new(Fi: "Heistä sitoumuksen antaneita", Sv: "Av dem har avgett förbindelsen", En: "Of them pledged"),
    ];

    public ClaimOwner Owner => ClaimOwner.DataProtection;

    public Task<ClaimFinding> CheckAsync(CancellationToken stop) => trial.RunAsync(async keys =>
    {
        // What is open before the gates is one's own, and is not done to somebody who is nobody.
        var routes = trial.Routes.Where(r => !Trial.IsForVisitors(r.Route) && !Trial.IsBeforeGates(r.Route)).ToList();
        var (open, known) = (0, 0);
        foreach (var (route, method) in routes)
        {
            var answer = await trial.AskAsync(route, method, keys.Cookie, null, stop);
            if (answer.Known) known++;
            if (!Trial.IsClosed(answer.Status)) open++;
            if (!Trial.IsClosed((await trial.AskAsync(route, method, null, keys.Token, stop)).Status)) open++;
        }

        if (known == 0) throw new TrialException("The trial person did not come in");
        var (accounts, pledges) = await access.PledgedAsync(stop);
        return ClaimFinding.Of(open == 0, routes.Count, open, accounts, pledges);
    }, stop);
}
