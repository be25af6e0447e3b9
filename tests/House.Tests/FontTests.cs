using System.Reflection;
using System.Text.RegularExpressions;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>Fonts are for the letters of our languages and the names of our people, and no heavier.</summary>
public sealed partial class FontTests
{
    private const int Most = 60 * 1024;

    [Fact]
    public void What_Finnish_Swedish_Sami_and_the_names_of_neighbours_need_is_under_60_KiB()
    {
        var faces = Faces();
        const string letters = "abcxyzåäöÅÄÖéüõßæøðþ–—”’…«»€× šžŠŽ čČđĐŋŊŧŦ ǥǧǯʒƷ āēģīķļņšūž ąćęłńóśźż őű ășțț ğış";
        var needed = letters.Where(c => c != ' ').Select(c => faces.Last(f => f.Ranges.Any(r => r.From <= c && c <= r.To))).Distinct().ToList();

        Assert.InRange(needed.Sum(f => f.Bytes), 1, Most);
        Assert.Single("Hyvää huomenta, Åsa – ”tervetuloa”!".Select(c => faces.Last(f => f.Ranges.Any(r => r.From <= c && c <= r.To))).Distinct());
    }

    private static List<Face> Faces()
    {
        var assembly = typeof(HouseAssets).Assembly;
        var names = assembly.GetManifestResourceNames();
        using var reader = new StreamReader(assembly.GetManifestResourceStream(names.Single(n => n.EndsWith(".css", StringComparison.Ordinal)))!);
        return [.. FontFace().Matches(reader.ReadToEnd()).Select(face => Read(assembly, names, face))];
    }

    private static Face Read(Assembly assembly, string[] names, Match face)
    {
        using var file = assembly.GetManifestResourceStream(names.Single(n => n.EndsWith(face.Groups["file"].Value, StringComparison.Ordinal)))!;
        return new(file.Length, [.. face.Groups["range"].Value.Split(',').Select(Range)]);
    }

    private static (int From, int To) Range(string written)
    {
        var ends = written.Trim()[2..].Split('-').Select(e => Convert.ToInt32(e, 16)).ToList();
        return (ends[0], ends[^1]);
    }

    // A later face is asked first (CSS Fonts 4, section 5.2).
    [GeneratedRegex(@"@font-face\s*\{[^}]*url\([""']?/assets/(?<file>[^)""']+)[^}]*unicode-range:\s*(?<range>[^;}]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontFace();

    private sealed record Face(long Bytes, IReadOnlyList<(int From, int To)> Ranges);
}
