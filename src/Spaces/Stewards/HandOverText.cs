using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>The words of handing over.</summary>
internal static class HandOverText
{
    public static readonly Text Title = new(Fi: "Siirrä seuraajalle", Sv: "Överlåt till en efterträdare", En: "Hand over");
    public static readonly Text Lead = new(
        Fi: "Valitse, kuka jatkaa siitä, mitä hoidat. Seuraaja saa tilan hoidettavakseen heti, ja sinä pysyt mukana tehtäväsi loppuun.",
        Sv: "Välj vem som fortsätter med det du ansvarar för. Efterträdaren blir ansvarig genast, och du är med tills din uppgift upphör.",
        En: "Choose who goes on with what you keep. The successor keeps the space at once, and you stay until your duty ends.");
    public static readonly Text Nothing = new(Fi: "Sinulta ei jää mitään hoidettavaa", Sv: "Du lämnar inget efter dig", En: "You leave nothing behind");
    public static readonly Text NothingLead = new(
        Fi: "Et hoida yhtään tilaa, eikä sinulla ole luonnoksia tai ajastettuja julkaisuja.",
        Sv: "Du ansvarar inte för någon arbetsyta och har inga utkast eller tidsinställda inlägg.",
        En: "You keep no space, and have no drafts or scheduled posts.");
    public static readonly Text Who = new(Fi: "Kuka jatkaa", Sv: "Vem fortsätter", En: "Who goes on");
    public static readonly Text NoChoice = new(Fi: "En valitse ketään", Sv: "Jag väljer ingen", En: "I choose nobody");
    public static readonly Text Other = new(Fi: "Joku muu, kirjoitan nimen alle", Sv: "Någon annan, jag skriver namnet nedan", En: "Somebody else, I type the name below");
    public static readonly Text OtherName = new(Fi: "Muu seuraaja", Sv: "En annan efterträdare", En: "Another successor");
    public static readonly Text OtherNeeded = new(Fi: "Kirjoita, kuka muu jatkaa.", Sv: "Skriv vem annan som fortsätter.", En: "Type who else goes on.");
    public static readonly Text Stays = new(Fi: "Tilaan jää muita tilanhoitajia.", Sv: "Arbetsytan har andra ansvariga kvar.", En: "Other stewards stay in the space.");
    public static readonly Text Things = new(Fi: "Anna seuraajalle myös", Sv: "Ge efterträdaren också", En: "Give the successor also");
    public static readonly Text ThingsHelp = new(
        Fi: "Ajastettu julkaisu ilmestyy aikanaan, vaikka et antaisi sitä. Luonnos, jota et anna, poistuu kanssasi.",
        Sv: "Ett tidsinställt inlägg publiceras i sin tid även om du inte ger det. Ett utkast som du inte ger försvinner med dig.",
        En: "A scheduled post comes out in its time even if you do not give it. A draft that you do not give goes with you.");
    public static readonly Text Draft = new(Fi: "luonnos", Sv: "utkast", En: "draft");
    public static readonly Text HandOver = new(Fi: "Siirrä valitsemani", Sv: "Överlåt det jag har valt", En: "Hand over what I chose");
    public static readonly Text Done = new(Fi: "Siirrot on tehty.", Sv: "Överlåtelserna är gjorda.", En: "It is handed over.");
    public static readonly Text NotOffered = new(
        Fi: "Seuraajaksi valittu ei enää ole tarjolla. Valitse uudelleen.", Sv: "Den valda efterträdaren kan inte längre väljas. Välj på nytt.", En: "The chosen successor is no longer offered. Choose again.");

    public static Text ByRule(string head) => new(
        Fi: $"Jos et valitse ketään, tilaa hoitaa {head} yksikön esihenkilönä.",
        Sv: $"Om du inte väljer någon blir {head} ansvarig som enhetens chef.",
        En: $"If you choose nobody, {head} keeps the space as the head of the unit.");

    public static Text AsSteward(string name) => new(Fi: $"{name}, jo tilanhoitaja", Sv: $"{name}, redan ansvarig", En: $"{name}, a steward already");

    public static Text ComesOut(string when) => new(Fi: $"julkaistaan {when}", Sv: $"publiceras {when}", En: $"comes out {when}");
}
