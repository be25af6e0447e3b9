using System.Runtime.CompilerServices;

namespace Tupa.Tests;

/// <summary>The files of this repository, as the house tests read them.</summary>
internal static class Repo
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/node_modules/", StringComparison.Ordinal) && !f.Contains("/wwwroot/", StringComparison.Ordinal))
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)));

    public static string Short(string path) => Path.GetRelativePath(Root, path);

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
