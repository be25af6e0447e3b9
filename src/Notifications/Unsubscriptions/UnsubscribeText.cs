using Tupa.Kernel;

namespace Tupa.Notifications;

internal static class UnsubscribeText
{
    public static readonly Text Title = new(Fi: "Lopeta Tuvan sähköpostit", Sv: "Sluta få e-post från Tupa", En: "Stop e-mail from Tupa");

    public static readonly Text Lead = new(
        Fi: "Tämän jälkeen sinulle ei enää tule sähköpostia siitä, mitä Tuvassa tapahtuu. Ilmoitukset näkyvät edelleen Tuvassa.",
        Sv: "Efter detta får du inte längre e-post om vad som händer i Tupa. Aviseringarna syns fortfarande i Tupa.",
        En: "After this you no longer get e-mail about what happens in Tupa. Notifications still appear in Tupa.");

    public static readonly Text StillComes = new(
        Fi: "Tiliäsi koskevat viestit tulevat edelleen, samoin kooste siitä, mikä sinun on luettava määräaikaan mennessä.",
        Sv: "Meddelanden om ditt konto kommer fortfarande, liksom ett sammandrag av sådant som du måste läsa före en viss tid.",
        En: "News about your account still comes, and so does a digest of what you must read by a deadline.");

    public static readonly Text Stop = new(Fi: "Lopeta sähköpostit", Sv: "Sluta få e-post", En: "Stop e-mail");
    public static readonly Text Done = new(Fi: "Sähköpostit on lopetettu", Sv: "E-posten har avslutats", En: "E-mail has been stopped");

    public static readonly Text DoneLead = new(
        Fi: "Voit ottaa ne takaisin Tuvan ilmoitusten asetuksissa.",
        Sv: "Du kan ta den i bruk igen i Tupas inställningar för aviseringar.",
        En: "You can turn it on again in Tupa's notification settings.");

    public static readonly Text Settings = new(Fi: "Avaa asetukset", Sv: "Öppna inställningarna", En: "Open the settings");

    public static readonly Text Broken = new(
        Fi: "Linkki ei ole kokonainen. Avaa se uudelleen sähköpostista.",
        Sv: "Länken är inte hel. Öppna den på nytt från e-postmeddelandet.",
        En: "The link is not whole. Open it again from the e-mail.");
}
