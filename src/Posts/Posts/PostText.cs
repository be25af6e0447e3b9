using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>The words of posts and of what may be done with them.</summary>
internal static class PostText
{
    public static readonly Text TitleTooLong = new(
        Fi: "Otsikossa voi olla enintään 160 merkkiä. Lyhennä otsikkoa.",
        Sv: "Rubriken får ha högst 160 tecken. Förkorta rubriken.",
        En: "A heading can have at most 160 characters. Shorten it.");
    public static readonly Text BodyTooLong = new(
        Fi: "Tekstissä voi olla enintään 40 000 merkkiä. Lyhennä tekstiä tai liitä se tiedostona.",
        Sv: "Texten får ha högst 40 000 tecken. Förkorta texten eller bifoga den som fil.",
        En: "A text can have at most 40,000 characters. Shorten it or attach it as a file.");
    public static readonly Text NothingToPublish = new(
        Fi: "Tyhjää ei voi julkaista. Kirjoita otsikko tai teksti.",
        Sv: "Ett tomt inlägg kan inte publiceras. Skriv en rubrik eller en text.",
        En: "An empty post cannot be published. Write a heading or a text.");
    public static readonly Text ExpiresBeforePublished = new(
        Fi: "Poistumisajan pitää olla julkaisun jälkeen.",
        Sv: "Tidpunkten för borttagning måste vara efter publiceringen.",
        En: "The post must end after it is published.");
    public static readonly Text DeadlinePassed = new(
        Fi: "Määräajan pitää olla julkaisun jälkeen ja tulevaisuudessa.",
        Sv: "Tidsfristen måste vara efter publiceringen och i framtiden.",
        En: "The deadline must be after publication and in the future.");
    public static readonly Text MayNotPublish = new(
        Fi: "Et voi julkaista tässä työtilassa. Kysy oikeutta tilanhoitajalta.",
        Sv: "Du kan inte publicera i den här arbetsytan. Be arbetsytans ansvariga om rättighet.",
        En: "You cannot publish in this space. Ask a steward of the space.");
    public static readonly Text MayNot = new(
        Fi: "Et voi tehdä tätä tälle julkaisulle.",
        Sv: "Du kan inte göra det här med inlägget.",
        En: "You cannot do this to this post.");
    public static readonly Text NotMustRead = new(
        Fi: "Tälle julkaisulle ei pyydetä kuittausta.",
        Sv: "Ingen kvittering begärs för det här inlägget.",
        En: "No confirmation is asked for this post.");

