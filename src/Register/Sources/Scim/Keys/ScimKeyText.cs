using Tupa.Kernel;

namespace Tupa.Register;

internal static class ScimKeyText
{
    public static readonly Text Title = new(Fi: "Käyttäjähakemiston yhteys (SCIM)", Sv: "Anslutning till användarkatalogen (SCIM)", En: "Connection of the directory (SCIM)");
    public static readonly Text Lead = new(
        Fi: "Kaupungin käyttäjähakemisto lähettää henkilöstön tiedot tänne. Avain päästää sen sisään päättymispäivään asti.",
        Sv: "Stadens användarkatalog skickar personalens uppgifter hit. En nyckel släpper in den till och med slutdagen.",
        En: "The city's directory sends the staff's details here. A key lets it in until its last day.");
    public static readonly Text Open = new(Fi: "Avaimet ja odottavat poistot", Sv: "Nycklar och väntande borttagningar", En: "Keys and deletions that wait");
    public static readonly Text Address = new(Fi: "Osoite hakemiston asetuksiin", Sv: "Adress till katalogens inställningar", En: "Address for the directory's settings");
    public static readonly Text Keys = new(Fi: "Avaimet", Sv: "Nycklar", En: "Keys");
    public static readonly Text NoKeys = new(
        Fi: "Avaimia ei ole, joten hakemisto ei pääse sisään.", Sv: "Det finns inga nycklar, så katalogen kommer inte in.", En: "There are no keys, so no directory comes in.");
    public static readonly Text NewKey = new(Fi: "Uusi avain", Sv: "Ny nyckel", En: "New key");
    public static readonly Text Name = new(Fi: "Mille järjestelmälle avain on", Sv: "Vilket system nyckeln är för", En: "Which system the key is for");
    public static readonly Text LastDay = new(Fi: "Viimeinen päivä", Sv: "Sista dag", En: "Last day");
    public static readonly Text LastDayHelp = new(
        Fi: "Enintään 12 kuukauden päässä. Tee uusi avain hyvissä ajoin ja vaihda se hakemiston asetuksiin.",
        Sv: "Högst 12 månader bort. Skapa en ny nyckel i god tid och byt den i katalogens inställningar.",
        En: "At most 12 months away. Make the next key in good time and change it in the directory's settings.");
    public static readonly Text Make = new(Fi: "Tee avain", Sv: "Skapa nyckeln", En: "Make the key");
    public static readonly Text End = new(Fi: "Poista avain", Sv: "Ta bort nyckeln", En: "End the key");
    public static readonly Text Made = new(
        Fi: "Avain on valmis. Kopioi se nyt: sitä ei näytetä uudelleen.",
        Sv: "Nyckeln är klar. Kopiera den nu: den visas inte igen.",
        En: "The key is ready. Copy it now: it is not shown again.");
    public static readonly Text NotUsed = new(Fi: "ei käytetty", Sv: "inte använd", En: "not used");
    public static readonly Text NameMissing = new(
        Fi: "Kirjoita, mille järjestelmälle avain on (enintään 80 merkkiä).",
        Sv: "Skriv vilket system nyckeln är för (högst 80 tecken).",
        En: "Write which system the key is for (at most 80 characters).");
    public static readonly Text DayMissing = new(
        Fi: "Valitse viimeinen päivä, joka on enintään 12 kuukauden päässä.",
        Sv: "Välj en sista dag som är högst 12 månader bort.",
        En: "Choose a last day at most 12 months away.");
    public static readonly Text TooMany = new(
        Fi: "Avaimia on jo 10. Poista ensin jokin niistä.", Sv: "Det finns redan 10 nycklar. Ta först bort någon av dem.", En: "There are 10 keys already. First end one of them.");
    public static readonly Text Waiting = new(Fi: "Odottaa päätöstä", Sv: "Väntar på beslut", En: "Waiting for a decision");
    public static readonly Text WaitingHow = new(
        Fi: "Hakemisto on poistanut vuorokauden sisällä yli kymmenesosan henkilöistään. Näiden kirjautuminen on katkaistu, mutta tehtävät ovat vielä voimassa.",
        Sv: "Katalogen har inom ett dygn tagit bort mer än en tiondel av sina personer. Dessa kan inte logga in, men deras uppgifter gäller än.",
        En: "Within a day the directory has deleted more than a tenth of its people. These cannot sign in, but their duties still stand.");
    public static readonly Text Approve = new(Fi: "Päätä tehtävät", Sv: "Avsluta uppgifterna", En: "End the duties");
    public static readonly Text Keep = new(Fi: "Poisto oli virhe: pidä kaikki", Sv: "Det var ett misstag: behåll alla", En: "It was a mistake: keep everybody");

    public static Text More(int n) => new(Fi: $"ja {n} muuta", Sv: $"och {n} till", En: $"and {n} more");

    public static Text Counted(int users, int groups) => new(
        Fi: $"Hakemistosta on {Say.Number(users, "fi")} henkilöä ja {Say.Number(groups, "fi")} ryhmää.",
        Sv: $"Från katalogen finns {Say.Number(users, "sv")} personer och {Say.Number(groups, "sv")} grupper.",
        En: $"From the directory there are {Say.Number(users, "en")} people and {Say.Number(groups, "en")} groups.");

    public static Text Until(DateTime utc) => new(
        Fi: $"päättyy {Say.Day(utc.AddTicks(-1))}", Sv: $"upphör {Say.Day(utc.AddTicks(-1))}", En: $"ends {Say.Day(utc.AddTicks(-1))}");

    public static Text Used(DateOnly? day) => day is not { } on ? NotUsed : new(Fi: $"viimeksi {Say.Day(on)}", Sv: $"senast {Say.Day(on)}", En: $"last used {Say.Day(on)}");
}
