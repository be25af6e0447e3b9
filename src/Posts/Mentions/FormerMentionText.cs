using Tupa.Kernel;

namespace Tupa.Posts;

internal static class FormerMentionText
{
    public static readonly Text Title = new(Fi: "Maininnat poistuneista", Sv: "Omnämnanden av dem som har lämnat", En: "Mentions of former users");
    public static readonly Text Lead = new(
        Fi: "Näissä julkaisuissa tai niiden kommenteissa on mainittu henkilö, jonka tiedot on poistettu. Maininta ei enää kerro, kuka hän oli. Tarkista, lukeeko nimi vielä muuten tekstissä.",
        Sv: "I de här inläggen eller deras kommentarer har någon nämnts vars uppgifter har raderats. Omnämnandet säger inte längre vem det var. Kontrollera om namnet ännu står i texten på annat sätt.",
        En: "These posts or their comments mention somebody whose data has been erased. The mention no longer says who it was. Check whether the name still stands in the text otherwise.");
    public static readonly Text None = new(Fi: "Tarkistettavia julkaisuja ei ole.", Sv: "Det finns inga inlägg att kontrollera.", En: "There are no posts to check.");
    public static readonly Text Looked = new(Fi: "Tarkistettu", Sv: "Kontrollerat", En: "Checked");

    public static Text Dates(FormerMentionRow row) => new(
        Fi: $"Julkaistu {Say.Day(row.PublishedAt)}, tiedot poistettu {Say.Day(row.At)}",
        Sv: $"Publicerat {Say.Day(row.PublishedAt)}, uppgifterna raderade {Say.Day(row.At)}",
        En: $"Published {Say.Day(row.PublishedAt)}, data erased {Say.Day(row.At)}");
}
