using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words for lists that are taken out of the register.</summary>
internal static class DisclosureText
{
    public static readonly Text Title = new(Fi: "Tietojen luovutukset", Sv: "Utlämnanden av uppgifter", En: "Disclosures");
    public static readonly Text Lead = new(
        Fi: "Kuka on vienyt rekisteristä luettelon, milloin, mihin tarkoitukseen ja mitä siinä oli. Luettelossa olleita ei nimetä täällä. Merkintä säilytetään 5 vuotta (TT-16).",
        Sv: "Vem som har tagit ut en lista ur registret, när, för vilket ändamål och vad den innehöll. De som stod på listan namnges inte här. Anteckningen bevaras i 5 år (TT-16).",
        En: "Who took a list out of the register, when, for what purpose, and what it carried. Those on it are not named here. The entry is kept for 5 years (TT-16).");
    public static readonly Text None = new(Fi: "Rekisteristä ei ole viety luetteloita.", Sv: "Inga listor har tagits ut ur registret.", En: "No lists have been taken out.");
    public static readonly Text By = new(Fi: "Kuka vei", Sv: "Vem", En: "Who");
    public static readonly Text When = new(Fi: "Milloin", Sv: "När", En: "When");
    public static readonly Text Filter = new(Fi: "Rajaus", Sv: "Avgränsning", En: "Filter");
    public static readonly Text Attributes = new(Fi: "Tiedot", Sv: "Uppgifter", En: "Details");
    public static readonly Text Columns = new(Fi: "Tiedot nimen lisäksi", Sv: "Uppgifter utöver namnet", En: "Details beside the name");

    public static readonly Text Export = new(Fi: "Vie luettelo tiedostoon", Sv: "Ta ut listan i en fil", En: "Take the list out as a file");
    public static readonly Text ExportHow = new(
        Fi: "Vienti on tietojen luovutus: siitä jää merkintä, jonka rekisterin pääkäyttäjät ja tietosuojavastaava näkevät. Enintään 5 000 henkilöä kerralla. Turvakiellon alaisista viedään vain nimi.",
        Sv: "Att ta ut listan är ett utlämnande av uppgifter: det antecknas, och registrets huvudanvändare och dataskyddsombudet ser anteckningen. Högst 5 000 personer åt gången. Av dem som har spärrmarkering tas bara namnet ut.",
        En: "Taking the list out is a disclosure: it is put on record, which the register's administrators and the data protection officer see. At most 5,000 people at a time. Of the shielded only the name goes out.");
    public static readonly Text NotASearch = new(
        Fi: "Hakutulosta ei viedä: luovutus kirjataan rajauksen mukaan, eikä siihen saa jäädä hakusanan nimeä.",
        Sv: "Ett sökresultat tas inte ut: utlämnandet antecknas enligt avgränsningen, och sökordets namn får inte bli kvar i den.",
        En: "A search result is not taken out: the disclosure is recorded by its filter, and no name that was searched for may stay in it.");
    public static readonly Text WithoutSearch = new(Fi: "Näytä ilman hakua", Sv: "Visa utan sökning", En: "Show without the search");
    public static readonly Text Purpose = new(Fi: "Käyttötarkoitus", Sv: "Ändamål", En: "Purpose");
    public static readonly Text PurposeHelp = new(
        Fi: "Mihin luetteloa tarvitaan. Älä kirjoita tähän henkilöiden nimiä. Enintään 500 merkkiä.",
        Sv: "Vad listan behövs till. Skriv inga personnamn här. Högst 500 tecken.",
        En: "What the list is needed for. Write no names of people here. At most 500 characters.");
    public static readonly Text Take = new(Fi: "Vie luettelo", Sv: "Ta ut listan", En: "Take the list out");

    public static readonly Text PurposeNeeded = new(
        Fi: "Kirjoita, mihin luetteloa tarvitaan. Enintään 500 merkkiä.", Sv: "Skriv vad listan behövs till. Högst 500 tecken.", En: "Write what the list is needed for. At most 500 characters.");
    public static readonly Text Nobody = new(Fi: "Rajaukseen ei osu ketään, joten vietävää ei ole.", Sv: "Ingen motsvarar avgränsningen, så det finns inget att ta ut.", En: "Nobody matches the filter, so there is nothing to take out.");
    public static readonly Text TooMany = new(
        Fi: "Luettelossa olisi yli 5 000 henkilöä. Rajaa sitä ensin.", Sv: "Listan skulle ha över 5 000 personer. Avgränsa den först.", En: "The list would have more than 5,000 people. Filter it first.");
    public static readonly Text TooOften = new(
        Fi: "Olet vienyt tunnin aikana jo viisi luetteloa. Odota hetki ennen seuraavaa.",
        Sv: "Du har redan tagit ut fem listor under den senaste timmen. Vänta en stund före nästa.",
        En: "You have taken out five lists within the hour. Wait a while before the next.");
    public static readonly Text SentBefore = new(
        Fi: "Tämä lomake on jo lähetetty. Avaa sivu uudelleen, jos tarvitset uuden luettelon.",
        Sv: "Det här formuläret har redan skickats. Öppna sidan på nytt om du behöver en ny lista.",
        En: "This form has been sent already. Open the page again if you need a new list.");

    public static string Headline(DateTime at, int people) => $"{Say.Day(at)}: {RegisteredText.Exactly(people)}";

    public static IEnumerable<Text> Of(Registers registers) =>
        new[] { (registers.A, AuthorityText.RegisterA), (registers.B, AuthorityText.RegisterB) }.Where(r => r.Item1).Select(r => r.Item2);
}
