using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>The words of who is in a space, in what role, because of what, until when.</summary>
internal static class MemberText
{
    public static readonly Text Groups = new(Fi: "Ryhmät", Sv: "Grupper", En: "Groups");
    public static readonly Text People = new(Fi: "Henkilöt", Sv: "Personer", En: "People");
    public static readonly Text AddGroup = new(Fi: "Lisää ryhmä", Sv: "Lägg till en grupp", En: "Add a group");
    public static readonly Text AddPerson = new(Fi: "Lisää henkilö", Sv: "Lägg till en person", En: "Add a person");
    public static readonly Text Group = new(Fi: "Ryhmä", Sv: "Grupp", En: "Group");
    public static readonly Text Person = new(Fi: "Henkilö", Sv: "Person", En: "Person");
    public static readonly Text GroupHelp = new(Fi: "Kirjoita nimen alku, esimerkiksi luokan tai yksikön.", Sv: "Skriv början av namnet, till exempel på en klass eller enhet.", En: "Type the beginning of the name, for example of a class or a unit.");
    public static readonly Text FindGroup = new(Fi: "Hae ryhmiä", Sv: "Sök grupper", En: "Find groups");
    public static readonly Text Role = new(Fi: "Rooli", Sv: "Roll", En: "Role");
    public static readonly Text Until = new(Fi: "Pääsy päättyy", Sv: "Åtkomsten upphör", En: "Access ends");
    public static readonly Text UntilHelp = new(Fi: "Viimeinen päivä, enintään 12 kuukauden päästä.", Sv: "Sista dagen, högst 12 månader framåt.", En: "The last day, at most 12 months ahead.");
    public static readonly Text SignInCodes = new(Fi: "Kertakoodit", Sv: "Engångskoder", En: "One-time codes");
    public static readonly Text Change = new(Fi: "Muuta", Sv: "Ändra", En: "Change");
    public static readonly Text ChangeRole = new(Fi: "Vaihda rooli", Sv: "Byt roll", En: "Change the role");
    public static readonly Text Remove = new(Fi: "Poista tilasta", Sv: "Ta bort från arbetsytan", En: "Remove from the space");
    public static readonly Text Reader = new(Fi: "lukija", Sv: "läsare", En: "reader");
    public static readonly Text Contributor = new(Fi: "kirjoittaja", Sv: "skribent", En: "contributor");
    public static readonly Text Editor = new(Fi: "muokkaaja", Sv: "redigerare", En: "editor");
    public static readonly Text Steward = new(Fi: "tilanhoitaja", Sv: "ansvarig", En: "steward");
    public static readonly Text ByGrant = new(Fi: "annettu oikeus", Sv: "beviljad rätt", En: "granted");
    public static readonly Text ByAssignment = new(Fi: "tehtävän perusteella", Sv: "på grund av uppgift", En: "by duty");
    public static readonly Text ByInclusion = new(Fi: "ryhmä on tilassa", Sv: "gruppen är med i arbetsytan", En: "the group is in the space");
    public static readonly Text ByOpen = new(Fi: "tila on avoin henkilöstölle", Sv: "arbetsytan är öppen för personalen", En: "the space is open to staff");
    public static readonly Text ByHead = new(Fi: "tilalla ei ole muuta tilanhoitajaa", Sv: "arbetsytan har ingen annan ansvarig", En: "the space has no other steward");
    public static readonly Text Unseen = new(Fi: "Henkilö, jonka nimeä et näe", Sv: "En person vars namn du inte ser", En: "A person whose name you do not see");
    public static readonly Text NobodyGranted = new(Fi: "Kukaan ei ole tilassa yksin, vaan ryhmänsä kautta.", Sv: "Ingen är med för sig själv, utan genom sin grupp.", En: "Nobody is in the space alone but through a group.");
    public static readonly Text NoGroups = new(Fi: "Tilassa ei ole ryhmiä.", Sv: "Inga grupper är med i arbetsytan.", En: "No groups are in the space.");
    public static readonly Text NextPage = new(Fi: "Seuraavat", Sv: "Nästa", En: "Next");
    public static readonly Text WhoNow = new(Fi: "Kenellä on pääsy nyt tai oli tiettynä päivänä", Sv: "Vem har åtkomst nu eller hade en viss dag", En: "Who has access now or had on a given day");

