using Tupa.Kernel;

namespace Tupa.Notifications;

internal static class InboxText
{
    public static readonly Text Title = new(Fi: "Ilmoitukset", Sv: "Aviseringar", En: "Notifications");
    public static readonly Text Parts = new(Fi: "Mitkä ilmoitukset näytetään", Sv: "Vilka aviseringar som visas", En: "Which notifications are shown");
    public static readonly Text All = new(Fi: "Kaikki", Sv: "Alla", En: "All");
    public static readonly Text UnreadOnly = new(Fi: "Lukematta", Sv: "Olästa", En: "Unread");
    public static readonly Text Settings = new(Fi: "Asetukset", Sv: "Inställningar", En: "Settings");
    public static readonly Text ReadAll = new(Fi: "Merkitse kaikki luetuiksi", Sv: "Markera alla som lästa", En: "Mark all as read");
    public static readonly Text New = new(Fi: "Uusi", Sv: "Ny", En: "New");
    public static readonly Text Older = new(Fi: "Näytä vanhempia ilmoituksia", Sv: "Visa äldre aviseringar", En: "Show older notifications");

    public static readonly Text Nothing = new(Fi: "Ei ilmoituksia", Sv: "Inga aviseringar", En: "No notifications");

    public static readonly Text NothingLead = new(
        Fi: "Kun joku mainitsee sinut, vastaa sinulle tai kun sinun on luettava jotakin, näet sen täällä.",
        Sv: "När någon nämner dig eller svarar dig, eller när du måste läsa något, ser du det här.",
        En: "When somebody mentions you or replies to you, or when you must read something, you see it here.");

    public static readonly Text NothingUnread = new(Fi: "Kaikki on luettu", Sv: "Allt är läst", En: "Everything is read");

    public static readonly Text NothingUnreadLead = new(
        Fi: "Uudet ilmoitukset tulevat tähän.",
        Sv: "Nya aviseringar kommer hit.",
        En: "New notifications come here.");
}
