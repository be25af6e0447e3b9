using Tupa.Kernel;

namespace Tupa.Ui;

/// <summary>The words around and inside every page.</summary>
internal static class UiText
{
    public static readonly Text Brand = new(Fi: "tupa", Sv: "tupa", En: "tupa");
    public static readonly Text SkipToContent = new(Fi: "Siirry sisältöön", Sv: "Gå till innehållet", En: "Skip to content");
    public static readonly Text MainMenu = new(Fi: "Päävalikko", Sv: "Huvudmeny", En: "Main menu");
    public static readonly Text BottomMenu = new(Fi: "Päävalikko, alareuna", Sv: "Huvudmeny, nederkant", En: "Main menu, bottom");
    public static readonly Text MySpaces = new(Fi: "Omat tilat", Sv: "Egna arbetsytor", En: "My spaces");
    public static readonly Text MyPlaces = new(Fi: "Omat paikat", Sv: "Egna platser", En: "My places");
    public static readonly Text SearchPeople = new(Fi: "Hae ihmisiä", Sv: "Sök personer", En: "Search people");
    public static readonly Text Search = new(Fi: "Haku", Sv: "Sök", En: "Search");
    public static readonly Text Notifications = new(Fi: "Ilmoitukset", Sv: "Aviseringar", En: "Notifications");
    public static readonly Text LanguageChoice = new(Fi: "Kieli", Sv: "Språk", En: "Language");
    public static readonly Text SignIn = new(Fi: "Kirjaudu sisään", Sv: "Logga in", En: "Sign in");
    public static readonly Text SignOut = new(Fi: "Kirjaudu ulos", Sv: "Logga ut", En: "Sign out");
    public static readonly Text Me = new(Fi: "Minä", Sv: "Jag", En: "Me");
    public static readonly Text Privacy = new(Fi: "Tietosuojaseloste", Sv: "Dataskyddsbeskrivning", En: "Privacy statement");
    public static readonly Text PupilPrivacy = new(Fi: "Mitä Tupa tietää minusta?", Sv: "Vad vet Tupa om mig?", En: "What does Tupa know about me?");
    public static readonly Text Accessibility = new(Fi: "Saavutettavuusseloste", Sv: "Tillgänglighetsutlåtande", En: "Accessibility statement");
    public static readonly Text HouseNotices = new(Fi: "Talon tiedotteet", Sv: "Husets meddelanden", En: "Notices of the house");

    public static readonly Text Optional = new(Fi: "(valinnainen)", Sv: "(valfritt)", En: "(optional)");
    public static readonly Text NotDone = new(Fi: "Tätä ei tehty", Sv: "Det här gjordes inte", En: "This was not done");
    public static readonly Text ShowOlder = new(Fi: "Näytä vanhempia", Sv: "Visa äldre", En: "Show older");
    public static readonly Text ShowNamesAndReasons = new(Fi: "Näytä nimet ja perusteet", Sv: "Visa namn och grunder", En: "Show names and reasons");
    public static readonly Text PupilShowNames = new(Fi: "Katso nimet", Sv: "Se namnen", En: "See the names");
    public static readonly Text CommonRoom = new(Fi: "Talon yhteinen huone.", Sv: "Husets gemensamma rum.", En: "The common room of the house.");

    public static readonly Text HereIsNothing = new(Fi: "Tällä polulla ei ole mitään", Sv: "Det finns inget på den här stigen", En: "There is nothing on this path");
    public static readonly Text WhyNothing = new(
        Fi: "Osoite voi olla kirjoitettu väärin, sisältö on voitu poistaa, tai se on tilassa, johon et kuulu. Emme kerro, mikä näistä.",
        Sv: "Adressen kan vara felskriven, innehållet kan ha tagits bort, eller så finns det i en arbetsyta som du inte hör till. Vi berättar inte vilket.",
        En: "The address may be mistyped, the content may have been removed, or it is in a space you do not belong to. We do not say which.");
    public static readonly Text GoHome = new(Fi: "Palaa kotiin", Sv: "Tillbaka hem", En: "Go home");
    public static readonly Text PageNotFound = new(Fi: "Sivua ei löydy", Sv: "Sidan hittades inte", En: "Page not found");

    public static readonly Text SomethingBroke = new(Fi: "Meillä meni jotain vikaan", Sv: "Något gick fel hos oss", En: "Something went wrong on our side");
    public static readonly Text OursNotYours = new(
        Fi: "Vika on meidän, ei sinun. Yritä hetken päästä uudelleen.",
        Sv: "Felet är vårt, inte ditt. Försök igen om en stund.",
        En: "The fault is ours, not yours. Please try again in a moment.");
    public static readonly Text TryAgain = new(Fi: "Yritä uudelleen", Sv: "Försök igen", En: "Try again");
    public static readonly Text Reference = new(Fi: "Viitenumero, kerro tämä tuelle", Sv: "Referensnummer, uppge det till supporten", En: "Reference number, tell this to support");

