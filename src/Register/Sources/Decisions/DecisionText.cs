using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What may be wrong with a file of decision-making services, and what is left out of it. No text repeats a value of the file.</summary>
internal static class DecisionText
{
    public static readonly Text NotJson = new(
        Fi: "Tiedosto ei ole JSONia, tai se on katkennut tästä kohdasta.",
        Sv: "Filen är inte JSON, eller så är den avbruten här.",
        En: "The file is not JSON, or is cut off here.");
    public static readonly Text NotPopolo = new(
        Fi: "Tiedostossa on oltava luettelot persons, organizations ja memberships.",
        Sv: "Filen ska ha förteckningarna persons, organizations och memberships.",
        En: "The file must have the lists persons, organizations and memberships.");
    public static readonly Text TooLarge = new(
        Fi: "Tiedosto on liian suuri.",
        Sv: "Filen är för stor.",
        En: "The file is too large.");
    public static readonly Text WrongKind = new(
        Fi: "Arvo on väärää lajia: tässä on oltava teksti.",
        Sv: "Värdet är av fel slag: här ska stå en text.",
        En: "The value is of the wrong kind: this must be a text.");
    public static readonly Text NoSuchPerson = new(
        Fi: "Viitattua henkilöä ei ole tiedostossa.",
        Sv: "Personen som avses finns inte i filen.",
        En: "The person referred to is not in the file.");
    public static readonly Text NoSuchOrgan = new(
        Fi: "Viitattua toimielintä ei ole tiedostossa.",
        Sv: "Organet som avses finns inte i filen.",
        En: "The organ referred to is not in the file.");
    public static readonly Text NoSuchPost = new(
        Fi: "Viitattua paikkaa ei ole tiedostossa.",
        Sv: "Platsen som avses finns inte i filen.",
        En: "The post referred to is not in the file.");
    public static readonly Text NoSuchTerm = new(
        Fi: "Viitattua toimikautta ei ole tiedostossa.",
        Sv: "Mandatperioden som avses finns inte i filen.",
        En: "The term referred to is not in the file.");
    public static readonly Text NoSuchSeat = new(
        Fi: "Jäsenyyttä, jonka varajäsen henkilö on, ei ole samassa toimielimessä.",
        Sv: "Medlemskapet som ersättaren är till för finns inte i samma organ.",
        En: "The membership that the deputy is for is not in the same organ.");
    public static readonly Text RoleUnknown = new(
        Fi: "Tehtävää ei tunneta, eikä se anna kenellekään mitään. Kirjoita puheenjohtaja, varapuheenjohtaja, jäsen tai varajäsen.",
        Sv: "Uppgiften är okänd och ger ingen någonting. Skriv ordförande, vice ordförande, ledamot eller ersättare.",
        En: "The role is not known and gives nobody anything. Write chair, vice chair, member or deputy member.");
    public static readonly Text NoName = new(
        Fi: "Etunimi tai sukunimi puuttuu.",
        Sv: "Förnamn eller efternamn saknas.",
        En: "The given name or the family name is missing.");
    public static readonly Text SeatTwice = new(
        Fi: "Sama henkilö on samassa tehtävässä samasta päivästä kahdesti.",
        Sv: "Samma person har samma uppgift från samma dag två gånger.",
        En: "The same person holds the same role from the same day twice.");
    public static readonly Text PropertyUnread = new(
        Fi: "Kenttää ei luettu: sen tietoja ei saa tallentaa tai niitä ei tarvita.",
        Sv: "Fältet lästes inte: dess uppgifter får inte lagras eller behövs inte.",
        En: "The field was not read: its data may not be stored, or is not needed.");
    public static readonly Text PartiesUnread = new(
        Fi: "Puolueita ja valtuustoryhmiä ei luettu: poliittista mielipidettä ei saa tallentaa.",
        Sv: "Partier och fullmäktigegrupper lästes inte: politisk åsikt får inte lagras.",
        En: "Parties and council groups were not read: political opinion may not be stored.");

    public static Text Seatless(int n) => Text.Count(n,
        one: new(Fi: "Yhdellä henkilöllä ei ole tehtävää missään toimielimessä. Häntä ei oteta mukaan.", Sv: "En person har ingen uppgift i något organ och tas inte med.", En: "One person has no role in any organ and is not taken."),
        other: new(Fi: "{n} henkilöllä ei ole tehtävää missään toimielimessä. Heitä ei oteta mukaan.", Sv: "{n} personer har ingen uppgift i något organ och tas inte med.", En: "{n} people have no role in any organ and are not taken."));

    public static Text Endless(int n) => Text.Count(n,
        one: new(Fi: "Yhdellä tehtävällä ei ole loppua: se ei käy ilmi tehtävästä eikä toimikaudesta.", Sv: "En uppgift har inget slut: det framgår varken av uppgiften eller av mandatperioden.", En: "One role has no end: neither the role nor the term says it."),
        other: new(Fi: "{n} tehtävällä ei ole loppua: se ei käy ilmi tehtävistä eikä toimikausista.", Sv: "{n} uppgifter har inget slut: det framgår varken av uppgifterna eller av mandatperioderna.", En: "{n} roles have no end: neither the roles nor the terms say it."));

    public static Text NamesDivided(int n) => Text.Count(n,
        one: new(Fi: "Yhden henkilön nimi jaettiin viimeisen välilyönnin kohdalta. Pyydä lähteestä etu- ja sukunimi erikseen.", Sv: "En persons namn delades vid det sista mellanslaget. Be källan om för- och efternamn var för sig.", En: "One person's name was divided at its last space. Ask the source for given and family names."),
        other: new(Fi: "{n} henkilön nimi jaettiin viimeisen välilyönnin kohdalta. Pyydä lähteestä etu- ja sukunimet erikseen.", Sv: "{n} personers namn delades vid det sista mellanslaget. Be källan om för- och efternamn var för sig.", En: "The names of {n} people were divided at the last space. Ask the source for given and family names."));

    public static Text StaffLeftOut(int n) => Text.Count(n,
        one: new(Fi: "Yksi sihteerin tai esittelijän tehtävä jätettiin pois: se ei ole luottamustehtävä.", Sv: "En uppgift som sekreterare eller föredragande utelämnades: den är inget förtroendeuppdrag.", En: "One role of a secretary or presenter was left out: it is no position of trust."),
        other: new(Fi: "{n} sihteerin tai esittelijän tehtävää jätettiin pois: ne eivät ole luottamustehtäviä.", Sv: "{n} uppgifter som sekreterare eller föredragande utelämnades: de är inga förtroendeuppdrag.", En: "{n} roles of secretaries or presenters were left out: they are no positions of trust."));
}
