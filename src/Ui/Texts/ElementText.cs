using System.Globalization;
using Tupa.Kernel;

namespace Tupa.Ui;

/// <summary>The words of the elements that act in the browser; they hold none of their own.</summary>
internal static class ElementText
{
    public static readonly Text Saving = new(Fi: "Tallennetaan…", Sv: "Sparar…", En: "Saving…");
    public static readonly Text DraftSaved = new(Fi: "Luonnos tallennettu", Sv: "Utkastet sparat", En: "Draft saved");
    public static readonly Text DraftNotSaved = new(
        Fi: "Luonnos ei tallentunut. Teksti on vielä tässä: yritämme uudelleen.",
        Sv: "Utkastet sparades inte. Texten finns kvar här: vi försöker igen.",
        En: "The draft was not saved. The text is still here: we will try again.");

    public static readonly Text SessionEnded = new(
        Fi: "Istuntosi on päättynyt. Teksti on vielä tässä: kun lähetät sen, pyydämme ensin kirjautumaan.",
        Sv: "Din session har avslutats. Texten finns kvar här: när du skickar den ber vi dig först logga in.",
        En: "Your session has ended. The text is still here: when you send it, we ask you to sign in first.");

    public static readonly Text DropOrChoose = new(Fi: "Pudota tiedostoja tähän tai valitse ne", Sv: "Släpp filer här eller välj dem", En: "Drop files here or choose them");
    public static readonly Text Attach = new(Fi: "Liitä tiedostot", Sv: "Bifoga filerna", En: "Attach the files");
    public static readonly Text Attached = new(Fi: "liitetty", Sv: "bifogad", En: "attached");
    public static readonly Text OnItsWay = new(Fi: "Lähetetään…", Sv: "Skickas…", En: "Sending…");
    public static readonly Text NotAttached = new(Fi: "Tiedostoa ei saatu perille. Yritä uudelleen.", Sv: "Filen kom inte fram. Försök igen.", En: "The file did not arrive. Try again.");
    public static readonly Text Remove = new(Fi: "Poista", Sv: "Ta bort", En: "Remove");

    public static readonly Text WhoToMention = new(Fi: "Ketkä näkevät tämän", Sv: "De som ser det här", En: "Those who see this");

    public static readonly Text Format = new(Fi: "Muotoilu", Sv: "Formatering", En: "Formatting");
    public static readonly Text Bold = new(Fi: "Lihavointi", Sv: "Fetstil", En: "Bold");
    public static readonly Text Italic = new(Fi: "Kursiivi", Sv: "Kursiv", En: "Italic");
    public static readonly Text List = new(Fi: "Luettelo", Sv: "Lista", En: "List");
    public static readonly Text Link = new(Fi: "Linkki", Sv: "Länk", En: "Link");
    public static readonly Text Quote = new(Fi: "Lainaus", Sv: "Citat", En: "Quote");
    public static readonly Text Mention = new(Fi: "Mainitse henkilö, joka näkee tämän", Sv: "Nämn någon som ser det här", En: "Mention somebody who sees this");

    public static readonly Text Position = new(Fi: "Kohta", Sv: "Position", En: "Position");
    public static readonly Text ReadAsText = new(Fi: "Lue tekstinä", Sv: "Läs som text", En: "Read as text");

    public static readonly Text ManyNewPosts = new(Fi: "{n} uutta julkaisua, näytä", Sv: "{n} nya inlägg, visa", En: "{n} new posts, show");

    public static readonly Text Copy = new(Fi: "Kopioi", Sv: "Kopiera", En: "Copy");
    public static readonly Text Copied = new(Fi: "Kopioitu", Sv: "Kopierat", En: "Copied");
    public static readonly Text Print = new(Fi: "Tulosta", Sv: "Skriv ut", En: "Print");

    public static readonly Text StillThere = new(Fi: "Oletko vielä paikalla?", Sv: "Är du kvar?", En: "Are you still there?");
    public static readonly Text SessionEndsSoon = new(
        Fi: "Tämä on yhteiskäyttöinen laite, joten kirjaamme sinut pian ulos. Luonnoksesi ovat tallessa.",
        Sv: "Det här är en delad enhet, så vi loggar snart ut dig. Dina utkast finns kvar.",
        En: "This is a shared device, so we will sign you out soon. Your drafts are kept.");
    public static readonly Text Stay = new(Fi: "Jatka", Sv: "Fortsätt", En: "Continue");

    public static Text NewPosts(int n) => Text.Count(n,
        one: new(Fi: "1 uusi julkaisu, näytä", Sv: "1 nytt inlägg, visa", En: "1 new post, show"),
        other: ManyNewPosts);

    public static string PlaySound(string title) => new Text(Fi: $"Toista ääni: {title}", Sv: $"Spela upp ljudet: {title}", En: $"Play sound: {title}");

    public static string PlayVideo(string title) => new Text(Fi: $"Toista video: {title}", Sv: $"Spela upp videon: {title}", En: $"Play video: {title}");

    public static string Pause(string title) => new Text(Fi: $"Keskeytä: {title}", Sv: $"Pausa: {title}", En: $"Pause: {title}");

    public static string AtMost(long bytes) => new Text(
        Fi: $"Kuva, video, ääni tai tiedosto, enintään {Say.Bytes(bytes)}. Sijaintitiedot poistetaan kuvista.",
        Sv: $"Bild, video, ljud eller fil, högst {Say.Bytes(bytes)}. Platsuppgifter tas bort ur bilder.",
        En: $"Picture, video, sound or file, at most {Say.Bytes(bytes)}. Places are removed from pictures.");

    public static string TooLarge(long bytes) => new Text(
        Fi: $"Tiedosto on liian suuri. Enintään {Say.Bytes(bytes)}.",
        Sv: $"Filen är för stor. Högst {Say.Bytes(bytes)}.",
        En: $"The file is too large. At most {Say.Bytes(bytes)}.");

    /// <summary>4.38; an hour and more is 1.04.38.</summary>
    public static string Clock(TimeSpan length) => length.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours}.{length.Minutes:00}.{length.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{length.Minutes}.{length.Seconds:00}");
}
