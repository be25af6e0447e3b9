using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>The words of reporting and hiding.</summary>
internal static class ReportText
{
    public static readonly Text Report = new(Fi: "Ilmoita sisällöstä", Sv: "Anmäl innehåll", En: "Report content");
    public static readonly Text Lead = new(
        Fi: "Ilmoituksesi menee tilanhoitajille. Jos kirjoittaja on oppilas, sen saavat myös luokan opettajat ja koulun kanslia.",
        Sv: "Din anmälan går till de ansvariga för arbetsytan. Om skribenten är en elev får också klassens lärare och skolkansliet den.",
        En: "Your report goes to the stewards of the space. If the author is a pupil, the class teachers and the school office get it too.");
    public static readonly Text Reason = new(Fi: "Mikä on vialla?", Sv: "Vad är fel?", En: "What is wrong?");
    public static readonly Text ReasonHelp = new(Fi: "Kerro omin sanoin, enintään 500 merkkiä.", Sv: "Berätta med egna ord, högst 500 tecken.", En: "In your own words, at most 500 characters.");
    public static readonly Text ReasonNeeded = new(Fi: "Kerro, mikä on vialla.", Sv: "Berätta vad som är fel.", En: "Say what is wrong.");
    public static readonly Text Send = new(Fi: "Lähetä ilmoitus", Sv: "Skicka anmälan", En: "Send the report");
    public static readonly Text Thanks = new(Fi: "Kiitos, ilmoitus on perillä", Sv: "Tack, anmälan har kommit fram", En: "Thank you, the report has arrived");
    public static readonly Text ThanksLead = new(Fi: "Tilanhoitaja katsoo asian.", Sv: "Den ansvariga tar itu med saken.", En: "A steward will look into it.");
    public static readonly Text Reports = new(Fi: "Ilmoitukset sisällöstä", Sv: "Anmälningar om innehåll", En: "Reports of content");
    public static readonly Text None = new(Fi: "Ei ilmoituksia.", Sv: "Inga anmälningar.", En: "No reports.");
    public static readonly Text OpenOnes = new(Fi: "Odottaa käsittelyä", Sv: "Väntar på behandling", En: "Waiting");
    public static readonly Text Handled = new(Fi: "Käsitelty", Sv: "Behandlad", En: "Handled");
    public static readonly Text Hidden = new(Fi: "Piilotettu", Sv: "Dold", En: "Hidden");
    public static readonly Text Gone = new(Fi: "Sisältö on poistettu.", Sv: "Innehållet har tagits bort.", En: "The content has been deleted.");
    public static readonly Text NotShown = new(Fi: "Et kuulu niihin, joille sisältö näkyy.", Sv: "Du hör inte till dem som ser innehållet.", En: "You are not among those who see the content.");
    public static readonly Text Hide = new(Fi: "Piilota", Sv: "Dölj", En: "Hide");
    public static readonly Text Unhide = new(Fi: "Näytä taas", Sv: "Visa igen", En: "Show again");
    public static readonly Text LetStand = new(Fi: "Anna olla", Sv: "Låt stå", En: "Let it stand");
    public static readonly Text Space = new(Fi: "Työtila", Sv: "Arbetsyta", En: "Space");
}
