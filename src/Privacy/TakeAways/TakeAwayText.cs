using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>The words of the page where one takes one's data along. Pupils get those of a ten-year-old.</summary>
internal static class TakeAwayText
{
    public static readonly Text Title = new(Fi: "Ota tietosi mukaan", Sv: "Ta med dig dina uppgifter", En: "Take your data with you");
    public static readonly Text FileName = new(Fi: "omat-tiedot", Sv: "mina-uppgifter", En: "my-data");
    public static readonly Text Back = new(Fi: "Omat tietoni", Sv: "Mina uppgifter", En: "My data");
    public static readonly Text Lead = new(
        Fi: "Saat kaiken, mitä Tupa tietää sinusta, yhtenä pakettina (tietosuoja-asetuksen 15 ja 20 artikla).",
        Sv: "Du får allt som Tupa vet om dig i ett enda paket (dataskyddsförordningen, artiklarna 15 och 20).",
        En: "You get everything Tupa knows about you as one package (General Data Protection Regulation, articles 15 and 20).");
    public static readonly Text PupilLead = new(
        Fi: "Saat kaikki tietosi ja tiedostosi omalle koneellesi. Se ei maksa mitään, eikä Tuvasta häviä mitään.",
        Sv: "Du får alla dina uppgifter och filer till din egen dator. Det kostar ingenting, och inget försvinner ur Tupa.",
        En: "You get all your data and files on your own computer. It costs nothing, and nothing goes away from Tupa.");
    public static readonly Text What = new(Fi: "Mitä paketissa on", Sv: "Vad som finns i paketet", En: "What the package holds");
    public static readonly Text State = new(Fi: "Pakettisi", Sv: "Ditt paket", En: "Your package");

    public static IReadOnlyList<Text> Holds { get; } =
    [
        new(
            Fi: "Sivu, jonka voi lukea selaimella ilman verkkoyhteyttä: tietosi rekisterissä, mitä olet kirjoittanut, asetuksesi, kirjautumisesi ja lokimerkintäsi",
            Sv: "En sida som kan läsas i webbläsaren utan nätförbindelse: dina uppgifter i registret, vad du har skrivit, dina inställningar, inloggningar och loggposter",
            En: "A page that can be read in a browser without a network: your details in the register, what you have written, your settings, sign-ins and log entries"),
        new(
            Fi: "Samat tiedot taulukoina (CSV) ja koneellisesti luettavina (JSON)",
            Sv: "Samma uppgifter som tabeller (CSV) och i maskinläsbar form (JSON)",
            En: "The same data as tables (CSV) and in machine-readable form (JSON)"),
        new(
            Fi: "Oma kuvasi ja tiedostot, jotka olet liittänyt ja saat yhä avata",
            Sv: "Din egen bild och filerna som du har bifogat och ännu får öppna",
            En: "Your own picture, and the files that you have attached and may still open"),
        new(
            Fi: "Luettelo paketin tiedostoista ja niiden tarkisteet",
            Sv: "En förteckning över paketets filer och deras kontrollsummor",
            En: "A list of the files of the package and their digests"),
    ];

    public static IReadOnlyList<Text> PupilHolds { get; } =
    [
        new(Fi: "Sivu, josta voit lukea kaikki tietosi", Sv: "En sida där du kan läsa alla dina uppgifter", En: "A page where you can read all your data"),
        new(Fi: "Kaikki, mitä olet kirjoittanut", Sv: "Allt som du har skrivit", En: "Everything you have written"),
        new(Fi: "Kuvasi, videosi ja muut tiedostosi", Sv: "Dina bilder, videor och andra filer", En: "Your pictures, videos and other files"),
    ];

    public static readonly Text NotIn = new(
        Fi: "Muiden tietoja paketissa ei ole, eikä salasanaa tai muita salaisuuksia.",
        Sv: "Andras uppgifter ingår inte, och inte heller lösenord eller andra hemligheter.",
        En: "It holds nobody else's data, and no password or other secret.");
    public static readonly Text PupilNotIn = new(
        Fi: "Muiden tietoja tai salasanaasi siinä ei ole. Pidä paketti omana tietonasi: älä anna sitä muille.",
        Sv: "Andras uppgifter eller ditt lösenord finns inte i det. Ge inte paketet till andra.",
        En: "It does not hold other people's data or your password. Keep the package to yourself: do not give it to others.");
    public static readonly Text HowLong = new(
        Fi: "Paketti kootaan taustalla, ja saat ilmoituksen, kun se on valmis. Se häviää 7 päivän kuluttua, ja heti jos pääsysi päättyy. Lataus kirjataan lokiin.",
        Sv: "Paketet görs i bakgrunden, och du får en avisering när det är klart. Det försvinner efter 7 dagar, och genast om din åtkomst upphör. Nedladdningen antecknas i loggen.",
        En: "The package is put together in the background, and you are told when it is ready. It goes after 7 days, and at once if your access ends. The download is noted in the log.");
    public static readonly Text PupilHowLong = new(
        Fi: "Tupa kokoaa paketin ja kertoo sinulle, kun se on valmis. Hae se viikon kuluessa, ennen kuin lopetat koulussa.",
        Sv: "Tupa gör paketet och berättar när det är klart. Hämta det inom en vecka, innan du slutar i skolan.",
        En: "Tupa puts the package together and tells you when it is ready. Fetch it within a week, before you leave the school.");

