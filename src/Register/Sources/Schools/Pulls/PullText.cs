using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Why a pull does not count.</summary>
internal static class PullText
{
    public static readonly Text NoToken = new(
        Fi: "Palvelu ei antanut lupaa hakea. Tarkista tunnus, salaisuus ja osoite.",
        Sv: "Tjänsten gav inget tillstånd att hämta. Kontrollera id, hemlighet och adress.",
        En: "The service gave no permission to fetch. Check the client id, the secret and the address.");
    public static readonly Text NoAnswer = new(
        Fi: "Palvelu ei vastaa. Haku yritetään seuraavan kerran aikataulun mukaan.",
        Sv: "Tjänsten svarar inte. Nästa försök görs enligt tidtabellen.",
        En: "The service does not answer. The next attempt follows the schedule.");
    public static readonly Text NotJson = new(
        Fi: "Vastaus ei ole OneRosterin mukaista JSONia.",
        Sv: "Svaret är inte JSON enligt OneRoster.",
        En: "The answer is not JSON as OneRoster has it.");
    public static readonly Text Unproven = new(
        Fi: "Palvelu ei kerro, montako riviä on, eikä sitä, mikä sivu on viimeinen. Hakua ei voi todeta kokonaiseksi.",
        Sv: "Tjänsten berättar inte hur många rader det finns eller vilken sida som är den sista. Hämtningen kan inte konstateras vara fullständig.",
        En: "The service does not say how many rows there are, nor which page is the last. The pull cannot be proven complete.");
    public static readonly Text Incomplete = new(
        Fi: "Rivejä tuli toinen määrä kuin palvelu kertoi. Hakua ei käytetty.",
        Sv: "Antalet rader var ett annat än tjänsten uppgav. Hämtningen användes inte.",
        En: "The number of rows was another than the service told. The pull was not used.");
    public static readonly Text Moved = new(
        Fi: "Tiedot muuttuivat haun aikana. Hakua ei käytetty.",
        Sv: "Uppgifterna ändrades under hämtningen. Hämtningen användes inte.",
        En: "The data changed while it was fetched. The pull was not used.");
    public static readonly Text Elsewhere = new(
        Fi: "Palvelu ohjaa osoitteeseen, jota ei ole sallittu. Sinne ei menty.",
        Sv: "Tjänsten hänvisar till en adress som inte är tillåten. Dit gick vi inte.",
        En: "The service points to an address that is not allowed. It was not followed.");
    public static readonly Text TooLarge = new(
        Fi: "Palvelu antaa enemmän kuin yhdessä haussa voi olla.",
        Sv: "Tjänsten ger mer än vad som kan finnas i en hämtning.",
        En: "The service gives more than a pull can hold.");
}

/// <summary>A pull that does not count; the reason is for the report.</summary>
internal sealed class PullException(Text reason, string? collection = null, Exception? cause = null) : Exception(reason.En, cause)
{
    public Text Reason { get; } = reason;

    public string? Collection { get; } = collection;
}
