using System.Text.RegularExpressions;

namespace Tupa.Tests;

/// <summary>The documents tell the truth about the tree.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_file_that_the_architecture_names_is_there() => Assert.Empty(
        from document in new[] { "ARCHITECTURE.md", "CONTRIBUTING.md", "README.md" }
        from Match match in Named().Matches(File.ReadAllText(Path.Combine(Repo.Root, document)))
        let path = Path.Combine(Repo.Root, match.Groups["path"].Value)
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{document}: {match.Groups["path"].Value}");

    [Fact]
    public void Every_link_between_documents_leads_somewhere() => Assert.Empty(
        from document in Documents()
        from Match match in Link().Matches(File.ReadAllText(document))
        let path = Path.Combine(Path.GetDirectoryName(document)!, match.Groups["path"].Value)
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{Repo.Short(document)}: {match.Groups["path"].Value}");

    [Fact]
    public void Every_path_in_a_document_is_there() => Assert.Empty(
        from document in Documents()
        from Match match in Named().Matches(File.ReadAllText(document))
        let path = match.Groups["path"].Value
        let beside = Path.Combine(Path.GetDirectoryName(document)!, path)
        where !File.Exists(Path.Combine(Repo.Root, path)) && !Directory.Exists(Path.Combine(Repo.Root, path)) && !File.Exists(beside) && !Directory.Exists(beside)
        select $"{Repo.Short(document)}: {path}");

    [Fact]
    public void Every_source_file_that_a_document_names_is_there()
    {
        var files = Repo.Files(".", ".cs", ".razor", ".ts", ".css", ".txt", ".json", ".md", ".sql", ".props").Select(f => Path.GetFileName(f)!).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(
            from document in Documents()
            from Match match in Source().Matches(File.ReadAllText(document))
            where !files.Contains(match.Groups["name"].Value)
            select $"{Repo.Short(document)}: {match.Groups["name"].Value}");
    }

    [Fact]
    public void Every_setting_is_told_of_where_the_operator_reads() => Assert.Empty(
        from setting in Server.KnownSettings.All
        let said = File.ReadAllText(Path.Combine(Repo.Root, "docs", "operate.md"))
        let word = setting.Key.StartsWith("Tupa:Statement:", StringComparison.Ordinal) ? setting.Key.Split(':')[2] : setting.Key
        where !said.Contains($"`{word}`", StringComparison.Ordinal) && !said.Contains($"`:{word}`", StringComparison.Ordinal)
            && !said.Contains($":{word}`", StringComparison.Ordinal)
        select setting.Key);

    [Fact]
    public void The_readme_is_short() => Assert.InRange(File.ReadLines(Path.Combine(Repo.Root, "README.md")).Count(), 10, 80);

    [Fact]
    public void Every_room_says_its_words_rules_and_tables() => Assert.Empty(
        from room in Directory.GetDirectories(Path.Combine(Repo.Root, "src"))
        where File.Exists(Path.Combine(room, Path.GetFileName(room) + "Room.cs"))
        let readme = Path.Combine(room, "README.md")
        from heading in new[] { "## Words", "## Rules", "## Tables" }
        where !File.Exists(readme) || !File.ReadAllText(readme).Contains(heading, StringComparison.Ordinal)
        select $"{Repo.Short(readme)}: {heading}");

    private static IEnumerable<string> Documents() => Directory.GetFiles(Repo.Root, "*.md").Concat(Repo.Files("docs", ".md")).Concat(Repo.Files("src", ".md"));

    [GeneratedRegex(@"\]\((?![a-z]+:|#)(?<path>[^)#\s]+)[^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    // Without a folder: "HomePage.razor".
    [GeneratedRegex(@"`(?<name>[A-Z]\w+\.(cs|razor|ts))`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();

    [GeneratedRegex(@"[`(](?<path>(src|tests|bin|docs|bench|\.ci)/[\w./-]+)[`)#]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
