using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>The words of the log's page.</summary>
internal static class LogText
{
    public static readonly Text Title = new(Fi: "Loki", Sv: "Logg", En: "Audit log");
    public static readonly Text Lead = new(
        Fi: "Kuka on tehnyt mitä, mistä ja milloin; myös epäonnistuneet kirjautumiset ja estetyt teot. Jokaisesta katselusta jää lokimerkintä, jossa näkyy, mitä haettiin.",
        Sv: "Vem som har gjort vad, varifrån och när; också misslyckade inloggningar och nekade handlingar. Varje visning antecknas i loggen med det som söktes.",
        En: "Who has done what, from where and when; failed sign-ins and refusals too. Every view is noted in the log, with what was asked for.");
    public static readonly Text Register = new(Fi: "Rekisteri", Sv: "Register", En: "Register");
    public static readonly Text Limit = new(Fi: "Rajaa", Sv: "Avgränsa", En: "Filter");
    public static readonly Text Find = new(Fi: "Hae", Sv: "Sök", En: "Search");
    public static readonly Text Clear = new(Fi: "Poista rajaukset", Sv: "Ta bort avgränsningarna", En: "Clear filters");
    public static readonly Text From = new(Fi: "Ensimmäinen päivä", Sv: "Första dagen", En: "First day");
    public static readonly Text To = new(Fi: "Viimeinen päivä", Sv: "Sista dagen", En: "Last day");
    public static readonly Text Who = new(Fi: "Henkilön nimi tai käyttäjätunnus", Sv: "Personens namn eller användarnamn", En: "Name or user ID of a person");
    public static readonly Text WhoHelp = new(
        Fi: "Mitä henkilö on tehnyt ja mitä hänelle on tehty. Poistettua ei löydy.", Sv: "Vad personen har gjort och vad som har gjorts med hen. Den som har raderats hittas inte.", En: "What the person did, and what was done to the person. Nobody finds who has been erased.");
    public static readonly Text Deed = new(Fi: "Teko", Sv: "Handling", En: "Deed");
    public static readonly Text DeedHelp = new(
        Fi: "Avain tai sen alku, esimerkiksi access.session tai register.", Sv: "Nyckeln eller dess början, till exempel access.session eller register.", En: "The key or its beginning, for example access.session or register.");
    public static readonly Text Outcome = new(Fi: "Lopputulos", Sv: "Utfall", En: "Outcome");
    public static readonly Text Way = new(Fi: "Kanava", Sv: "Kanal", En: "Channel");
    public static readonly Text Reference = new(Fi: "Viite", Sv: "Referens", En: "Reference");
    public static readonly Text ReferenceHelp = new(
        Fi: "Virhesivun viitenumero; se yhdistää yhden pyynnön merkinnät.", Sv: "Felsidans referensnummer; det förenar en förfrågans poster.", En: "The reference on an error page; it ties together what one request did.");
    public static readonly Text Any = new(Fi: "Kaikki", Sv: "Alla", En: "All");
    public static readonly Text OneSpace = new(Fi: "Vain yksi työtila", Sv: "Bara en arbetsyta", En: "One space only");
    public static readonly Text Entries = new(Fi: "Lokimerkinnät", Sv: "Loggposter", En: "Log entries");
    public static readonly Text When = new(Fi: "Aika", Sv: "Tid", En: "Time");
    public static readonly Text By = new(Fi: "Tekijä", Sv: "Vem", En: "Who");
    public static readonly Text Whom = new(Fi: "Kohde", Sv: "Föremål", En: "To whom or where");
    public static readonly Text Whence = new(Fi: "Mistä", Sv: "Varifrån", En: "From where");
    public static readonly Text Nothing = new(Fi: "Rajaukseen ei osu merkintöjä", Sv: "Inga poster motsvarar avgränsningen", En: "No entries match");
    public static readonly Text NothingLead = new(
        Fi: "Laajenna aikaa tai poista jokin rajaus.", Sv: "Utvidga tiden eller ta bort en avgränsning.", En: "Widen the time, or remove a filter.");
    public static readonly Text Nobody = new(Fi: "Sanoilla ei löytynyt ketään.", Sv: "Orden hittade ingen.", En: "The words found nobody.");
    public static readonly Text More = new(Fi: "Näytä vanhemmat", Sv: "Visa äldre", En: "Show older");
    public static readonly Text FromStart = new(Fi: "Takaisin uusimpiin", Sv: "Tillbaka till de nyaste", En: "Back to the newest");
    public static readonly Text Former = new(Fi: "Poistunut käyttäjä", Sv: "Borttagen användare", En: "Former user");
    public static readonly Text Visitor = new(Fi: "Kirjautumaton", Sv: "Inte inloggad", En: "Not signed in");
    public static readonly Text Hidden = new(Fi: "luottamuksellinen tai poistettu työtila", Sv: "konfidentiell eller borttagen arbetsyta", En: "a confidential or removed space");
    public static readonly Text OnlyThis = new(Fi: "vain tämä työtila", Sv: "bara den här arbetsytan", En: "this space only");

