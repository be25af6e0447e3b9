using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>No partner without somebody of the staff who answers now, and without an end (DESIGN, law 2).</summary>
internal sealed class PartnersClaim(TupaDb db, TimeProvider clock) : IClaimCheck
{
    public string Key => "register.partners";

    public Text Promise => new(
        Fi: "Jokaisella yhteistyökumppanilla on henkilökunnasta vastuuhenkilö ja päivä, jona pääsy päättyy.",
        Sv: "Varje samarbetspartner har en ansvarsperson i personalen och en dag då åtkomsten upphör.",
        En: "Every partner has a sponsor among the staff, and a day on which access ends.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Kumppaneita, joilla on pääsy", Sv: "Partner med åtkomst", En: "Partners with access"),
        new(Fi: "Ilman vastuuhenkilöä", Sv: "Utan ansvarsperson", En: "Without a sponsor"),
        new(Fi: "Ilman päättymispäivää vuoden sisällä", Sv: "Utan slutdag inom ett år", En: "Without an end within a year"),
    ];

    public ClaimOwner Owner => ClaimOwner.Register;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var limit = Helsinki.EndOf(Helsinki.Day(now).AddMonths(Sponsorship.LongestMonths));
        var partners = Assignment.In(db, now).Where(a => a.Population == Population.Partner);
        var sponsors = Assignment.In(db, now).Where(a => a.Population == Population.Staff);
        var answered = Sponsorship.At(db, now).Where(s => sponsors.Any(a => a.Id == s.SponsorAssignment));
        var alone = await partners.CountAsync(p => !answered.Any(s => s.Assignment == p.Id), stop);
        var endless = await partners.CountAsync(p => p.UntilUtc > limit, stop);
        return ClaimFinding.Of(alone == 0 && endless == 0, await partners.CountAsync(stop), alone, endless);
    }
}
