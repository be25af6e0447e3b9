using System.Collections.Frozen;

namespace Tupa.Access;

/// <summary>The ten thousand most common passwords, and those common ones that are long; the list is the file beside this (MIT, see its licence).</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    public static int Count => All.Value.Count;

    /// <summary>A year behind it makes no other password.</summary>
    private const int MostAdded = 4;

    /// <summary>Whether it is one of them, one of them repeated, or one of them with a little behind it or numbers and signs at its ends.</summary>
    public static bool Contains(string password)
    {
        var plain = password.ToLowerInvariant();
        return All.Value.Contains(plain)
            || All.Value.Contains(Repeated(plain))
            || Enumerable.Range(1, MostAdded).Any(added => plain.Length > added && All.Value.Contains(plain[..^added]))
            || (plain.Trim(Signs) is { Length: >= 4 } core && (All.Value.Contains(core) || All.Value.Contains(Repeated(core))))
            || plain.Distinct().Count() < 4;
    }

    private static readonly char[] Signs = [.. Enumerable.Range(0x20, 0x5f).Select(c => (char)c).Where(c => !char.IsLetter(c))];

    /// <summary>"salasanasalasana" gives "salasana"; what is not a repetition gives itself.</summary>
    private static string Repeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && string.Concat(Enumerable.Repeat(text[..length], text.Length / length)) == text) return text[..length];
        }

        return text;
    }

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
