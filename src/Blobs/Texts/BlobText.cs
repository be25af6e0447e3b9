using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>The words about bytes.</summary>
public static class BlobText
{
    /// <summary>The banner of a house without a scanner.</summary>
    public static readonly Text ScanningOff = new(
        Fi: "Haittaohjelmien tarkistus on pois päältä. Tiedostoja ei ole tarkistettu.",
        Sv: "Kontrollen av skadliga program är avstängd. Filerna är inte kontrollerade.",
        En: "Malware scanning is off. Files have not been checked.");

    /// <summary>The banner of a house whose scanner does not answer.</summary>
    public static readonly Text ScanningDown = new(
        Fi: "Haittaohjelmien tarkistus ei vastaa. Uudet tiedostot odottavat, kunnes se palaa.",
        Sv: "Kontrollen av skadliga program svarar inte. Nya filer väntar tills den är tillbaka.",
        En: "Malware scanning does not answer. New files wait until it is back.");

    public static readonly Text Checking = new(Fi: "Tarkistetaan…", Sv: "Kontrolleras…", En: "Being checked…");
    public static readonly Text Preparing = new(Fi: "Valmistellaan…", Sv: "Förbereds…", En: "Being prepared…");
    public static readonly Text Checked = new(Fi: "tarkistettu", Sv: "kontrollerad", En: "checked");
    public static readonly Text Unchecked = new(Fi: "tarkistamaton", Sv: "inte kontrollerad", En: "not checked");

    public static readonly Text Empty = new(
        Fi: "Tiedosto on tyhjä. Valitse toinen tiedosto.",
        Sv: "Filen är tom. Välj en annan fil.",
        En: "The file is empty. Choose another file.");

    public static readonly Text Program = new(
        Fi: "Ohjelmatiedostoja ei voi liittää. Pakkaa ne tai jaa linkki.",
        Sv: "Programfiler kan inte bifogas. Packa dem eller dela en länk.",
        En: "Program files cannot be attached. Put them in an archive or share a link.");

    public static Text TooLarge(long largest) => new(
        Fi: $"Tiedosto on liian suuri. Suurin sallittu koko on {Size(largest, "fi")}.",
        Sv: $"Filen är för stor. Den största tillåtna storleken är {Size(largest, "sv")}.",
        En: $"The file is too large. The largest allowed size is {Size(largest, "en")}.");

    public static Text AtMost(long largest) => new(
        Fi: $"Enintään {Size(largest, "fi")}.",
        Sv: $"Högst {Size(largest, "sv")}.",
        En: $"At most {Size(largest, "en")}.");

    /// <summary>Why it is blocked, for the one who sent it.</summary>
    public static Text Why(BlobReason? reason, string? signature) => reason switch
    {
        BlobReason.Malware => new(
            Fi: $"Tiedostosta löytyi haittaohjelma ({signature}). Tiedosto poistettiin, eikä kukaan saanut sitä.",
            Sv: $"Ett skadligt program hittades i filen ({signature}). Filen togs bort och ingen fick den.",
            En: $"Malware was found in the file ({signature}). The file was removed and nobody received it."),
        BlobReason.TooLarge => new(
            Fi: "Tiedosto on liian suuri tarkistettavaksi, joten sitä ei jaeta. Pienennä se tai jaa osina.",
            Sv: "Filen är för stor för att kontrolleras, så den delas inte. Förminska den eller dela upp den.",
            En: "The file is too large to be checked, so it is not shared. Make it smaller or share it in parts."),
        BlobReason.Encrypted => new(
            Fi: "Salasanalla suojattua tiedostoa ei voi tarkistaa, joten sitä ei jaeta. Poista salasana ja liitä tiedosto uudelleen.",
            Sv: "En lösenordsskyddad fil kan inte kontrolleras, så den delas inte. Ta bort lösenordet och bifoga filen på nytt.",
            En: "A file under a password cannot be checked, so it is not shared. Remove the password and attach it again."),
        BlobReason.TooManyPixels => new(
            Fi: "Kuvassa on liikaa kuvapisteitä. Pienennä kuva ja liitä se uudelleen.",
            Sv: "Bilden har för många bildpunkter. Förminska den och bifoga den på nytt.",
            En: "The picture has too many pixels. Make it smaller and attach it again."),
        BlobReason.TooLong => new(
            Fi: "Tallenne on liian pitkä. Jaa se osiin ja liitä ne uudelleen.",
            Sv: "Inspelningen är för lång. Dela upp den och bifoga delarna på nytt.",
            En: "The recording is too long. Split it and attach the parts again."),
        BlobReason.Unreadable or null => new(
            Fi: "Tiedostoa ei voitu lukea. Tarkista, että se aukeaa omalla laitteellasi, ja liitä se uudelleen.",
            Sv: "Filen kunde inte läsas. Kontrollera att den öppnas på din egen enhet och bifoga den på nytt.",
            En: "The file could not be read. Check that it opens on your own device and attach it again."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string Size(long bytes, string language)
    {
        var (value, fi, other) = bytes switch
        {
            >= 1_000_000_000 => (bytes / 1e9, "Gt", "GB"),
            >= 1_000_000 => (bytes / 1e6, "Mt", "MB"),
            _ => (bytes / 1e3, "kt", "kB"),
        };
        return $"{value.ToString("0.#", Language.Culture(language))}\u00a0{(language == "fi" ? fi : other)}";
    }
}