    public static readonly Text Order = new(Fi: "Kokoa paketti", Sv: "Gör ett paket", En: "Put the package together");
    public static readonly Text OrderAnew = new(Fi: "Kokoa uusi paketti", Sv: "Gör ett nytt paket", En: "Put a new package together");
    public static readonly Text TryAgain = new(Fi: "Yritä uudelleen", Sv: "Försök igen", En: "Try again");
    public static readonly Text Refresh = new(Fi: "Päivitä tilanne", Sv: "Uppdatera läget", En: "Refresh");
    public static readonly Text Download = new(Fi: "Lataa paketti", Sv: "Ladda ner paketet", En: "Download the package");
    public static readonly Text Remove = new(Fi: "Poista paketti nyt", Sv: "Ta bort paketet nu", En: "Delete the package now");
    public static readonly Text Cancel = new(Fi: "Peru tilaus", Sv: "Avbryt beställningen", En: "Cancel the order");
    public static readonly Text Progress = new(Fi: "Kuinka paljon on koottu", Sv: "Hur mycket som är färdigt", En: "How much is done");
    public static readonly Text NewWhen = new(
        Fi: "Uuden paketin voi koota, kun edellisestä on päivä tai kun olet poistanut sen.",
        Sv: "Ett nytt paket kan göras när det har gått ett dygn från det förra eller när du har tagit bort det.",
        En: "A new package can be put together a day after the last one, or once you have deleted it.");
    public static readonly Text None = new(Fi: "Pakettia ei ole tilattu.", Sv: "Inget paket har beställts.", En: "No package has been ordered.");

    public static readonly Text IsBeingMade = new(
        Fi: "Pakettia kootaan jo. Odota, että se valmistuu, tai peru tilaus.",
        Sv: "Paketet görs redan. Vänta tills det är klart, eller avbryt beställningen.",
        En: "The package is being put together already. Wait until it is ready, or cancel the order.");

    public static readonly Text TooSoon = new(
        Fi: "Pakettisi on jo valmis. Uuden voi koota, kun tilauksesta on kulunut vuorokausi, tai heti kun olet poistanut tämän.",
        Sv: "Ditt paket är redan klart. Ett nytt kan göras när det har gått ett dygn från beställningen, eller genast när du har tagit bort det här.",
        En: "Your package is ready already. A new one can be put together a day after the order, or as soon as you have deleted this one.");

    public static Text Of(TakeAwayState state) => state switch
    {
        TakeAwayState.Waiting => new(Fi: "Paketti odottaa vuoroaan.", Sv: "Paketet väntar på sin tur.", En: "The package waits for its turn."),
        TakeAwayState.Making => new(Fi: "Pakettia kootaan.", Sv: "Paketet görs.", En: "The package is being put together."),
        TakeAwayState.Ready => new(Fi: "Paketti on valmis.", Sv: "Paketet är klart.", En: "The package is ready."),
        TakeAwayState.Failed => new(
            Fi: "Pakettia ei saatu koottua kokonaan, joten siitä ei anneta mitään. Yritä uudelleen. Jos se ei auta, kerro siitä tietosuojavastaavalle.",
            Sv: "Paketet kunde inte göras helt, så inget av det lämnas ut. Försök igen. Om det inte hjälper, berätta för dataskyddsombudet.",
            En: "The package could not be made whole, so nothing of it is handed over. Try again. If that does not help, tell the data protection officer."),
    };

    public static Text Done(TakeAwayRow row)
    {
        var (rows, files) = (Say.Number(row.Rows), Say.Number(row.Files));
        return new(
            Fi: $"{row.Done}/{row.Rooms} osaa, {rows} riviä, {files} tiedostoa", Sv: $"{row.Done}/{row.Rooms} delar, {rows} rader, {files} filer", En: $"{row.Done}/{row.Rooms} parts, {rows} rows, {files} files");
    }

    public static Text Size(TakeAwayRow row)
    {
        var (bytes, rows, files) = (Say.Bytes(row.Bytes), Say.Number(row.Rows), Say.Number(row.Files));
        return new(Fi: $"ZIP, {bytes}: {rows} riviä, {files} tiedostoa", Sv: $"ZIP, {bytes}: {rows} rader, {files} filer", En: $"ZIP, {bytes}: {rows} rows, {files} files");
    }

    public static Text Goes(DateTime at, DateTime now)
    {
        var moment = Say.Moment(at, now);
        return new(Fi: $"Häviää {moment}.", Sv: $"Försvinner {moment}.", En: $"Goes {moment}.");
    }
}