    public static readonly Text Post = new(Fi: "Julkaisu", Sv: "Inlägg", En: "Post");
    public static readonly Text Edited = new(Fi: "muokattu", Sv: "redigerat", En: "edited");
    public static readonly Text History = new(Fi: "Muutoshistoria", Sv: "Ändringshistorik", En: "History of changes");
    public static readonly Text HistoryLead = new(
        Fi: "Näin julkaisussa luki ennen kutakin muutosta, uusin ensin.",
        Sv: "Så här löd inlägget före varje ändring, den nyaste först.",
        En: "This is what the post said before each change, newest first.");
    public static readonly Text NoHistory = new(Fi: "Julkaisua ei ole muutettu.", Sv: "Inlägget har inte ändrats.", En: "The post has not been changed.");
    public static readonly Text BackToPost = new(Fi: "Takaisin julkaisuun", Sv: "Tillbaka till inlägget", En: "Back to the post");
    public static readonly Text AudienceChanged = new(Fi: "näkyvyys muutettu", Sv: "synligheten ändrad", En: "audience changed");
    public static readonly Text Pinned = new(Fi: "Kiinnitetty", Sv: "Fäst", En: "Pinned");
    public static readonly Text New = new(Fi: "Uusi", Sv: "Nytt", En: "New");
    public static readonly Text ReadAll = new(Fi: "Lue koko julkaisu", Sv: "Läs hela inlägget", En: "Read the whole post");
    public static readonly Text Untitled = new(Fi: "Otsikoton julkaisu", Sv: "Inlägg utan rubrik", En: "Untitled post");
    public static readonly Text Comment = new(Fi: "Kommentoi", Sv: "Kommentera", En: "Comment");
    public static readonly Text MoreActions = new(Fi: "Lisää toimintoja", Sv: "Fler åtgärder", En: "More actions");
    public static readonly Text Edit = new(Fi: "Muokkaa", Sv: "Redigera", En: "Edit");
    public static readonly Text Delete = new(Fi: "Poista", Sv: "Ta bort", En: "Delete");
    public static readonly Text Pin = new(Fi: "Kiinnitä tilan alkuun", Sv: "Fäst överst i arbetsytan", En: "Pin to the top of the space");
    public static readonly Text Unpin = new(Fi: "Irrota tilan alusta", Sv: "Lossa från toppen av arbetsytan", En: "Unpin");
    public static readonly Text Hide = new(Fi: "Piilota", Sv: "Dölj", En: "Hide");
    public static readonly Text Show = new(Fi: "Näytä taas", Sv: "Visa igen", En: "Show again");
    public static readonly Text Report = new(Fi: "Ilmoita sisällöstä", Sv: "Anmäl innehållet", En: "Report this");
    public static readonly Text HiddenLabel = new(Fi: "Julkaisu on piilotettu", Sv: "Inlägget är dolt", En: "The post is hidden");
    public static readonly Text HiddenWords = new(
        Fi: "Sen näkevät vain kirjoittaja sekä tilan hoitajat ja muokkaajat.",
        Sv: "Det ses bara av skribenten och av arbetsytans ansvariga och redigerare.",
        En: "Only its author and the stewards and editors of the space see it.");
    public static readonly Text ExpiredLabel = new(Fi: "Julkaisu on poistunut näkyvistä", Sv: "Inlägget visas inte längre", En: "The post has gone from sight");
    public static readonly Text ScheduledLabel = new(Fi: "Julkaisu on ajastettu", Sv: "Inlägget är schemalagt", En: "The post is scheduled");

    public static readonly Text DeleteTitle = new(Fi: "Poistetaanko julkaisu?", Sv: "Ska inlägget tas bort?", En: "Delete the post?");
    public static readonly Text DeleteWords = new(
        Fi: "Julkaisu, sen liitteet, kommentit, reaktiot, kuittaukset ja muutoshistoria poistuvat heti ja kaikilta. Poistoa ei voi perua.",
        Sv: "Inlägget och dess bilagor, kommentarer, reaktioner, kvitteringar och ändringshistorik tas genast bort för alla. Det kan inte ångras.",
        En: "The post, its files, comments, reactions, confirmations and history go at once, for everyone. This cannot be undone.");
    public static readonly Text DeleteNow = new(Fi: "Poista julkaisu", Sv: "Ta bort inlägget", En: "Delete the post");
    public static readonly Text Keep = new(Fi: "Älä poista", Sv: "Ta inte bort", En: "Do not delete");

    public static string ScheduledFor(string moment) => new Text(
        Fi: $"Se tulee näkyviin {moment}. Siihen asti sen näkevät kirjoittaja sekä tilan hoitajat ja muokkaajat.",
        Sv: $"Det visas {moment}. Till dess ses det av skribenten och arbetsytans ansvariga och redigerare.",
        En: $"It will be seen {moment}. Until then its author and the stewards and editors of the space see it.");

    public static string ExpiredAt(string moment) => new Text(
        Fi: $"Se poistui näkyvistä {moment}. Sen näkevät kirjoittaja sekä tilan hoitajat ja muokkaajat.",
        Sv: $"Det försvann ur vyn {moment}. Det ses av skribenten och arbetsytans ansvariga och redigerare.",
        En: $"It went from sight {moment}. Its author and the stewards and editors of the space see it.");

    public static string ChangedBy(string name) => new Text(
        Fi: $"Muuttaja: {name}", Sv: $"Ändrad av {name}", En: $"Changed by {name}");
}
