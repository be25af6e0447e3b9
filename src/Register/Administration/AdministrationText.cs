using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words of the doors on the register's front page.</summary>
internal static class AdministrationText
{
    public static readonly Text Work = new(Fi: "Rekisterin hoito", Sv: "Skötseln av registret", En: "Looking after the register");
    public static readonly Text PeopleWhat = new(
        Fi: "Haku, rajaukset ja jokaisen koko aikajana.", Sv: "Sökning, avgränsningar och vars och ens hela tidslinje.", En: "Search, filters, and everyone's whole timeline.");
    public static readonly Text NoRun = new(Fi: "Yhtään tietoerää ei ole käsitelty.", Sv: "Ingen databatch har behandlats.", En: "No batch has been processed.");
    public static readonly Text LastRun = new(Fi: "Viimeisin tietoerä käsitelty", Sv: "Senaste databatch behandlad", En: "Last batch processed");
    public static readonly Text DisclosuresWhat = new(
        Fi: "Kuka on vienyt luetteloita ja mihin tarkoitukseen.", Sv: "Vem som har tagit ut listor och för vilket ändamål.", En: "Who has taken lists out, and for what purpose.");

    public static Text Waiting(int batches) => Text.Count(
        batches, one: new(Fi: "1 tietoerä odottaa hyväksymistä", Sv: "1 databatch väntar på godkännande", En: "1 batch waits for approval"),
        other: new(Fi: "{n} tietoerää odottaa hyväksymistä", Sv: "{n} databatchar väntar på godkännande", En: "{n} batches wait for approval"));

    public static Text Proposals(int proposals) => Text.Count(
        proposals, one: new(Fi: "1 ehdotus odottaa sinua", Sv: "1 förslag väntar på dig", En: "1 proposal waits for you"),
        other: new(Fi: "{n} ehdotusta odottaa sinua", Sv: "{n} förslag väntar på dig", En: "{n} proposals wait for you"));

    public static Text Ends(int ends) => ends > RegisteredQueries.MostCounted
        ? new(Fi: "Yli 1 000 päättyy 60 päivän kuluessa", Sv: "Över 1 000 upphör inom 60 dagar", En: "More than 1,000 end within 60 days")
        : Text.Count(
            ends, one: new(Fi: "1 päättyy 60 päivän kuluessa", Sv: "1 upphör inom 60 dagar", En: "1 ends within 60 days"),
            other: new(Fi: "{n} päättyy 60 päivän kuluessa", Sv: "{n} upphör inom 60 dagar", En: "{n} end within 60 days"));

    public static Text Erased(int people) => Text.Count(
        people, one: new(Fi: "1 poistettu 30 päivän aikana", Sv: "1 raderad under 30 dagar", En: "1 erased within the last 30 days"),
        other: new(Fi: "{n} poistettu 30 päivän aikana", Sv: "{n} raderade under 30 dagar", En: "{n} erased within the last 30 days"));

    public static Text Due(int people) => Text.Count(
        people, one: new(Fi: "1 poistetaan 30 päivän kuluessa", Sv: "1 raderas inom 30 dagar", En: "1 to be erased within 30 days"),
        other: new(Fi: "{n} poistetaan 30 päivän kuluessa", Sv: "{n} raderas inom 30 dagar", En: "{n} to be erased within 30 days"));

    public static readonly Text Log = new(Fi: "Loki", Sv: "Logg", En: "Audit log");
    public static readonly Text LogWhat = new(
        Fi: "Kuka on tehnyt mitä, mistä ja milloin.", Sv: "Vem som har gjort vad, varifrån och när.", En: "Who has done what, from where and when.");

    public static readonly Text Claims = new(Fi: "Selosteen lupaukset", Sv: "Beskrivningens löften", En: "Promises of the statement");
    public static readonly Text ClaimsWhat = new(
        Fi: "Mitä tietosuojaseloste lupaa, ja pitääkö se.", Sv: "Vad dataskyddsbeskrivningen lovar, och om det håller.", En: "What the privacy statement promises, and whether it is kept.");

    public static readonly Text Erasures = new(Fi: "Poistot", Sv: "Raderingar", En: "Erasures");
}
