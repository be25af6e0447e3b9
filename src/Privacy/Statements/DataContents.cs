using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>What is held about people: the register's own closed lists in the words of the statement, and what the other rooms keep besides.</summary>
public static class DataContents
{
    /// <summary>The role has a longer name in the statement than on a profile.</summary>
    private static readonly Text Role = new(
        Fi: "Henkilön roolitietoja: henkilökunta / oppilas / opiskelija",
        Sv: "Uppgifter om personens roll: personal / elev / studerande",
        En: "The person's role: staff / pupil / student");

    /// <summary>Staff, elected officials, partners and other third parties: seven attributes.</summary>
    public static IReadOnlyList<Text> RegisterA { get; } = Labels(ClosedLists.RegisterA);

    /// <summary>Education: eight attributes.</summary>
    public static IReadOnlyList<Text> RegisterB { get; } = Labels(ClosedLists.RegisterB);

    /// <summary>Not named by the original statement, and held: the lifecycle and the technical keeping.</summary>
    public static IReadOnlyList<Text> Technical { get; } = [.. Labels(ClosedLists.Technical).Except(RegisterA).Except(RegisterB), .. Labels(RoomColumns.All)];

    /// <summary>Each once, in the order of the list: a name has two columns.</summary>
    private static IReadOnlyList<Text> Labels(IEnumerable<ClosedColumn> columns) =>
        [.. columns.Select(c => c is { Table: "register_cards_b", Column: "role" } ? Role : c.Label).Distinct()];
}
