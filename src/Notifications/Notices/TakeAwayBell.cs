using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>How it went with the package of own data: which of the two stands where the kind of thing does.</summary>
public static class TakeAwayBell
{
    private const string Ready = "ready";
    private const string Failed = "failed";

    /// <summary>The <see cref="Notice.ThingKind"/> of a <see cref="NoticeKind.TakeAway"/>.</summary>
    public static string Mark(bool ready) => ready ? Ready : Failed;

    /// <summary>Null for a notice about something else.</summary>
    internal static Text? Sentence(NoticeRow notice) => notice.Kind != NoticeKind.TakeAway ? null : notice.ThingKind == Failed
        ? new(
            Fi: "Omien tietojesi pakettia ei saatu koottua. Voit tilata sen uudelleen.",
            Sv: "Paketet med dina uppgifter kunde inte sammanställas. Du kan beställa det på nytt.",
            En: "The package of your data could not be put together. You can order it again.")
        : new(
            Fi: "Omien tietojesi paketti on valmis. Lataa se viikon kuluessa.",
            Sv: "Paketet med dina uppgifter är klart. Ladda ner det inom en vecka.",
            En: "The package of your data is ready. Download it within a week.");
}
