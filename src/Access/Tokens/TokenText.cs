using Tupa.Kernel;

namespace Tupa.Access;

internal static class TokenText
{
    public static readonly Text Title = new(Fi: "Ohjelmointirajapinnan avaimet", Sv: "API-nycklar", En: "API keys");
    public static readonly Text Lead = new(
        Fi: "Avaimella oma ohjelmasi toimii sinuna, mutta vain siinä, mihin annat luvan, ja vain päättymispäivään asti.",
        Sv: "Med en nyckel agerar ditt eget program som du, men bara i det du ger lov till och bara till slutdagen.",
        En: "With a key a program of your own acts as you, but only in what you allow, and only until its last day.");

    public static readonly Text None = new(Fi: "Sinulla ei ole avaimia.", Sv: "Du har inga nycklar.", En: "You have no keys.");
    public static readonly Text New = new(Fi: "Uusi avain", Sv: "Ny nyckel", En: "New key");
    public static readonly Text Name = new(Fi: "Mihin avainta käytetään", Sv: "Vad nyckeln används till", En: "What the key is for");
    public static readonly Text ScopesLabel = new(Fi: "Mitä avaimella saa tehdä", Sv: "Vad nyckeln får göra", En: "What the key may do");
    public static readonly Text LastDay = new(Fi: "Viimeinen päivä", Sv: "Sista dag", En: "Last day");
    public static readonly Text LastDayHelp = new(Fi: "Enintään 12 kuukauden päässä.", Sv: "Högst 12 månader bort.", En: "At most 12 months away.");
    public static readonly Text Make = new(Fi: "Tee avain", Sv: "Skapa nyckeln", En: "Make the key");
    public static readonly Text End = new(Fi: "Poista avain", Sv: "Ta bort nyckeln", En: "End the key");
    public static readonly Text NotUsed = new(Fi: "ei käytetty", Sv: "inte använd", En: "not used");
    public static readonly Text Made = new(
        Fi: "Avain on valmis. Kopioi se nyt: sitä ei näytetä uudelleen.",
        Sv: "Nyckeln är klar. Kopiera den nu: den visas inte igen.",
        En: "The key is ready. Copy it now: it is not shown again.");

    public static readonly Text NameMissing = new(
        Fi: "Kirjoita, mihin avainta käytetään (enintään 80 merkkiä).",
        Sv: "Skriv vad nyckeln används till (högst 80 tecken).",
        En: "Write what the key is for (at most 80 characters).");

    public static readonly Text ScopesMissing = new(
        Fi: "Valitse ainakin yksi lupa.",
        Sv: "Välj minst ett tillstånd.",
        En: "Choose at least one permission.");

    public static readonly Text DayMissing = new(
        Fi: "Valitse viimeinen päivä, joka on enintään 12 kuukauden päässä.",
        Sv: "Välj en sista dag som är högst 12 månader bort.",
        En: "Choose a last day at most 12 months away.");

    public static readonly Text TooMany = new(
        Fi: "Sinulla on jo 20 avainta. Poista ensin jokin niistä.",
        Sv: "Du har redan 20 nycklar. Ta först bort någon av dem.",
        En: "You have 20 keys already. First end one of them.");

    public static Text Of(string scope) => scope switch
    {
        Scopes.MeRead => new(Fi: "Lukea omat tietoni", Sv: "Läsa mina egna uppgifter", En: "Read my own data"),
        Scopes.PeopleRead => new(Fi: "Hakea ihmisiä", Sv: "Söka personer", En: "Look up people"),
        Scopes.SpacesRead => new(Fi: "Lukea työtilojeni tiedot", Sv: "Läsa mina arbetsytor", En: "Read my spaces"),
        Scopes.PostsRead => new(Fi: "Lukea julkaisut", Sv: "Läsa inlägg", En: "Read posts"),
        Scopes.PostsWrite => new(Fi: "Julkaista", Sv: "Publicera", En: "Publish"),
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    public static string Until(DateTime utc) => new Text(
        Fi: $"päättyy {Say.Day(utc.AddTicks(-1))}", Sv: $"upphör {Say.Day(utc.AddTicks(-1))}", En: $"ends {Say.Day(utc.AddTicks(-1))}");

    public static string Used(DateOnly? day) => day is not { } on ? NotUsed : new Text(
        Fi: $"viimeksi {Say.Day(on)}", Sv: $"senast {Say.Day(on)}", En: $"last used {Say.Day(on)}");
}
