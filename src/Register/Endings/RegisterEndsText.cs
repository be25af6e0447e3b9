using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words of the list of coming ends.</summary>
internal static class RegisterEndsText
{
    public static readonly Text Title = new(Fi: "Päättyvät tehtävät", Sv: "Uppgifter som upphör", En: "Coming ends");
    public static readonly Text Lead = new(
        Fi: "Ne, joiden viimeinen tehtävä jossakin henkilöryhmässä päättyy seuraavien 60 päivän aikana. Siirtyminen tehtävästä toiseen ei ole päättymistä.",
        Sv: "De vars sista uppgift i en persongrupp upphör inom 60 dagar. Att gå över från en uppgift till en annan räknas inte.",
        En: "Those whose last duty in a population ends within 60 days. A move from one duty to the next is no end.");
    public static readonly Text Unit = new(Fi: "Yksikkö", Sv: "Enhet", En: "Unit");
    public static readonly Text AllUnits = new(Fi: "Kaikki yksiköt", Sv: "Alla enheter", En: "All units");
    public static readonly Text None = new(Fi: "Kenenkään tehtävä ei pääty", Sv: "Ingens uppgift upphör", En: "Nobody's duty ends");
    public static readonly Text NoneLead = new(
        Fi: "Seuraavien 60 päivän aikana rajaukseen ei osu yhtään päättymistä.", Sv: "Inget slut inom 60 dagar motsvarar avgränsningen.", En: "No end within 60 days matches the filter.");
    public static readonly Text What = new(Fi: "Mikä päättyy", Sv: "Vad som upphör", En: "What ends");
    public static readonly Text LeavesHouse = new(Fi: "Käyttö päättyy samalla", Sv: "Användningen upphör samtidigt", En: "The use ends with it");
    public static readonly Text Proposed = new(Fi: "Jatkoa ehdotettu", Sv: "Förlängning föreslagen", En: "Proposed to go on");
}
