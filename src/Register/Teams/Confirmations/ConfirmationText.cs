using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words of the rounds in which heads confirm their people.</summary>
public static class ConfirmationText
{
    internal static readonly Text Title = new(Fi: "Vahvista tiimisi", Sv: "Bekräfta ditt team", En: "Confirm your team");
    internal static readonly Text Round = new(Fi: "Vahvistuskierros", Sv: "Bekräftelseomgång", En: "Round of confirmation");
    internal static readonly Text Lead = new(
        Fi: "Ovatko tiedot yhä oikein? Vahvista ne, joiden tehtävä ja yksikkö ovat ennallaan. Poista valinta niiltä, joiden tiedot eivät ole oikein, ja korjaa tiedot henkilön sivulla.",
        Sv: "Stämmer uppgifterna fortfarande? Bekräfta dem vars uppgift och enhet är oförändrade. Avmarkera dem vars uppgifter inte stämmer och rätta dem på personens sida.",
        En: "Is everything still right? Confirm those whose duty and unit are as before. Untick those that are not right, and mend them on the person's page.");
    internal static readonly Text Confirm = new(Fi: "Vahvista valitut", Sv: "Bekräfta de valda", En: "Confirm the ticked ones");
    internal static readonly Text Confirmed = new(Fi: "Vahvistettu", Sv: "Bekräftad", En: "Confirmed");
    internal static readonly Text NoLonger = new(Fi: "Ei enää", Sv: "Inte längre", En: "No longer");
    internal static readonly Text AllTitle = new(Fi: "Kaikki on vahvistettu", Sv: "Alla är bekräftade", En: "All are confirmed");
    internal static readonly Text NobodyTitle = new(Fi: "Ei vahvistettavaa", Sv: "Inget att bekräfta", En: "Nobody to confirm");
    internal static readonly Text RoundOver = new(
        Fi: "Tämä kierros on ohi. Avaa sivu uudelleen.",
        Sv: "Den här omgången är över. Öppna sidan på nytt.",
        En: "This round is over. Open the page again.");
    internal static readonly Text More = new(Fi: "Näytä seuraavat", Sv: "Visa följande", En: "Show the next ones");

    internal static Text By(DateOnly lastDay) => new(
        Fi: $"Vahvista viimeistään {Say.Day(lastDay)}.", Sv: $"Bekräfta senast {Say.Day(lastDay)}.", En: $"Confirm by {Say.Day(lastDay)}.");

    internal static Text Late(DateOnly lastDay) => new(
        Fi: $"Määräaika oli {Say.Day(lastDay)}. Voit yhä vahvistaa.", Sv: $"Tidsfristen var {Say.Day(lastDay)}. Du kan fortfarande bekräfta.", En: $"The time ended {Say.Day(lastDay)}. You can still confirm.");

    internal static Text Next(DateOnly opens) => new(
        Fi: $"Seuraava kierros alkaa {Say.Day(opens)}.", Sv: $"Nästa omgång börjar {Say.Day(opens)}.", En: $"The next round begins {Say.Day(opens)}.");

    /// <summary>In the inbox and in mail.</summary>
    public static Text Wanted(DateOnly lastDay) => new(
        Fi: $"Vahvista tiimisi tiedot viimeistään {Say.Day(lastDay)}", Sv: $"Bekräfta uppgifterna om ditt team senast {Say.Day(lastDay)}", En: $"Confirm your team by {Say.Day(lastDay)}");

    internal static Text Missing(ConfirmationState state) => state.Missing == 0
        ? new(Fi: "Kaikki on vahvistettu.", Sv: "Alla är bekräftade.", En: "All are confirmed.")
        : Text.Count(state.Missing,
            one: new(
                Fi: "Yhtä tehtävää ei ole vahvistettu. Sen vahvistaa esihenkilö.",
                Sv: "En uppgift är inte bekräftad. Den bekräftas av chefen.",
                En: "One duty has not been confirmed. The supervisor confirms it."),
            other: new(
                Fi: $"{{n}} tehtävää ei ole vahvistettu. Esihenkilöitä, jotka eivät ole vahvistaneet kaikkia, on {Say.Number(state.Heads)}.",
                Sv: $"{{n}} uppgifter är inte bekräftade. Antalet chefer som inte har bekräftat alla är {Say.Number(state.Heads)}.",
                En: $"{{n}} duties have not been confirmed. The number of supervisors who have not confirmed all is {Say.Number(state.Heads)}."));

    internal static Text Opened(ConfirmationRound round) => new(
        Fi: $"Alkoi {Say.Day(round.Opens)}, määräaika {Say.Day(round.LastDay)}.", Sv: $"Började {Say.Day(round.Opens)}, tidsfrist {Say.Day(round.LastDay)}.", En: $"Began {Say.Day(round.Opens)}, to be done by {Say.Day(round.LastDay)}.");
}
