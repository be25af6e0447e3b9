using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>The words of spaces: what they are, and what is asked when one is founded or changed.</summary>
internal static class SpaceText
{
    public static readonly Text Spaces = new(Fi: "Työtilat", Sv: "Arbetsytor", En: "Spaces");
    public static readonly Text Lead = new(Fi: "Tilat, joissa olet, ja tilat, joihin voit liittyä.", Sv: "Arbetsytor du är med i och sådana du kan gå med i.", En: "The spaces you are in, and those you can join.");
    public static readonly Text Mine = new(Fi: "Omat tilat", Sv: "Egna arbetsytor", En: "My spaces");
    public static readonly Text Open = new(Fi: "Avoimet tilat", Sv: "Öppna arbetsytor", En: "Open spaces");
    public static readonly Text Closed = new(Fi: "Suljetut tilat", Sv: "Stängda arbetsytor", En: "Closed spaces");
    public static readonly Text FindOpen = new(Fi: "Hae avoimista tiloista", Sv: "Sök bland öppna arbetsytor", En: "Search open spaces");
    public static readonly Text Find = new(Fi: "Hae", Sv: "Sök", En: "Search");
    public static readonly Text NoneOpen = new(Fi: "Avoimia tiloja ei löytynyt.", Sv: "Inga öppna arbetsytor hittades.", En: "No open spaces were found.");
    public static readonly Text NoneMine = new(Fi: "Et ole vielä missään tilassa.", Sv: "Du är inte med i någon arbetsyta än.", En: "You are not in any space yet.");
    public static readonly Text MoreOpen = new(Fi: "Tiloja on enemmän kuin tähän mahtuu. Tarkenna hakua.", Sv: "Det finns fler arbetsytor än vad som ryms här. Precisera sökningen.", En: "There are more spaces than fit here. Narrow the search.");
    public static readonly Text Found = new(Fi: "Perusta työtila", Sv: "Skapa en arbetsyta", En: "Found a space");
    public static readonly Text FoundLead = new(Fi: "Tila tarvitsee tarkoituksen, kaksi hoitajaa ja säilytysluokan.", Sv: "En arbetsyta behöver ett ändamål, två ansvariga och en bevaringsklass.", En: "A space needs a purpose, two stewards and a retention class.");
    public static readonly Text FoundIt = new(Fi: "Perusta tila", Sv: "Skapa arbetsytan", En: "Found the space");
    public static readonly Text Cancel = new(Fi: "Peruuta", Sv: "Avbryt", En: "Cancel");
    public static readonly Text Save = new(Fi: "Tallenna muutokset", Sv: "Spara ändringarna", En: "Save the changes");

    public static readonly Text Name = new(Fi: "Tilan nimi", Sv: "Arbetsytans namn", En: "Name of the space");
    public static readonly Text Purpose = new(Fi: "Tarkoitus", Sv: "Ändamål", En: "Purpose");
    public static readonly Text PurposeHelp = new(Fi: "Yksi tai kaksi lausetta. Jokainen jäsen näkee tämän.", Sv: "En eller två meningar. Alla medlemmar ser det här.", En: "One or two sentences. Every member sees this.");
    public static readonly Text Description = new(Fi: "Kuvaus", Sv: "Beskrivning", En: "Description");
    public static readonly Text Unit = new(Fi: "Yksikkö", Sv: "Enhet", En: "Unit");
    public static readonly Text UnitHelp = new(Fi: "Yksikön esihenkilö hoitaa tilaa, jos siltä puuttuu tilanhoitaja.", Sv: "Enhetens chef ansvarar för arbetsytan om den saknar ansvarig.", En: "The head of the unit keeps the space if it has no steward.");
    public static readonly Text Deputies = new(Fi: "Varajäsenet", Sv: "Ersättare", En: "Deputies");
    public static readonly Text DeputiesHelp = new(
        Fi: "Koskee toimielimiä ja muita ryhmiä, joilla on varajäseniä. Sijaistavan varajäsenen voi aina lisätä nimeltä.",
        Sv: "Gäller organ och andra grupper som har ersättare. En ersättare som tjänstgör kan alltid läggas till vid namn.",
        En: "For decision-making bodies and other groups that have deputies. A deputy who stands in can always be added by name.");
    public static readonly Text DeputiesAlways = new(Fi: "Mukana aina", Sv: "Alltid med", En: "Always in");
    public static readonly Text DeputiesStandingIn = new(Fi: "Mukana vain sijaistaessaan", Sv: "Med bara när de ersätter någon", En: "In only while they stand in");
    public static readonly Text Confidentiality = new(Fi: "Luottamuksellisuus", Sv: "Konfidentialitet", En: "Confidentiality");
    public static readonly Text RetentionClass = new(Fi: "Säilytysluokka", Sv: "Bevaringsklass", En: "Retention class");
    public static readonly Text Steward = new(Fi: "Tilanhoitaja", Sv: "Ansvarig för arbetsytan", En: "Steward");
    public static readonly Text SecondSteward = new(Fi: "Toinen tilanhoitaja", Sv: "Den andra ansvariga", En: "Second steward");
    public static readonly Text Stewards = new(Fi: "Tilanhoitajat", Sv: "Ansvariga", En: "Stewards");
    public static readonly Text PersonHelp = new(Fi: "Kirjoita nimi tai käyttäjätunnus.", Sv: "Skriv namn eller användarnamn.", En: "Type a name or a user ID.");
    public static readonly Text OpenChoice = new(Fi: "Avoin: koko henkilöstö näkee", Sv: "Öppen: hela personalen ser", En: "Open: all staff see it");
    public static readonly Text MembersChoice = new(Fi: "Vain jäsenet", Sv: "Endast medlemmar", En: "Members only");
    public static readonly Text ConfidentialChoice = new(Fi: "Luottamuksellinen: muut eivät tiedä tilan olemassaolosta", Sv: "Konfidentiell: andra vet inte att arbetsytan finns", En: "Confidential: others do not know that the space exists");
    public static readonly Text OpenChip = new(Fi: "Avoin henkilöstölle", Sv: "Öppen för personalen", En: "Open to staff");
    public static readonly Text MembersChip = new(Fi: "Vain jäsenet", Sv: "Endast medlemmar", En: "Members only");
    public static readonly Text ConfidentialChip = new(Fi: "Luottamuksellinen", Sv: "Konfidentiell", En: "Confidential");
    public static readonly Text ClosedChip = new(Fi: "Suljettu", Sv: "Stängd", En: "Closed");

