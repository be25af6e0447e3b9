using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>The words around what stands in a package.</summary>
internal static class PackageText
{
    public static readonly Text Title = new(Fi: "Kaikki, mitä Tupa tietää sinusta", Sv: "Allt som Tupa vet om dig", En: "Everything Tupa knows about you");
    public static readonly Text Contents = new(Fi: "Sisältö", Sv: "Innehåll", En: "Contents");
    public static readonly Text What = new(
        Fi: "Tämä sivu avautuu selaimessa ilman verkkoyhteyttä. Samat tiedot ovat kansiossa data taulukkoina (CSV) ja koneellisesti luettavina (JSON), ja liittämäsi tiedostot ovat kansiossa files. Tiedostossa manifest.json on luettelo paketin tiedostoista ja niiden SHA-256-tarkisteet.",
        Sv: "Den här sidan öppnas i webbläsaren utan nätförbindelse. Samma uppgifter finns i mappen data som tabeller (CSV) och i maskinläsbar form (JSON), och filerna som du har bifogat finns i mappen files. Filen manifest.json förtecknar paketets filer och deras kontrollsummor (SHA-256).",
        En: "This page opens in a browser without a network. The same data is in the folder data as tables (CSV) and in machine-readable form (JSON), and the files you have attached are in the folder files. The file manifest.json lists the files of the package with their SHA-256 digests.");
    public static readonly Text Others = new(
        Fi: "Paketissa on vain sinun tietosi. Muiden nimiä siinä on vain, jos olet itse kirjoittanut ne. Salasanaa ja muita salaisuuksia ei anneta mukaan. Ajat ovat tällä sivulla Suomen aikaa, muissa tiedostoissa UTC-aikaa.",
        Sv: "Paketet innehåller bara dina uppgifter. Andras namn finns bara om du själv har skrivit dem. Lösenord och andra hemligheter ingår inte. Tiderna på den här sidan är finländsk tid, i de andra filerna UTC.",
        En: "The package holds only your data. Names of others stand in it only where you wrote them yourself. Your password and other secrets are not in it. Times on this page are Finnish time, in the other files UTC.");
    public static readonly Text Nothing = new(Fi: "Tässä ei ole sinusta tietoja.", Sv: "Här finns inga uppgifter om dig.", En: "Nothing about you is held here.");
    public static readonly Text OwnFiles = new(Fi: "Tiedostosi", Sv: "Dina filer", En: "Your files");
    public static readonly Text OwnFilesWhat = new(
        Fi: "Oma kuvasi ja tiedostot, jotka olet liittänyt. Mukana ovat ne, jotka on tarkastettu ja jotka saat itse avata. Kuvista, videoista ja äänistä säilytetään vain Tuvan tekemä versio.",
        Sv: "Din egen bild och filerna som du har bifogat. Med är de som har kontrollerats och som du själv får öppna. Av bilder, videor och ljud bevaras bara den version som Tupa har gjort.",
        En: "Your own picture and the files you have attached: those that have been checked and that you may open yourself. Of pictures, videos and sounds only the version that Tupa made is kept.");
    public static readonly Text NoFiles = new(Fi: "Tiedostoja ei ole.", Sv: "Det finns inga filer.", En: "There are no files.");
    public static readonly Text Endless = new(Fi: "toistaiseksi", Sv: "tills vidare", En: "no end");
    public static readonly Text Yes = new(Fi: "kyllä", Sv: "ja", En: "yes");
    public static readonly Text No = new(Fi: "ei", Sv: "nej", En: "no");

    public static Text Made(DateTime at, string version)
    {
        var (day, time) = (Say.Day(at), Say.Time(at));
        return new(Fi: $"Koottu {day} {time}. Tupa {version}.", Sv: $"Sammanställt {day} {time}. Tupa {version}.", En: $"Put together {day} {time}. Tupa {version}.");
    }

    public static Text RowCount(int rows) => Text.Count(rows, one: new(Fi: "1 rivi", Sv: "1 rad", En: "1 row"), other: new(Fi: "{n} riviä", Sv: "{n} rader", En: "{n} rows"));
}
