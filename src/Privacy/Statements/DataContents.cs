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

    /// <summary>Every line of the three lists, as "table.column".</summary>
    public static IReadOnlySet<string> Columns { get; } =
        ClosedLists.RegisterA.Concat(ClosedLists.RegisterB).Concat(ClosedLists.Technical).Concat(RoomColumns.All).Select(c => $"{c.Table}.{c.Column}").ToHashSet(StringComparer.Ordinal);

    /// <summary>Tables whose rows are of a person and not what a person wrote: those of these rooms, and single ones elsewhere.</summary>
    private static readonly string[] OfPeople =
        ["register_", "access_", "notifications_", "audit_aliases.", "audit_entries.address", "spaces_read_marks.", "posts_confirmations.", "privacy_take_aways."];

    /// <summary>Whether a "table.column" is of people, so that it must stand in a list.</summary>
    public static bool IsOfPeople(string column) => OfPeople.Any(p => column.StartsWith(p, StringComparison.Ordinal));

    /// <summary>Each once, in the order of the list: a name has two columns.</summary>
    private static IReadOnlyList<Text> Labels(IEnumerable<ClosedColumn> columns) =>
        [.. columns.Select(c => c is { Table: "register_cards_b", Column: "role" } ? Role : c.Label).Distinct()];
}
