using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words for powers over the house.</summary>
public static class AuthorityText
{
    public static readonly Text HasOperator = new(
        Fi: "Talossa on jo ylläpitäjä. Hän antaa valtuudet muille.",
        Sv: "Huset har redan en operatör, som ger andra deras befogenheter.",
        En: "The house has an operator already, who grants authorities to others.");

    public static Text Of(AuthorityKind kind) => kind switch
    {
        AuthorityKind.RegisterAdministrator => new(Fi: "Rekisterin pääkäyttäjä", Sv: "Registrets huvudanvändare", En: "Register administrator"),
        AuthorityKind.SourceSteward => new(Fi: "Lähteen hoitaja", Sv: "Källans ansvariga", En: "Source steward"),
        AuthorityKind.DataProtectionOfficer => new(Fi: "Tietosuojavastaava", Sv: "Dataskyddsombud", En: "Data protection officer"),
        AuthorityKind.SecurityOfficer => new(Fi: "Tietoturvavastaava", Sv: "Informationssäkerhetsansvarig", En: "Security officer"),
        AuthorityKind.Operator => new(Fi: "Ylläpitäjä", Sv: "Operatör", En: "Operator"),
    };

    internal static Text ScopeOf(AuthorityKind kind, string scope) => (kind, scope) switch
    {
        (_, "A") => RegisterA,
        (_, "B") => RegisterB,
        _ => Enum.TryParse<Source>(scope, out var source) ? SourceText.Of(source) : new(Fi: scope, Sv: scope, En: scope),
    };

    internal static readonly Text RegisterA = new(
        Fi: "Henkilökunta, luottamushenkilöt ja kumppanit", Sv: "Personal, förtroendevalda och partner", En: "Staff, elected officials and partners");
    internal static readonly Text RegisterB = new(Fi: "Opetuspalvelut", Sv: "Undervisningstjänster", En: "Education services");

    internal static Text Until(DateTime utc)
    {
        var day = Say.Day(utc.AddTicks(-1));
        return new(Fi: $"{day} asti", Sv: $"till och med {day}", En: $"until {day}");
    }

    internal static readonly Text Title = new(Fi: "Rekisteri", Sv: "Registret", En: "The register");
    internal static readonly Text Lead = new(
        Fi: "Kuinka monta ihmistä rekisterissä on ja kenellä on valtuuksia. Sisältöä täältä ei lueta.",
        Sv: "Hur många personer som finns i registret och vem som har befogenheter. Innehåll läses inte här.",
        En: "How many people the register holds, and who has authorities. No content is read here.");
    internal static readonly Text Populations = new(Fi: "Rekisteröidyt", Sv: "Registrerade", En: "Data subjects");
    internal static readonly Text PopulationsNow = new(Fi: "Henkilöt, joilla on tehtävä nyt", Sv: "Personer som har en uppgift nu", En: "People who have a duty now");
    internal static readonly Text Shielded = new(Fi: "Turvakielto", Sv: "Spärrmarkering", En: "Shielded");
    internal static readonly Text UnderFive = new(Fi: "alle 5", Sv: "under 5", En: "under 5");
    internal static readonly Text Holders = new(Fi: "Valtuudet", Sv: "Befogenheter", En: "Authorities");
    internal static readonly Text Nobody = new(Fi: "Kenelläkään ei ole valtuuksia.", Sv: "Ingen har befogenheter.", En: "Nobody holds an authority.");
    internal static readonly Text End = new(Fi: "Päätä valtuus", Sv: "Avsluta befogenheten", En: "End the authority");
    internal static readonly Text Grant = new(Fi: "Myönnä valtuus", Sv: "Bevilja befogenhet", En: "Grant an authority");
    internal static readonly Text GrantHow = new(
        Fi: "Valtuuden myöntää toinen henkilö, aina määräajaksi ja enintään vuodeksi. Sen käyttö vaatii monivaiheisen tunnistautumisen.",
        Sv: "En befogenhet beviljas av en annan person, alltid för viss tid och högst ett år. Den kräver multifaktorautentisering.",
        En: "An authority is granted by a second person, always with an end and for at most a year. Using it needs a second factor.");
    internal static readonly Text UserId = new(Fi: "Käyttäjätunnus", Sv: "Användarnamn", En: "User ID");
    internal static readonly Text Kind = new(Fi: "Valtuus", Sv: "Befogenhet", En: "Authority");
    internal static readonly Text Scope = new(Fi: "Rekisteri tai lähde", Sv: "Register eller källa", En: "Register or source");
    internal static readonly Text NoScope = new(Fi: "Ei rajausta", Sv: "Ingen avgränsning", En: "No limit");
    internal static readonly Text LastDay = new(Fi: "Viimeinen päivä", Sv: "Sista dag", En: "Last day");

    internal static readonly Text NotYours = new(
        Fi: "Sinulla ei ole valtuutta tähän.", Sv: "Du har inte befogenhet till det här.", En: "You do not have the authority for this.");
    internal static readonly Text NotToOneself = new(
        Fi: "Valtuuden myöntää toinen henkilö. Pyydä sitä toiselta valtuuden haltijalta.",
        Sv: "En befogenhet beviljas av en annan person. Be en annan innehavare om det.",
        En: "An authority is granted by a second person. Ask another holder.");
    internal static readonly Text NotFound = new(
        Fi: "Tunnuksella ei löydy henkilöstöön kuuluvaa, jolla on voimassa oleva tehtävä.",
        Sv: "Ingen i personalen med en gällande uppgift har det användarnamnet.",
        En: "No member of staff with a current duty has that user ID.");
    internal static readonly Text BadDay = new(
        Fi: "Valitse viimeinen päivä tästä päivästä enintään vuoden päähän.",
        Sv: "Välj en sista dag från i dag till högst ett år framåt.",
        En: "Choose a last day from today to at most a year ahead.");
    internal static readonly Text BadScope = new(
        Fi: "Rekisterin pääkäyttäjä tarvitsee rekisterin ja lähteen hoitaja lähteen; muilla ei ole rajausta.",
        Sv: "Registrets huvudanvändare behöver ett register och källans ansvariga en källa; de andra har ingen avgränsning.",
        En: "A register administrator needs a register and a source steward a source; the others have no limit.");
    internal static readonly Text OperatorThere = new(
        Fi: "Talossa on jo ylläpitäjä. Hän myöntää valtuudet sivulla /register.",
        Sv: "Huset har redan en operatör, som beviljar befogenheter på sidan /register.",
        En: "The house has an operator already, who grants authorities at /register.");
    internal static readonly Text LastOperator = new(
        Fi: "Viimeistä ylläpitäjää ei voi päättää. Myönnä valtuus ensin toiselle.",
        Sv: "Den sista operatören kan inte avslutas. Bevilja först någon annan befogenheten.",
        En: "The last operator cannot be ended. Grant the authority to somebody else first.");
}
