using Tupa.Blobs;

namespace Tupa.Privacy;

/// <summary>What files are called in a package: as their person called them, without what a path or a system could take amiss, and each name once.</summary>
internal sealed class PackageNames
{
    private const int Longest = 120;

    /// <summary>Names that Windows keeps for devices, whatever stands after the dot.</summary>
    private static readonly HashSet<string> Devices = new(
        [.. "CON PRN AUX NUL".Split(' '), .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["image/jpeg"] = ".jpg",
        ["image/png"] = ".png",
        ["image/webp"] = ".webp",
        ["video/mp4"] = ".mp4",
        ["audio/mp4"] = ".m4a",
    };

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is of our own making ends as what it is, whatever was sent.</summary>
    public string Next(PersonalFile file)
    {
        var clean = Clean(file.Name);
        var ending = Endings.GetValueOrDefault(file.Rendition.Type) ?? Ending(clean);
        var stem = Stem(clean);
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? $"{stem}{ending}" : $"{stem} ({number}){ending}";
            if (_taken.Add(name)) return name;
        }
    }

    private static string Clean(string name)
    {
        var last = name.Normalize().Split('/', '\\')[^1];
        return string.Concat(last.EnumerateRunes().Where(IsPlain).Select(r => r.ToString())).Trim(' ', '.');
    }

    // Neither control characters nor those that turn the direction of what is read.
    private static bool IsPlain(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format)
        && !"\"<>|:*?".Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal);

    private static string Ending(string name) => Path.GetExtension(name) is { Length: > 1 and <= 12 } ending ? ending : "";

    private static string Stem(string name)
    {
        var stem = name[..^Ending(name).Length].Trim(' ', '.');
        if (stem.Length > Longest) stem = stem[..(char.IsHighSurrogate(stem[Longest - 1]) ? Longest - 1 : Longest)];
        return stem.Length == 0 || Devices.Contains(stem) ? $"_{stem}" : stem;
    }
}
