using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>The words around what a mail tells. Always in the recipient's language: <see cref="Text.In"/>.</summary>
internal static class MailText
{
    public static readonly Text Hello = new(Fi: "Hei!", Sv: "Hej!", En: "Hello!");
    public static readonly Text ForYou = new(Fi: "Sinulle", Sv: "Till dig", En: "For you");
    public static readonly Text InSpaces = new(Fi: "Uutta työtiloissasi", Sv: "Nytt i dina arbetsytor", En: "New in your spaces");
    public static readonly Text Home = new(Fi: "Avaa Tupa", Sv: "Öppna Tupa", En: "Open Tupa");
    public static readonly Text Settings = new(Fi: "Ilmoitusten asetukset", Sv: "Inställningar för aviseringar", En: "Notification settings");
    public static readonly Text Unsubscribe = new(Fi: "Lopeta nämä sähköpostit", Sv: "Sluta få dessa e-postmeddelanden", En: "Stop these e-mails");
    public static readonly Text InConfidential = new(Fi: "salassa pidettävässä työtilassa", Sv: "i en sekretessbelagd arbetsyta", En: "in a confidential space");
    public static readonly Text AboutAccount = new(Fi: "Tupa: viesti tilistäsi", Sv: "Tupa: meddelande om ditt konto", En: "Tupa: about your account");

    public static Text Subject(long n) => Text.Count(
        n,
        one: new(Fi: "Tupa: 1 uusi asia sinulle", Sv: "Tupa: 1 nyhet för dig", En: "Tupa: 1 thing new for you"),
        other: new(Fi: "Tupa: {n} uutta asiaa sinulle", Sv: "Tupa: {n} nyheter för dig", En: "Tupa: {n} things new for you"));

    public static Text Confidential(long n) => Text.Count(
        n,
        one: new(
            Fi: "1 uusi julkaisu salassa pidettävässä työtilassa",
            Sv: "1 nytt inlägg i en sekretessbelagd arbetsyta",
            En: "1 new post in a confidential space"),
        other: new(
            Fi: "{n} uutta julkaisua salassa pidettävissä työtiloissa",
            Sv: "{n} nya inlägg i sekretessbelagda arbetsytor",
            En: "{n} new posts in confidential spaces"));

    public static Text More(long n) => Text.Count(
        n,
        one: new(Fi: "ja 1 muu", Sv: "och 1 till", En: "and 1 more"),
        other: new(Fi: "ja {n} muuta", Sv: "och {n} till", En: "and {n} more"));
}