    public static readonly Text NameNeeded = new(Fi: "Anna tilalle nimi.", Sv: "Ge arbetsytan ett namn.", En: "Give the space a name.");
    public static readonly Text PurposeNeeded = new(Fi: "Kerro, mitä varten tila on. Pari sanaa ei riitä.", Sv: "Berätta vad arbetsytan är till för. Ett par ord räcker inte.", En: "Say what the space is for. A word or two is not enough.");
    public static readonly Text UnitNeeded = new(Fi: "Valitse yksikkö.", Sv: "Välj enhet.", En: "Choose a unit.");
    public static readonly Text RetentionNeeded = new(Fi: "Valitse säilytysluokka.", Sv: "Välj bevaringsklass.", En: "Choose a retention class.");
    public static readonly Text ConfidentialityNeeded = new(Fi: "Valitse, kuka tilasta tietää.", Sv: "Välj vem som får veta om arbetsytan.", En: "Choose who may know of the space.");
    public static readonly Text StewardNeeded = new(Fi: "Lisää tilanhoitaja.", Sv: "Lägg till en ansvarig.", En: "Add a steward.");
    public static readonly Text SecondNeeded = new(Fi: "Lisää toinen tilanhoitaja, niin tila ei jää yhden varaan.", Sv: "Lägg till en andra ansvarig, så att arbetsytan inte vilar på en person.", En: "Add a second steward, so that the space does not rest on one person.");
    public static readonly Text SameTwice = new(Fi: "Valitse toiseksi tilanhoitajaksi joku muu.", Sv: "Välj någon annan som den andra ansvariga.", En: "Choose somebody else as the second steward.");
    public static readonly Text StewardIsStaff = new(Fi: "Tilanhoitajan on kuuluttava henkilökuntaan.", Sv: "Den ansvariga ska höra till personalen.", En: "A steward must be a member of staff.");
    public static readonly Text OnlyStaffFound = new(Fi: "Työtilan voi perustaa henkilökunta.", Sv: "Personalen kan skapa arbetsytor.", En: "Members of staff can found a space.");
    public static readonly Text NotYours = new(Fi: "Vain tilanhoitaja voi tehdä tämän.", Sv: "Bara den ansvariga för arbetsytan kan göra det här.", En: "Only a steward of the space can do this.");
    public static readonly Text IsClosed = new(Fi: "Tila on suljettu. Tilanhoitaja voi avata sen uudelleen.", Sv: "Arbetsytan är stängd. Den ansvariga kan öppna den igen.", En: "The space is closed. A steward can reopen it.");

