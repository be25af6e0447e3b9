using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>The words of the reactions.</summary>
internal static class ReactionText
{
    public static readonly Text Reactions = new(Fi: "Reaktiot", Sv: "Reaktioner", En: "Reactions");
    private static readonly Text Thanks = new(Fi: "Kiitos", Sv: "Tack", En: "Thanks");
    private static readonly Text Agree = new(Fi: "Samaa mieltä", Sv: "Håller med", En: "I agree");
    private static readonly Text Idea = new(Fi: "Hyvä idea", Sv: "Bra idé", En: "Good idea");
    private static readonly Text Congratulations = new(Fi: "Onnittelut", Sv: "Grattis", En: "Congratulations");

    public static Text Of(ReactionKind kind) => kind switch
    {
        ReactionKind.Thanks => Thanks,
        ReactionKind.Agree => Agree,
        ReactionKind.Idea => Idea,
        ReactionKind.Congratulations => Congratulations,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Icon(ReactionKind kind) => kind switch
    {
        ReactionKind.Thanks => "hand-heart",
        ReactionKind.Agree => "check",
        ReactionKind.Idea => "lightbulb",
        ReactionKind.Congratulations => "party-popper",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How the kind stands in an address.</summary>
    public static string Word(ReactionKind kind) => kind switch
    {
        ReactionKind.Thanks => "thanks",
        ReactionKind.Agree => "agree",
        ReactionKind.Idea => "idea",
        ReactionKind.Congratulations => "congratulations",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static ReactionKind? Read(string word) =>
        Enum.GetValues<ReactionKind>().Select(k => (ReactionKind?)k).FirstOrDefault(k => Word(k!.Value) == word);
}
