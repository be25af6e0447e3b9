using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>No connection beyond what is configured, and all of that within the EU and the EEA (DESIGN, law 10).</summary>
internal sealed class OutboundClaim(Outbound outbound) : IClaimCheck
{
    public string Key => "server.outbound";

    public Text Promise => new(
        Fi: "Palvelu ottaa yhteyttä vain kaupungin nimeämiin palvelimiin, jotka ovat EU:ssa tai Euroopan talousalueella.",
        Sv: "Tjänsten kontaktar bara servrar som staden har namngett och som finns i EU eller Europeiska ekonomiska samarbetsområdet.",
        En: "The service contacts only servers that the city has named, which are in the EU or the European Economic Area.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Nimettyjä palvelimia muualla", Sv: "Namngivna servrar på annat håll", En: "Named servers elsewhere"),
        new(Fi: "Joiden maata ei ole ilmoitettu", Sv: "Vilkas land inte har uppgetts", En: "Whose country is not declared"),
        new(Fi: "EU:n ja ETA:n ulkopuolella", Sv: "Utanför EU och EES", En: "Outside the EU and the EEA"),
        new(Fi: "Estettyjä yhteyksiä muualle käynnistyksen jälkeen", Sv: "Förhindrade andra förbindelser sedan starten", En: "Refused connections to others since the start"),
        new(Fi: "Yhteyksiä nimettyihin palvelimiin käynnistyksen jälkeen", Sv: "Förbindelser till namngivna servrar sedan starten", En: "Connections to named servers since the start"),
    ];

    public ClaimOwner Owner => ClaimOwner.Operation;

    public Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var (undeclared, outside, refused) = (outbound.Undeclared.Count(), outbound.Outside.Count(), outbound.Refused);
        return Task.FromResult(ClaimFinding.Of(undeclared == 0 && outside == 0 && refused == 0, outbound.Away.Count, undeclared, outside, refused, outbound.Made));
    }
}
