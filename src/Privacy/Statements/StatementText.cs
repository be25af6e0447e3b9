using Tupa.Kernel;

namespace Tupa.Privacy;

internal static class StatementText
{
    public static readonly Text Title = new(Fi: "Tietosuojaseloste", Sv: "Dataskyddsbeskrivning", En: "Privacy statement");

    public static readonly Text Name = new(
        Fi: "Tietosuojaseloste sähköinen työskentely-ympäristö",
        Sv: "Dataskyddsbeskrivning för den elektroniska arbetsmiljön",
        En: "Privacy statement of the digital working environment");

    public static readonly Text Lead = new(
        Fi: "Seloste henkilötietojen käsittelystä. Tietosuoja-asetus 13 ja 14 artikla.",
        Sv: "Beskrivning av behandlingen av personuppgifter. Dataskyddsförordningen, artiklarna 13 och 14.",
        En: "Description of the processing of personal data. General Data Protection Regulation, articles 13 and 14.");

    public static readonly Text OnThisPage = new(Fi: "Tällä sivulla", Sv: "På den här sidan", En: "On this page");
    public static readonly Text Register = new(Fi: "Rekisteri", Sv: "Registret", En: "The register");
    public static readonly Text Organisation = new(Fi: "Organisaatio", Sv: "Organisation", En: "Organisation");
    public static readonly Text Division = new(Fi: "Toimiala", Sv: "Sektor", En: "Division");
    public static readonly Text ServiceArea = new(Fi: "Palvelualue", Sv: "Serviceområde", En: "Service area");
    public static readonly Text Controller = new(Fi: "Rekisterinpitäjä", Sv: "Personuppgiftsansvarig", En: "Controller");
    public static readonly Text ControllerContact = new(Fi: "Rekisterinpitäjän yhteystiedot", Sv: "Den personuppgiftsansvariges kontaktuppgifter", En: "Contact details of the controller");
    public static readonly Text Representative = new(Fi: "Rekisterinpitäjän edustaja", Sv: "Företrädare för den personuppgiftsansvarige", En: "Representative of the controller");
    public static readonly Text ContactPerson = new(Fi: "Rekisteriasioita hoitavan henkilön nimi", Sv: "Kontaktperson i registerärenden", En: "Contact person for the register");
    public static readonly Text ContactPersonContact = new(Fi: "Rekisteriasioita hoitavan henkilön yhteystiedot", Sv: "Kontaktpersonens kontaktuppgifter", En: "Contact details of the contact person");
    public static readonly Text Officer = new(Fi: "Tietosuojavastaava", Sv: "Dataskyddsombud", En: "Data protection officer");
    public static readonly Text OfficerContact = new(Fi: "Tietosuojavastaavan yhteystiedot", Sv: "Dataskyddsombudets kontaktuppgifter", En: "Contact details of the data protection officer");
    public static readonly Text Form = new(Fi: "Rekisterin muoto", Sv: "Registrets form", En: "Form of the register");
    public static readonly Text Electronic = new(Fi: "Sähköinen", Sv: "Elektroniskt", En: "Electronic");
    public static readonly Text Basis = new(Fi: "Oikeusperuste", Sv: "Rättslig grund", En: "Legal basis");
    public static readonly Text Purpose = new(Fi: "Rekisterin käyttötarkoitus", Sv: "Registrets ändamål", En: "Purpose of the register");
    public static readonly Text Contents = new(Fi: "Rekisterin tietosisältö", Sv: "Registrets datainnehåll", En: "Data contents of the register");
    public static readonly Text Sources = new(Fi: "Rekisterin säännönmukaiset tietolähteet", Sv: "Registrets regelmässiga uppgiftskällor", En: "Regular sources of the register");
    public static readonly Text Disclosure = new(Fi: "Henkilötietojen luovutus", Sv: "Utlämnande av personuppgifter", En: "Disclosure of personal data");
    public static readonly Text Technical = new(Fi: "Rekisterin tekniset suojaukset", Sv: "Registrets tekniska skydd", En: "Technical protection of the register");
    public static readonly Text Organisational = new(Fi: "Rekisterin toiminnalliset suojaukset", Sv: "Registrets funktionella skydd", En: "Organisational protection of the register");
    public static readonly Text Retention = new(Fi: "Henkilötietojen säilyttämisaika ja peruste", Sv: "Personuppgifternas förvaringstid och grunden för den", En: "Retention period of personal data and its basis");
    public static readonly Text Withheld = new(Fi: "Ei käytössä tässä asennuksessa", Sv: "Inte i bruk i den här installationen", En: "Not in use in this installation");

