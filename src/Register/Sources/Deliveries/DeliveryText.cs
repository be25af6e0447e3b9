using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What may be wrong with the form of a delivered file. No text repeats a value of the file.</summary>
internal static class DeliveryText
{
    public static readonly Text Empty = new(
        Fi: "Tiedosto on tyhjä.",
        Sv: "Filen är tom.",
        En: "The file is empty.");
    public static readonly Text NoRows = new(
        Fi: "Tiedostossa on otsikkorivi mutta ei yhtään riviä.",
        Sv: "Filen har en rubrikrad men inga rader.",
        En: "The file has a header but no rows.");
    public static readonly Text Damaged = new(
        Fi: "Tiedosto on katkennut tai vioittunut tästä kohdasta. Lähetä se uudelleen.",
        Sv: "Filen är avbruten eller skadad här. Skicka den på nytt.",
        En: "The file is cut off or damaged here. Send it again.");
    public static readonly Text TooFewFields = new(
        Fi: "Rivillä on vähemmän kenttiä kuin otsikkorivillä. Rivi voi olla katkennut.",
        Sv: "Raden har färre fält än rubrikraden. Den kan vara avbruten.",
        En: "The row has fewer fields than the header. It may be cut off.");
    public static readonly Text TooManyFields = new(
        Fi: "Rivillä on enemmän kenttiä kuin otsikkorivillä. Erotinmerkin sisältävä arvo kirjoitetaan lainausmerkkeihin.",
        Sv: "Raden har fler fält än rubrikraden. Ett värde med skiljetecken skrivs inom citattecken.",
        En: "The row has more fields than the header. A value with a delimiter in it goes in quotes.");
    public static readonly Text StrayQuote = new(
        Fi: "Lainausmerkki on keskellä kenttää, joka ei ala lainausmerkillä.",
        Sv: "Ett citattecken står mitt i ett fält som inte börjar med citattecken.",
        En: "A quote stands within a field that does not begin with one.");
    public static readonly Text AfterQuote = new(
        Fi: "Sulkevan lainausmerkin jälkeen on muuta kuin erotinmerkki. Kentän sisällä lainausmerkki kirjoitetaan kahdesti.",
        Sv: "Efter det avslutande citattecknet står något annat än skiljetecknet. Inuti ett fält skrivs citattecknet två gånger.",
        En: "Something other than the delimiter follows the closing quote. Within a field a quote is written twice.");
    public static readonly Text LineBreak = new(
        Fi: "Kentän sisällä on rivinvaihto.",
        Sv: "Det finns en radbrytning inuti fältet.",
        En: "There is a line break within the field.");
    public static readonly Text Unclosed = new(
        Fi: "Lainausmerkillä alkanutta kenttää ei suljeta. Tiedosto voi olla katkennut.",
        Sv: "Ett fält som börjar med citattecken avslutas inte. Filen kan vara avbruten.",
        En: "A field that begins with a quote is never closed. The file may be cut off.");
    public static readonly Text BrokenLetter = new(
        Fi: "Merkkejä ei voi lukea: tiedoston merkistö ei ole se, joka on sovittu.",
        Sv: "Tecken kan inte läsas: filens teckenkodning är inte den som har avtalats.",
        En: "Letters cannot be read: the file is not in the agreed charset.");
    public static readonly Text Control = new(
        Fi: "Kentässä on ohjausmerkki.",
        Sv: "Fältet innehåller ett styrtecken.",
        En: "The field holds a control character.");
    public static readonly Text TooLong = new(
        Fi: "Arvo on liian pitkä.",
        Sv: "Värdet är för långt.",
        En: "The value is too long.");
    public static readonly Text Required = new(
        Fi: "Pakollinen arvo puuttuu.",
        Sv: "Ett obligatoriskt värde saknas.",
        En: "A required value is missing.");
    public static readonly Text NotADay = new(
        Fi: "Arvo ei ole päivämäärä, joka on kalenterissa.",
        Sv: "Värdet är inte ett datum som finns i kalendern.",
        En: "The value is not a date of the calendar.");
    public static readonly Text DaysReversed = new(
        Fi: "Loppu on ennen alkua.",
        Sv: "Slutet är före början.",
        En: "The end is before the beginning.");
    public static readonly Text NotMail = new(
        Fi: "Arvo ei ole sähköpostiosoite.",
        Sv: "Värdet är inte en e-postadress.",
        En: "The value is not an e-mail address.");
    public static readonly Text NotPhone = new(
        Fi: "Arvo ei ole puhelinnumero.",
        Sv: "Värdet är inte ett telefonnummer.",
        En: "The value is not a phone number.");
    public static readonly Text Twice = new(
        Fi: "Sama tunniste on tiedostossa kahdesti.",
        Sv: "Samma id finns två gånger i filen.",
        En: "The same id stands in the file twice.");
    public static readonly Text NotAZip = new(
        Fi: "Paketti ei ole zip-tiedosto, tai se on katkennut tai vioittunut. Lähetä se uudelleen.",
        Sv: "Paketet är inte en zip-fil, eller så är den avbruten eller skadad. Skicka den på nytt.",
        En: "The package is not a zip file, or is cut off or damaged. Send it again.");
    public static readonly Text Folder = new(
        Fi: "Paketissa on kansio. Tiedostojen on oltava paketin juuressa.",
        Sv: "Paketet innehåller en mapp. Filerna ska ligga i paketets rot.",
        En: "The package holds a folder. Its files belong at the root.");
    public static readonly Text OutOfPackage = new(
        Fi: "Tiedoston nimi osoittaa paketin ulkopuolelle.",
        Sv: "Filens namn pekar utanför paketet.",
        En: "The name of the file points out of the package.");
    public static readonly Text FileTwice = new(
        Fi: "Paketissa on kaksi samannimistä tiedostoa.",
        Sv: "Paketet innehåller två filer med samma namn.",
        En: "The package holds two files of one name.");
    public static readonly Text Bomb = new(
        Fi: "Tiedosto purkautuisi suhteettoman suureksi. Sitä ei avattu.",
        Sv: "Filen skulle packas upp till en orimlig storlek. Den öppnades inte.",
        En: "The file would unpack to an unreasonable size. It was not opened.");
    public static readonly Text Sealed = new(
        Fi: "Paketti on suojattu salasanalla.",
        Sv: "Paketet är skyddat med lösenord.",
        En: "The package is protected by a password.");
    public static readonly Text TooManyFiles = new(
        Fi: "Paketissa on liian monta tiedostoa.",
        Sv: "Paketet innehåller för många filer.",
        En: "The package holds too many files.");
    public static readonly Text FileMissing = new(
        Fi: "Tiedosto puuttuu.",
        Sv: "Filen saknas.",
        En: "The file is missing.");
    public static readonly Text FileUnread = new(
        Fi: "Tiedostoa ei luettu: sen tietoja ei saa tallentaa.",
        Sv: "Filen lästes inte: dess uppgifter får inte lagras.",
        En: "The file was not read: its data may not be stored.");
    public static readonly Text FileUnknown = new(
        Fi: "Tiedostoa ei luettu: sitä ei tunneta.",
        Sv: "Filen lästes inte: den är okänd.",
        En: "The file was not read: it is not known.");
    public static readonly Text ColumnUnread = new(
        Fi: "Saraketta ei luettu: sen tietoja ei saa tallentaa.",
        Sv: "Kolumnen lästes inte: dess uppgifter får inte lagras.",
        En: "The column was not read: its data may not be stored.");
    public static readonly Text ColumnUnknown = new(
        Fi: "Saraketta ei luettu: sitä ei tunneta.",
        Sv: "Kolumnen lästes inte: den är okänd.",
        En: "The column was not read: it is not known.");
    public static readonly Text ColumnMissing = new(
        Fi: "Sarake puuttuu otsikkoriviltä.",
        Sv: "Kolumnen saknas på rubrikraden.",
        En: "The column is missing from the header.");
    public static readonly Text ColumnTwice = new(
        Fi: "Sarake on otsikkorivillä kahdesti.",
        Sv: "Kolumnen finns två gånger på rubrikraden.",
        En: "The column stands in the header twice.");

    public static Text Of(CsvFault fault) => fault switch
    {
        CsvFault.StrayQuote => StrayQuote,
        CsvFault.AfterQuote => AfterQuote,
        CsvFault.LineBreak => LineBreak,
        CsvFault.Unclosed => Unclosed,
        CsvFault.BrokenLetter => BrokenLetter,
        CsvFault.Control => Control,
        CsvFault.TooLong => TooLong,
        CsvFault.TooMany => TooManyFields,
    };

    /// <summary>
    /// A header as it may be shown. Where a file has no header its first row stands there, and that may be anybody's data: digits,
    /// addresses and long texts are left out.
    /// </summary>
    public static string? Shown(string header) =>
        header.Length is > 0 and <= 60 && header.All(c => char.IsLetter(c) || c is ' ' or '-' or '_' or '.' or '(' or ')' or '/') ? header : null;

    /// <summary>The name of a file as it may be shown: without what a terminal or page would act on.</summary>
    public static string ShownFile(string name)
    {
        var plain = string.Concat(name.Take(80).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or '\\' ? c : '?'));
        return plain.Length > 0 ? plain : "?";
    }
}
