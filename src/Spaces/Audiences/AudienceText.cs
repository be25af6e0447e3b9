using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>The words of who sees and why.</summary>
internal static class AudienceText
{
    public static readonly Text PartOfSpace = new(Fi: "Osa työtilasta", Sv: "Del av arbetsytan", En: "Part of a space");
    public static readonly Text MembersOfSpace = new(Fi: "Työtilan jäsenet", Sv: "Arbetsytans medlemmar", En: "Members of the space");
}