    public static readonly Text WithheldLead = new(
        Fi: "Nämä selosteen lauseet eivät ole voimassa tässä asennuksessa. Niitä ei luvata ennen kuin ne pitävät paikkansa.",
        Sv: "De här meningarna i beskrivningen gäller inte i den här installationen. De utlovas inte förrän de stämmer.",
        En: "These sentences of the statement are not in force in this installation. They are not promised before they are true.");

    /// <summary>Why a sentence about the machine room or the supplier is withheld.</summary>
    public static readonly Text NotConfirmed = new(
        Fi: "Koskee palvelinympäristöä tai toimittajaa. Kaupunki ei ole vahvistanut tätä tässä asennuksessa.",
        Sv: "Gäller servermiljön eller leverantören. Staden har inte bekräftat detta i den här installationen.",
        En: "Concerns the server environment or the supplier. The city has not confirmed this in this installation.");

    /// <summary>Why a sentence about something that is there to be used is withheld.</summary>
    public static readonly Text NotUsed = new(
        Fi: "Toimintoa ei ole otettu käyttöön.", Sv: "Funktionen har inte tagits i bruk.", En: "The function has not been taken into use.");

    public static readonly Text ForMachines = new(Fi: "Seloste koneille (JSON)", Sv: "Beskrivningen för maskiner (JSON)", En: "The statement for machines (JSON)");

    public static readonly Text More = new(Fi: "Muut lupaukset", Sv: "Andra löften", En: "Further promises");

    public static readonly Text MoreLead = new(
        Fi: "Palvelu tarkistaa itse joka päivä, pitääkö lupaus paikkansa. Luvut kertovat, mitä tarkistus löysi; ne eivät kerro kenestäkään.",
        Sv: "Tjänsten kontrollerar själv varje dag om löftena hålls. Talen berättar vad kontrollen fann; de berättar inte om någon.",
        En: "The service checks by itself every day whether its promises are kept. The numbers say what the check found; they tell of nobody.");

    public static readonly Text NothingInForce = new(
        Fi: "Mikään tämän kohdan lauseista ei ole voimassa tässä asennuksessa. Ne on lueteltu lopussa.",
        Sv: "Ingen av meningarna i den här punkten gäller i den här installationen. De räknas upp i slutet.",
        En: "None of the sentences of this section is in force in this installation. They are listed at the end.");

    /// <summary>Beside every claim about the nine months: of how many it is not true, and why.</summary>
    public static Text Held(int people) => people == 0
        ? new(
            Fi: "Säilytysvelvoite ei nyt koske ketään, joten poikkeuksia ei ole.",
            Sv: "Ingen omfattas just nu av en bevarandeplikt, så det finns inga undantag.",
            En: "Nobody is under a legal hold now, so there are no exceptions.")
        : Text.Count(
            people,
            new(
                Fi: "Poikkeuksena on 1 henkilö, jonka tietoja säilytetään lakiin perustuvan säilytysvelvoitteen ajan.",
                Sv: "Undantag är 1 person, vars uppgifter bevaras så länge en lagstadgad bevarandeplikt gäller.",
                En: "The exception is 1 person, whose data is kept for as long as a legal hold lasts."),
            new(
                Fi: "Poikkeuksena on {n} henkilöä, joiden tietoja säilytetään lakiin perustuvan säilytysvelvoitteen ajan.",
                Sv: "Undantag är {n} personer, vars uppgifter bevaras så länge en lagstadgad bevarandeplikt gäller.",
                En: "The exceptions are {n} people, whose data is kept for as long as a legal hold lasts."));

    public static string Drafted(DateOnly day) => new Text(
        Fi: $"Henkilörekisteriseloste laadittu {Say.Day(day)}", Sv: $"Beskrivningen upprättad {Say.Day(day)}", En: $"Drafted {Say.Day(day)}");

    public static string Updated(DateOnly day) => new Text(
        Fi: $"Henkilörekisteriseloste päivitetty {Say.Day(day)}", Sv: $"Beskrivningen uppdaterad {Say.Day(day)}", En: $"Updated {Say.Day(day)}");
}
