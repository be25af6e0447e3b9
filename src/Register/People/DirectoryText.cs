using Tupa.Kernel;

namespace Tupa.Register;

internal static class DirectoryText
{
    public static readonly Text Title = new(Fi: "Ihmiset", Sv: "Personer", En: "People");
    public static readonly Text Lead = new(
        Fi: "Kaupungin henkilöstö ja luottamushenkilöt sekä ne oppilaat ja kumppanit, joiden kanssa sinulla on yhteinen ryhmä.",
        Sv: "Stadens personal och förtroendevalda samt de elever och partner som du delar en grupp med.",
        En: "The city's staff and elected officials, and those pupils and partners you share a group with.");
    public static readonly Text LeadClose = new(
        Fi: "Ihmiset, joiden kanssa sinulla on yhteinen ryhmä tai tila.",
        Sv: "Personer som du delar en grupp eller en arbetsyta med.",
        En: "People you share a group or a space with.");
    public static readonly Text LeadPupil = new(
        Fi: "Luokkasi, opettajasi ja muut, joiden kanssa olet samassa ryhmässä.",
        Sv: "Din klass, dina lärare och andra som är i samma grupp som du.",
        En: "Your class, your teachers and others in the same group as you.");
    public static readonly Text Search = new(Fi: "Ihmishaku", Sv: "Personsökning", En: "People search");
    public static readonly Text SearchBy = new(
        Fi: "Hae nimellä, tunnuksella tai tehtävällä", Sv: "Sök med namn, användarnamn eller uppgift", En: "Search by name, user ID or duty");
    public static readonly Text Find = new(Fi: "Hae", Sv: "Sök", En: "Search");
    public static readonly Text Limit = new(Fi: "Rajaa", Sv: "Avgränsa", En: "Filter");
    public static readonly Text Clear = new(Fi: "Poista rajaukset", Sv: "Ta bort avgränsningarna", En: "Clear filters");
    public static readonly Text Group = new(Fi: "Ryhmä", Sv: "Grupp", En: "Group");
    public static readonly Text AllGroups = new(Fi: "Kaikki ryhmät", Sv: "Alla grupper", En: "All groups");
    public static readonly Text Unit = new(Fi: "Yksikkö", Sv: "Enhet", En: "Unit");
    public static readonly Text AllUnits = new(Fi: "Kaikki yksiköt", Sv: "Alla enheter", En: "All units");
    public static readonly Text School = new(Fi: "Koulu", Sv: "Skola", En: "School");
    public static readonly Text AllSchools = new(Fi: "Kaikki koulut", Sv: "Alla skolor", En: "All schools");
    public static readonly Text Organ = new(Fi: "Toimielin", Sv: "Organ", En: "Decision-making body");
    public static readonly Text AllOrgans = new(Fi: "Kaikki toimielimet", Sv: "Alla organ", En: "All bodies");
    public static readonly Text Alphabetical = new(Fi: "Aakkosjärjestys", Sv: "Alfabetisk ordning", En: "Alphabetical order");
    public static readonly Text Results = new(Fi: "Tulokset", Sv: "Resultat", En: "Results");
    public static readonly Text NameAndDuty = new(Fi: "Nimi ja tehtävä", Sv: "Namn och uppgift", En: "Name and duty");
    public static readonly Text UnitAndGroup = new(Fi: "Yksikkö ja ryhmä", Sv: "Enhet och grupp", En: "Unit and group");
    public static readonly Text WhoTheyAre = new(Fi: "Kuka hän on", Sv: "Vem personen är", En: "Who they are");
    public static readonly Text More = new(Fi: "Näytä seuraavat 50", Sv: "Visa följande 50", En: "Show the next 50");
    public static readonly Text FromStart = new(Fi: "Alkuun", Sv: "Till början", En: "Back to the start");
    public static readonly Text Nobody = new(Fi: "Ketään ei löytynyt", Sv: "Ingen hittades", En: "Nobody was found");
    public static readonly Text NobodyLead = new(
        Fi: "Kokeile nimen alkua tai poista rajauksia. Näet vain ne, joiden tiedot kuuluvat sinulle.",
        Sv: "Pröva med början av namnet eller ta bort avgränsningar. Du ser bara dem vars uppgifter är för dig.",
        En: "Try the beginning of the name, or clear the filters. You only see those whose details are for you.");

    public static Text Chosen(int n) => Text.Count(n,
        one: new(Fi: "1 valittu", Sv: "1 vald", En: "1 chosen"),
        other: new(Fi: "{n} valittu", Sv: "{n} valda", En: "{n} chosen"));

    public static Text People(int n) => n > DirectoryQueries.MostCounted
        ? new(
            Fi: $"Yli {Say.Number(DirectoryQueries.MostCounted, "fi")} henkilöä",
            Sv: $"Över {Say.Number(DirectoryQueries.MostCounted, "sv")} personer",
            En: $"More than {Say.Number(DirectoryQueries.MostCounted, "en")} people")
        : Text.Count(n,
            one: new(Fi: "1 henkilö", Sv: "1 person", En: "1 person"),
            other: new(Fi: "{n} henkilöä", Sv: "{n} personer", En: "{n} people"));

    public static Text Shown(int n) => new(Fi: $"näytetään {n}", Sv: $"{n} visas", En: $"showing {n}");

    public static Text ClassOf(string name) => new(Fi: $"luokka {name}", Sv: $"klass {name}", En: $"class {name}");

    public static Text MailTo(string who) => new(Fi: $"Sähköposti: {who}", Sv: $"E-post: {who}", En: $"E-mail: {who}");

    public static Text Call(string who) => new(Fi: $"Soita: {who}", Sv: $"Ring: {who}", En: $"Call: {who}");
}
