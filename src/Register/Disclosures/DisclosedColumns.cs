using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a list may carry beside the name: attributes of the statement, and nothing else.</summary>
internal static class DisclosedColumns
{
    private static readonly string[] OfA = ["user_id", "email", "phone", "work_address", "organisation"];
    private static readonly string[] OfB = ["user_id", "email", "school", "class_name", "institution_code", "role"];

    /// <summary>Those of these registers, in the order of the statement.</summary>
    public static IReadOnlyList<string> Of(Registers registers) => [.. (registers.A ? OfA : []).Union(registers.B ? OfB : [])];

    public static Text Label(string column) => CardColumns.Label(column);

    public static string Key(IReadOnlyList<string> columns) => string.Join(' ', columns);

    public static IReadOnlyList<string> OfKey(string key) => key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
