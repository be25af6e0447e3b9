using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>The words of comments.</summary>
internal static class CommentText
{
    public static readonly Text NothingSaid = new(Fi: "Kirjoita ensin kommentti.", Sv: "Skriv en kommentar först.", En: "Write a comment first.");
    public static readonly Text TooLong = new(
        Fi: "Kommentissa voi olla enintään 4 000 merkkiä. Lyhennä kommenttia.",
        Sv: "En kommentar får ha högst 4 000 tecken. Förkorta kommentaren.",
        En: "A comment can have at most 4,000 characters. Shorten it.");
    public static readonly Text MayNotComment = new(
        Fi: "Tätä julkaisua ei voi nyt kommentoida.",
        Sv: "Inlägget kan inte kommenteras nu.",
        En: "This post cannot be commented on now.");
    public static readonly Text MayNot = new(
        Fi: "Et voi tehdä tätä tälle kommentille.",
        Sv: "Du kan inte göra det här med kommentaren.",
        En: "You cannot do this to this comment.");
    public static readonly Text ThreadGone = new(
        Fi: "Kommentti, johon vastasit, on poistettu. Voit lähettää tekstin uutena kommenttina.",
        Sv: "Kommentaren som du svarade på har tagits bort. Du kan skicka texten som en ny kommentar.",
        En: "The comment you replied to has been removed. You can send the text as a new comment.");
    public static readonly Text Comments = new(Fi: "Kommentit", Sv: "Kommentarer", En: "Comments");
    public static readonly Text NoneYet = new(Fi: "Ei vielä kommentteja.", Sv: "Inga kommentarer ännu.", En: "No comments yet.");
    public static readonly Text YourComment = new(Fi: "Kommenttisi", Sv: "Din kommentar", En: "Your comment");
    public static readonly Text Send = new(Fi: "Lähetä kommentti", Sv: "Skicka kommentaren", En: "Send the comment");
    public static readonly Text Reply = new(Fi: "Vastaa", Sv: "Svara", En: "Reply");
    public static readonly Text SendReply = new(Fi: "Lähetä vastaus", Sv: "Skicka svaret", En: "Send the reply");
    public static readonly Text Save = new(Fi: "Tallenna muutos", Sv: "Spara ändringen", En: "Save the change");
    public static readonly Text EditTitle = new(Fi: "Muokkaa kommenttia", Sv: "Redigera kommentaren", En: "Edit the comment");
    public static readonly Text Removed = new(Fi: "Kommentti on poistettu.", Sv: "Kommentaren har tagits bort.", En: "The comment has been removed.");
    public static readonly Text Hidden = new(Fi: "Tilanhoitaja on piilottanut kommentin.", Sv: "En ansvarig för arbetsytan har dolt kommentaren.", En: "A steward has hidden the comment.");
    public static readonly Text Older = new(Fi: "Näytä lisää kommentteja", Sv: "Visa fler kommentarer", En: "Show more comments");
    public static readonly Text Help = new(
        Fi: "Voit mainita henkilön kirjoittamalla @ ja nimen alun.",
        Sv: "Du kan nämna någon genom att skriva @ och början av namnet.",
        En: "You can mention somebody by typing @ and the beginning of the name.");

    public static string ReplyTo(string name) => new Text(
        Fi: $"Vastaa: {name}", Sv: $"Svara {name}", En: $"Reply to {name}");
}
