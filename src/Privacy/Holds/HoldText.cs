using Tupa.Kernel;

namespace Tupa.Privacy;

internal static class HoldText
{
    public static readonly Text Title = new(Fi: "Säilytysvelvoitteet", Sv: "Bevarandeplikter", En: "Legal holds");
    public static readonly Text What = new(
        Fi: "Säilytysvelvoite estää yhden henkilön tietojen poistamisen määräpäivään asti. Pääsy palveluun päättyy silti niin kuin aina.",
        Sv: "En bevarandeplikt hindrar raderingen av en persons uppgifter till en viss dag. Åtkomsten upphör ändå som alltid.",
        En: "A legal hold keeps one person's data from being erased until a day. Access to the service ends all the same.");
    public static readonly Text None = new(Fi: "Yhtään säilytysvelvoitetta ei ole voimassa.", Sv: "Ingen bevarandeplikt är i kraft.", En: "No legal hold is in force.");
    public static readonly Text Place = new(Fi: "Aseta säilytysvelvoite", Sv: "Inför en bevarandeplikt", En: "Place a legal hold");
    public static readonly Text PlaceHow = new(
        Fi: "Velvoite on voimassa heti. Se raukeaa 7 päivässä, ellei toinen henkilö vahvista sitä.",
        Sv: "Plikten gäller genast. Den förfaller på 7 dagar om inte en annan person bekräftar den.",
        En: "The hold is in force at once. It lapses in 7 days unless a second person confirms it.");
    public static readonly Text Whom = new(Fi: "Kenen tietoja se koskee", Sv: "Vems uppgifter det gäller", En: "Whose data");
    public static readonly Text WhomHelp = new(
        Fi: "Käyttäjätunnus tai sähköpostiosoite tarkasti, tai henkilön numero rekisteristä.",
        Sv: "Exakt användarnamn eller e-postadress, eller personens nummer i registret.",
        En: "The exact user ID or e-mail address, or the person's number in the register.");
    public static readonly Text Reason = new(Fi: "Peruste", Sv: "Grund", En: "Reason");
    public static readonly Text ReasonHelp = new(
        Fi: "Laki, asianumero tai pyyntö, johon velvoite perustuu. Älä kirjoita nimiä.",
        Sv: "Den lag, det ärende eller den begäran som plikten grundar sig på. Skriv inga namn.",
        En: "The law, case number or request it stands on. Write no names.");
    public static readonly Text LastDay = new(Fi: "Viimeinen päivä", Sv: "Sista dag", En: "Last day");
    public static readonly Text Confirm = new(Fi: "Vahvista", Sv: "Bekräfta", En: "Confirm");
    public static readonly Text End = new(Fi: "Päätä", Sv: "Avsluta", En: "End");
    public static readonly Text AskEnd = new(Fi: "Ehdota päättämistä", Sv: "Föreslå att den avslutas", En: "Propose to end it");

    public static readonly Text ReasonNeeded = new(
        Fi: "Kirjoita peruste, enintään 500 merkkiä.", Sv: "Ange grunden, högst 500 tecken.", En: "Write the reason, at most 500 characters.");
    public static readonly Text BadDay = new(
        Fi: "Valitse viimeinen päivä tästä päivästä enintään 24 kuukauden päähän.",
        Sv: "Välj en sista dag från i dag till högst 24 månader framåt.",
        En: "Choose a last day from today to at most 24 months ahead.");
    public static readonly Text NotFound = new(
        Fi: "Tunnuksella, osoitteella tai numerolla ei löydy yhtä henkilöä.",
        Sv: "Ingen enskild person hittas med användarnamnet, adressen eller numret.",
        En: "That user ID, address or number is not one person's.");
    public static readonly Text NotOneself = new(
        Fi: "Itseään koskevan velvoitteen asettaa joku muu.", Sv: "En bevarandeplikt som gäller en själv införs av någon annan.", En: "A hold on oneself is placed by somebody else.");
    public static readonly Text SecondPerson = new(
        Fi: "Tähän tarvitaan toinen henkilö.", Sv: "Det här kräver en annan person.", En: "This takes a second person.");

    public static Text Number(LegalHoldId id)
    {
        var number = id.Value.ToString("n")[^8..];
        return new(Fi: $"nro {number}", Sv: $"nr {number}", En: $"no. {number}");
    }

    public static Text Until(HoldRow hold)
    {
        var (day, lapses) = (Say.Day(hold.LastDay), Say.Day(hold.UntilUtc));
        return (hold.Confirmed, hold.EndAsked) switch
        {
            (false, _) => new(Fi: $"{day} asti, raukeaa {lapses} ilman vahvistusta", Sv: $"till och med {day}, förfaller {lapses} utan bekräftelse", En: $"until {day}, lapses {lapses} unless confirmed"),
            (true, true) => new(Fi: $"{day} asti, päättämistä on ehdotettu", Sv: $"till och med {day}, det har föreslagits att den avslutas", En: $"until {day}, its end has been proposed"),
            (true, false) => new(Fi: $"{day} asti, vahvistettu", Sv: $"till och med {day}, bekräftad", En: $"until {day}, confirmed"),
        };
    }

    public static Text EndFor(HoldRow hold) => hold.Confirmed && !hold.EndAsked ? AskEnd : End;
}
