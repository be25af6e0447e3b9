using System.Reflection;

namespace Tupa.Demo;

/// <summary>The embedded lists: "Lists/duties", "Posts/silta".</summary>
internal static class Lines
{
    private static readonly Assembly Here = typeof(Lines).Assembly;

    /// <summary>Rows of a list, cut at semicolons; lines that begin with one are remarks.</summary>
    public static IReadOnlyList<string[]> Rows(string list) =>
        [.. Read(list).Where(line => line.Length > 0 && line[0] != ';').Select(line => line.Split(';', StringSplitOptions.TrimEntries))];

    public static IReadOnlyList<string> Words(string list) =>
        [.. Read(list).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Of(string list) => [.. Read(list).Where(line => line.Length > 0)];

    public static IEnumerable<string> Read(string list)
    {
        using var stream = Here.GetManifestResourceStream(list) ?? throw new InvalidOperationException($"No such list: {list}");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }

    public static IReadOnlyList<string> Names(string folder) =>
        [.. Here.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
