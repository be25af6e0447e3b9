using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>The words about files.</summary>
public static class FileText
{
    public static readonly Text UploadGone = new(
        Fi: "Yhtä liitetyistä tiedostoista ei enää ole. Liitä se uudelleen.",
        Sv: "En av de bifogade filerna finns inte längre. Bifoga den på nytt.",
        En: "One of the attached files is no longer here. Attach it again.");

    public static readonly Text TooMuchWaiting = new(
        Fi: "Sinulla on liikaa liittämättömiä tiedostoja. Julkaise tai poista niitä ensin; yli vuorokauden vanhat poistuvat itsestään.",
        Sv: "Du har för många filer som inte har publicerats. Publicera eller ta bort några först; de som är äldre än ett dygn försvinner av sig själva.",
        En: "Too many of your files are waiting. Publish or remove some first; those older than a day go by themselves.");

    public static readonly Text TooManyAtOnce = new(
        Fi: "Lähetit monta tiedostoa lyhyessä ajassa. Odota hetki ja yritä uudelleen.",
        Sv: "Du skickade många filer på kort tid. Vänta en stund och försök igen.",
        En: "You sent many files in a short time. Wait a moment and try again.");

    public static readonly Text NoFile = new(
        Fi: "Valitse ensin tiedosto.",
        Sv: "Välj först en fil.",
        En: "Choose a file first.");

    public static readonly Text AltTooLong = new(
        Fi: "Tekstivastine saa olla enintään 500 merkkiä.",
        Sv: "Textalternativet får ha högst 500 tecken.",
        En: "The text alternative may have at most 500 characters.");

    public static readonly Text Alt = new(Fi: "Kuvan tekstivastine", Sv: "Bildens textalternativ", En: "Text alternative of the picture");
    public static readonly Text AltHelp = new(
        Fi: "Mitä kuvasta pitää tietää, jos sitä ei näe? Jätä tyhjäksi, jos kuva on vain koriste.",
        Sv: "Vad behöver man veta om bilden om man inte ser den? Lämna tomt om bilden bara är dekoration.",
        En: "What must one know of the picture without seeing it? Leave empty if it only decorates.");

    public static readonly Text Attach = new(Fi: "Liitä tiedosto", Sv: "Bifoga en fil", En: "Attach a file");
    public static readonly Text File = new(Fi: "Tiedosto", Sv: "Fil", En: "File");
    public static readonly Text Back = new(Fi: "Takaisin liittämättä", Sv: "Tillbaka utan att bifoga", En: "Back without attaching");
    public static readonly Text NoLocation = new(
        Fi: "Sijaintitiedot poistetaan kuvista ja videoista.",
        Sv: "Platsuppgifter tas bort ur bilder och videor.",
        En: "Locations are removed from pictures and videos.");

    public static readonly Text Files = new(Fi: "Tiedostot", Sv: "Filer", En: "Files");
    public static readonly Text Blocked = new(
        Fi: "Tiedosto on estetty", Sv: "Filen är spärrad", En: "The file is blocked");

    /// <summary>For a picture without a text of its own, where it is a link.</summary>
    public static readonly Text OpenPicture = new(Fi: "Avaa kuva", Sv: "Öppna bilden", En: "Open the picture");

    public static Text Remove(string name) => new(Fi: $"Poista {name}", Sv: $"Ta bort {name}", En: $"Remove {name}");

    public static Text TooMany(int most) => new(
        Fi: $"Tiedostoja saa olla enintään {most}. Poista osa.",
        Sv: $"Det får finnas högst {most} filer. Ta bort några.",
        En: $"There may be at most {most} files. Remove some.");

    public static Text More(int n) => Text.Count(n,
        one: new(Fi: "1 kuva lisää", Sv: "1 bild till", En: "1 more picture"),
        other: new(Fi: "{n} kuvaa lisää", Sv: "{n} bilder till", En: "{n} more pictures"));
}