    public static readonly Text Settings = new(Fi: "Tilan asetukset", Sv: "Arbetsytans inställningar", En: "Settings of the space");
    public static readonly Text Parts = new(Fi: "Tilan osat", Sv: "Arbetsytans delar", En: "Parts of the space");
    public static readonly Text Posts = new(Fi: "Julkaisut", Sv: "Inlägg", En: "Posts");
    public static readonly Text Members = new(Fi: "Jäsenet", Sv: "Medlemmar", En: "Members");
    public static readonly Text Details = new(Fi: "Tietoja", Sv: "Uppgifter", En: "About");
    public static readonly Text Outsiders = new(Fi: "Kaupungin ulkopuolelta", Sv: "Utanför staden", En: "From outside the city");
    public static readonly Text WhyMine = new(Fi: "Miksi näen tämän?", Sv: "Varför ser jag det här?", En: "Why do I see this?");
    public static readonly Text ShowWhy = new(Fi: "Näytä perusteet", Sv: "Visa grunderna", En: "Show the reasons");
    public static readonly Text SecondMissing = new(Fi: "Toinen tilanhoitaja puuttuu", Sv: "Den andra ansvariga saknas", En: "The second steward is missing");
    public static readonly Text Retention = new(Fi: "Säilytys", Sv: "Bevarande", En: "Retention");
    public static readonly Text OpenedAt = new(Fi: "Perustettu", Sv: "Skapad", En: "Founded");
    public static readonly Text ClosedAt = new(Fi: "Suljettu", Sv: "Stängd", En: "Closed");
    public static readonly Text Close = new(Fi: "Sulje tila", Sv: "Stäng arbetsytan", En: "Close the space");
    public static readonly Text CloseHelp = new(Fi: "Suljettua tilaa voi lukea, mutta siihen ei voi kirjoittaa. Tilanhoitaja voi avata sen uudelleen.", Sv: "En stängd arbetsyta kan läsas, men man kan inte skriva i den. Den ansvariga kan öppna den igen.", En: "A closed space can be read but not written in. A steward can reopen it.");
    public static readonly Text Reopen = new(Fi: "Avaa tila uudelleen", Sv: "Öppna arbetsytan igen", En: "Reopen the space");
    public static readonly Text Join = new(Fi: "Liity tilaan", Sv: "Gå med i arbetsytan", En: "Join the space");
    public static readonly Text Leave = new(Fi: "Poistu tilasta", Sv: "Lämna arbetsytan", En: "Leave the space");
    public static readonly Text EmptyTitle = new(Fi: "Tuli on sytytetty, väki puuttuu", Sv: "Elden är tänd, folket saknas", En: "The fire is lit, the people are missing");
    public static readonly Text EmptyLead = new(Fi: "Täällä ei ole vielä julkaisuja. Kun kirjoitat ensimmäisen, näet ennen julkaisua, kuka sen näkee.", Sv: "Här finns inga inlägg än. När du skriver det första ser du före publiceringen vem som ser det.", En: "There are no posts here yet. When you write the first, you see before publishing who will see it.");
    public static readonly Text AddMembers = new(Fi: "Lisää jäseniä", Sv: "Lägg till medlemmar", En: "Add members");
    public static readonly Text AccessNow = new(Fi: "Kenellä on pääsy", Sv: "Vem har åtkomst", En: "Who has access");
    public static readonly Text Reports = new(Fi: "Ilmoitukset sisällöstä", Sv: "Anmälningar om innehåll", En: "Reports of content");
    public static readonly Text FormerMentions = new(Fi: "Maininnat poistuneista", Sv: "Omnämnanden av dem som har lämnat", En: "Mentions of former users");

    public static Text ChipOf(Confidentiality confidentiality) => confidentiality switch
    {
        Tupa.Spaces.Confidentiality.Open => OpenChip,
        Tupa.Spaces.Confidentiality.Members => MembersChip,
        Tupa.Spaces.Confidentiality.Confidential => ConfidentialChip,
        _ => throw new ArgumentOutOfRangeException(nameof(confidentiality)),
    };

    public static Text MembersCount(int n) => Text.Count(n,
        one: new(Fi: "1 jäsen", Sv: "1 medlem", En: "1 member"),
        other: new(Fi: "{n} jäsentä", Sv: "{n} medlemmar", En: "{n} members"));

    public static Text People(int n) => Text.Count(n,
        one: new(Fi: "1 henkilö", Sv: "1 person", En: "1 person"),
        other: new(Fi: "{n} henkilöä", Sv: "{n} personer", En: "{n} people"));

    public static Text New(int n) => Text.Count(n,
        one: new(Fi: "1 uusi", Sv: "1 ny", En: "1 new"),
        other: new(Fi: "{n} uutta", Sv: "{n} nya", En: "{n} new"));

    public static Text Kept(Text period, Text start) => new(
        Fi: $"Säilytetään {period.Fi} {start.Fi}", Sv: $"Bevaras {period.Sv} från {start.Sv}", En: $"Kept for {period.En} from {start.En}");

    public static Text TooLong(int most) => new(
        Fi: $"Enintään {most} merkkiä.", Sv: $"Högst {most} tecken.", En: $"At most {most} characters.");
}