    public static readonly Text PersonNeeded = new(Fi: "Kirjoita, kenet lisäät.", Sv: "Skriv vem du lägger till.", En: "Type whom you add.");
    public static readonly Text PersonUnknown = new(Fi: "Nimellä ei löytynyt ketään. Tarkista nimi tai kirjoita käyttäjätunnus.", Sv: "Ingen hittades med namnet. Kontrollera namnet eller skriv användarnamnet.", En: "Nobody was found by that name. Check the name or type the user ID.");
    public static readonly Text PersonMany = new(Fi: "Nimellä löytyi useita. Valitse yksi.", Sv: "Flera hittades med namnet. Välj en.", En: "Several were found by that name. Choose one.");
    public static readonly Text Which = new(Fi: "Kuka heistä?", Sv: "Vem av dem?", En: "Which of them?");
    public static readonly Text GroupNeeded = new(Fi: "Valitse ryhmä.", Sv: "Välj en grupp.", En: "Choose a group.");
    public static readonly Text UntilNeeded = new(Fi: "Anna päivä, jona pääsy päättyy.", Sv: "Ange dagen då åtkomsten upphör.", En: "Give the day on which the access ends.");
    public static readonly Text UntilPast = new(Fi: "Päivän on oltava tänään tai myöhemmin.", Sv: "Dagen ska vara i dag eller senare.", En: "The day must be today or later.");
    public static readonly Text NotInSpace = new(Fi: "Tätä jäsentä ei enää ole tilassa.", Sv: "Den här medlemmen finns inte längre i arbetsytan.", En: "This member is no longer in the space.");
    public static readonly Text LastSteward = new(
        Fi: "Tila jäisi ilman tilanhoitajaa. Lisää ensin toinen tilanhoitaja.",
        Sv: "Arbetsytan skulle bli utan ansvarig. Lägg först till en annan ansvarig.",
        En: "The space would be left without a steward. Add another steward first.");
    public static readonly Text GroupNoSteward = new(
        Fi: "Ryhmä ei voi hoitaa tilaa. Valitse tilanhoitajaksi henkilö.",
        Sv: "En grupp kan inte ansvara för arbetsytan. Välj en person som ansvarig.",
        En: "A group cannot keep a space. Choose a person as the steward.");
    public static readonly Text NotOpen = new(Fi: "Tähän tilaan pääsee vain tilanhoitajan lisäämänä.", Sv: "Till den här arbetsytan kommer man bara om den ansvariga lägger till en.", En: "Only a steward can add people to this space.");
    public static readonly Text ThroughGroup = new(
        Fi: "Olet tilassa ryhmäsi kautta, joten et voi poistua yksin. Kysy tilanhoitajalta.",
        Sv: "Du är med genom din grupp, så du kan inte lämna ensam. Fråga den ansvariga.",
        En: "You are in the space through your group, so you cannot leave alone. Ask a steward.");

    public static Text Of(SpaceRole role) => role switch
    {
        SpaceRole.Reader => Reader,
        SpaceRole.Contributor => Contributor,
        SpaceRole.Editor => Editor,
        SpaceRole.Steward => Steward,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static Text Of(Because because) => because switch
    {
        Because.Assignment => ByAssignment,
        Because.Grant => ByGrant,
        Because.Inclusion => ByInclusion,
        Because.Open => ByOpen,
        Because.Head => ByHead,
        _ => throw new ArgumentOutOfRangeException(nameof(because)),
    };

    public static Text UntilLatest(DateOnly day) => new(
        Fi: $"Pääsy voi kestää enintään vuoden. Valitse päivä viimeistään {Say.Day(day)}.",
        Sv: $"Åtkomsten kan gälla högst ett år. Välj en dag senast {Say.Day(day)}.",
        En: $"Access can last at most a year. Choose a day by {Say.Day(day)}.");

    public static Text LastDay(DateTime untilUtc) => new(
        Fi: $"{Last(untilUtc)} asti", Sv: $"till {Last(untilUtc)}", En: $"until {Last(untilUtc)}");

    // A window is half-open: what ends at midnight was in force on the day before.
    private static string Last(DateTime untilUtc) => Say.Day(untilUtc.AddTicks(-1));
}
