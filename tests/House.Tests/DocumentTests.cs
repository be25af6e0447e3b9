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

    [GeneratedRegex(@"[`(](?<path>(src|tests|bin|docs|bench|\.ci)/[\w./-]+)[`)#]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