    public static string WhoWorksHere(string city) => new Text(
        Fi: $"{city}: henkilöstö, luottamushenkilöt, kumppanit ja koulut tekevät työtä samassa paikassa. Aina näkyy, kuka näkee ja miksi.",
        Sv: $"{city}: personalen, de förtroendevalda, partnerna och skolorna arbetar på samma ställe. Det syns alltid vem som ser och varför.",
        En: $"{city}: staff, elected officials, partners and schools work in one place. It is always visible who can see and why.");

    public static string MyMenu(string name) => new Text(
        Fi: $"Oma valikko, {name}", Sv: $"Egen meny, {name}", En: $"My menu, {name}");

    public static string Title(string page, string city) => new Text(
        Fi: $"{page} – Tupa, {city}", Sv: $"{page} – Tupa, {city}", En: $"{page} – Tupa, {city}");

    /// <summary>Follows the number itself: "4" + " uutta".</summary>
    public static string NewAfterNumber(int n) => n == 1
        ? new Text(Fi: " uusi", Sv: " ny", En: " new")
        : new Text(Fi: " uutta", Sv: " nya", En: " new");

    public static Text SeenBy(int n) => Text.Count(n,
        one: new(Fi: "Näkee 1 henkilö", Sv: "Ses av 1 person", En: "Seen by 1 person"),
        other: new(Fi: "Näkee {n} henkilöä", Sv: "Ses av {n} personer", En: "Seen by {n} people"));

    /// <summary>As <see cref="SeenBy"/>, for one who is ten years old.</summary>
    public static Text PupilSeenBy(int n) => Text.Count(n,
        one: new(Fi: "Tämän näkee 1 ihminen", Sv: "1 person kan se det här", En: "1 person can see this"),
        other: new(Fi: "Tämän näkee {n} ihmistä", Sv: "{n} personer kan se det här", En: "{n} people can see this"));

    public static Text PupilFromOutside(int n) => Text.Count(n,
        one: new(Fi: "1 tulee muualta", Sv: "1 kommer utifrån", En: "1 is from somewhere else"),
        other: new(Fi: "{n} tulee muualta", Sv: "{n} kommer utifrån", En: "{n} are from somewhere else"));

    /// <summary>Who those are that see it.</summary>
    public static Text PupilWho(int pupils, int adults)
    {
        var children = Text.Count(pupils, one: new(Fi: "1 oppilas", Sv: "1 elev", En: "1 pupil"), other: new(Fi: "{n} oppilasta", Sv: "{n} elever", En: "{n} pupils"));
        var others = Text.Count(adults, one: new(Fi: "1 aikuinen", Sv: "1 vuxen", En: "1 adult"), other: new(Fi: "{n} aikuista", Sv: "{n} vuxna", En: "{n} adults"));
        if (adults == 0) return new(Fi: $"{children.Fi}. Muut eivät näe tätä.", Sv: $"{children.Sv}. Andra ser inte det här.", En: $"{children.En}. Nobody else sees this.");

        return new(
            Fi: $"{children.Fi} ja {others.Fi}. Muut eivät näe tätä.", Sv: $"{children.Sv} och {others.Sv}. Andra ser inte det här.", En: $"{children.En} and {others.En}. Nobody else sees this.");
    }

    public static Text FromOutside(int n) => Text.Count(n,
        one: new(Fi: "1 ulkopuolelta", Sv: "1 utomstående", En: "1 from outside"),
        other: new(Fi: "{n} ulkopuolelta", Sv: "{n} utomstående", En: "{n} from outside"));

    public static Text ToCorrect(int n) => Text.Count(n,
        one: new(Fi: "Yksi kohta pitää korjata", Sv: "En punkt måste rättas", En: "One thing needs correcting"),
        other: new(Fi: "{n} kohtaa pitää korjata", Sv: "{n} punkter måste rättas", En: "{n} things need correcting"));

    /// <summary>The page of oneself, wherever a way leads back to it.</summary>
    public static readonly Text MyData = new(Fi: "Omat tietoni", Sv: "Mina uppgifter", En: "My data");

    /// <summary>The name of a language in itself.</summary>
    public static string LanguageName(string language) => language switch { "sv" => "Svenska", "en" => "English", _ => "Suomi" };
}