    public static readonly Text Verified = new(Fi: "Lokiketju on tarkistettu", Sv: "Loggkedjan har verifierats", En: "The chain of the log was verified");
    public static readonly Text NeverVerified = new(Fi: "Lokiketjua ei ole vielä tarkistettu.", Sv: "Loggkedjan har inte verifierats ännu.", En: "The chain of the log has not been verified yet.");
    public static readonly Text Holds = new(Fi: "ehjä", Sv: "hel", En: "whole");
    public static readonly Text Broken = new(
        Fi: "Lokiketju on rikki", Sv: "Loggkedjan är bruten", En: "The chain of the log is broken");
    public static readonly Text BrokenWhat = new(
        Fi: "Komento tupa audit verify kertoo, mikä merkintä on ensimmäinen väärä. Älä muuta tietokantaa ennen selvitystä.",
        Sv: "Kommandot tupa audit verify berättar vilken post som är den första felaktiga. Ändra inte databasen före utredningen.",
        En: "The command tupa audit verify names the first entry that is wrong. Change nothing in the database before it has been looked into.");

    public static readonly Text Export = new(Fi: "Vie merkinnät tiedostoon", Sv: "Ta ut posterna i en fil", En: "Take the entries out as a file");
    public static readonly Text ExportHow = new(
        Fi: "JSON-rivit, enintään 100 000 merkintää. Henkilöt ovat lokitunnisteina, ilman nimiä. Viennistä jää merkintä, jonka tietoturvavastaava ja tietosuojavastaava näkevät.",
        Sv: "JSON-rader, högst 100 000 poster. Personerna är loggalias, utan namn. Uttaget antecknas, och säkerhetsansvariga och dataskyddsombudet ser anteckningen.",
        En: "JSON lines, at most 100,000 entries. People are log aliases, without names. The export is put on record, which the security officer and the data protection officer see.");
    public static readonly Text Purpose = new(Fi: "Käyttötarkoitus", Sv: "Ändamål", En: "Purpose");
    public static readonly Text PurposeHelp = new(
        Fi: "Mihin merkintöjä tarvitaan. Älä kirjoita tähän henkilöiden nimiä. Enintään 500 merkkiä.",
        Sv: "Vad posterna behövs till. Skriv inga personnamn här. Högst 500 tecken.",
        En: "What the entries are needed for. Write no names of people here. At most 500 characters.");
    public static readonly Text Take = new(Fi: "Vie merkinnät", Sv: "Ta ut posterna", En: "Take the entries out");
    public static readonly Text Exports = new(Fi: "Lokista viedyt osat", Sv: "Delar som har tagits ut ur loggen", En: "Parts taken out of the log");
    public static readonly Text ExportsLead = new(
        Fi: "Kuka on vienyt lokista osan, milloin, mihin tarkoitukseen ja millä rajauksella. Merkintä säilytetään 5 vuotta (TT-16).",
        Sv: "Vem som har tagit ut en del av loggen, när, för vilket ändamål och med vilken avgränsning. Anteckningen bevaras i 5 år (TT-16).",
        En: "Who took a part of the log out, when, for what purpose and by which filter. The entry is kept for 5 years (TT-16).");
    public static readonly Text NoExports = new(Fi: "Lokista ei ole viety mitään.", Sv: "Ingenting har tagits ut ur loggen.", En: "Nothing has been taken out of the log.");
    public static readonly Text Filter = new(Fi: "Rajaus", Sv: "Avgränsning", En: "Filter");

    public static readonly Text PurposeNeeded = new(
        Fi: "Kirjoita, mihin merkintöjä tarvitaan. Enintään 500 merkkiä.", Sv: "Skriv vad posterna behövs till. Högst 500 tecken.", En: "Write what the entries are needed for. At most 500 characters.");
    public static readonly Text NothingToExport = new(
        Fi: "Rajaukseen ei osu merkintöjä, joten vietävää ei ole.", Sv: "Inga poster motsvarar avgränsningen, så det finns inget att ta ut.", En: "No entries match the filter, so there is nothing to take out.");
    public static readonly Text TooMany = new(
        Fi: "Merkintöjä olisi yli 100 000. Rajaa niitä ensin.", Sv: "Posterna skulle vara över 100 000. Avgränsa dem först.", En: "There would be more than 100,000 entries. Filter them first.");
    public static readonly Text TooOften = new(
        Fi: "Olet vienyt lokista osia jo viidesti tunnin aikana. Odota hetki ennen seuraavaa.",
        Sv: "Du har redan tagit ut delar av loggen fem gånger under den senaste timmen. Vänta en stund före nästa.",
        En: "You have taken out parts of the log five times within the hour. Wait a while before the next.");
    public static readonly Text SentBefore = new(
        Fi: "Tämä lomake on jo lähetetty. Avaa sivu uudelleen, jos tarvitset uuden viennin.",
        Sv: "Det här formuläret har redan skickats. Öppna sidan på nytt om du behöver ett nytt uttag.",
        En: "This form has been sent already. Open the page again if you need a new export.");

    public static Text Of(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Done => new(Fi: "Tehty", Sv: "Gjord", En: "Done"),
        AuditOutcome.Refused => new(Fi: "Estetty", Sv: "Nekad", En: "Refused"),
    };

    public static Text Of(WayIn way) => way switch
    {
        WayIn.Job => new(Fi: "Ajastettu työ", Sv: "Schemalagt arbete", En: "Scheduled work"),
        WayIn.Page => new(Fi: "Sivu", Sv: "Sida", En: "Page"),
        WayIn.Api => new(Fi: "Rajapinta", Sv: "API", En: "API"),
        WayIn.Token => new(Fi: "Rajapinta-avain", Sv: "API-nyckel", En: "API token"),
        WayIn.Scim => new(Fi: "SCIM", Sv: "SCIM", En: "SCIM"),
        WayIn.Command => new(Fi: "Komentorivi", Sv: "Kommandorad", En: "Command line"),
    };

    public static string Days(DateOnly from, DateOnly to) => $"{Say.Day(from)} – {Say.Day(to)}";
}
