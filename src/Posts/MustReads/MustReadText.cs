using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>The words of what must be read.</summary>
internal static class MustReadText
{
    public static readonly Text ReadAndConfirm = new(Fi: "Lue ja kuittaa", Sv: "Läs och kvittera", En: "Read and confirm");
    public static readonly Text Confirm = new(Fi: "Kuittaa luetuksi", Sv: "Kvittera som läst", En: "Confirm as read");
    public static readonly Text Confirmed = new(Fi: "Olet kuitannut tämän luetuksi", Sv: "Du har kvitterat det här som läst", En: "You have confirmed reading this");
    public static readonly Text Reading = new(Fi: "Kuittaukset", Sv: "Kvitteringar", En: "Confirmations");
    public static readonly Text Missing = new(Fi: "Eivät ole vielä kuitanneet", Sv: "Har ännu inte kvitterat", En: "Have not confirmed yet");
    public static readonly Text End = new(Fi: "Lopeta kuittausten pyytäminen", Sv: "Sluta begära kvittering", En: "Stop asking for confirmations");
    public static readonly Text WhoSees = new(
        Fi: "Nimet näkevät vain kirjoittaja ja tilanhoitajat, muistuttamista varten.",
        Sv: "Namnen ses bara av skribenten och arbetsytans ansvariga, för att kunna påminna.",
        En: "Only the author and the stewards see the names, for reminding.");

    public static string By(string moment) => new Text(
        Fi: $"Luettava viimeistään {moment}.", Sv: $"Läs senast {moment}.", En: $"To be read by {moment}.");

    public static string Until(string moment) => new Text(
        Fi: $"Viimeistään {moment}", Sv: $"Senast {moment}", En: $"By {moment}");

    public static string WasBy(string moment) => new Text(
        Fi: $"Määräaika oli {moment}", Sv: $"Tidsfristen var {moment}", En: $"The deadline was {moment}");

    public static string PublishedBy(string name) => new Text(
        Fi: $"julkaissut {name}", Sv: $"publicerat av {name}", En: $"published by {name}");

    public static string Done(int confirmed, int total) => new Text(
        Fi: $"{Say.Number(confirmed)} on kuitannut, lukijoita on {Say.Number(total)}.",
        Sv: $"{Say.Number(confirmed)} av {Say.Number(total)} har kvitterat.",
        En: $"{Say.Number(confirmed)} of {Say.Number(total)} have confirmed.");

    public static Text More(int n) => Text.Count(n,
        one: new(Fi: "ja yksi, jota ei nimetä", Sv: "och en som inte nämns vid namn", En: "and one who is not named"),
        other: new(Fi: "ja {n}, joita ei nimetä", Sv: "och {n} som inte nämns vid namn", En: "and {n} who are not named"));
}
