using System.Globalization;
using System.Text;

namespace Tupa.Kernel;

/// <summary>Names made comparable on both databases: folded words to search by, and keys that sort å ä ö as Finnish does.</summary>
public static class Fold
{
    private static readonly CompareInfo Finnish = CultureInfo.GetCultureInfo("fi-FI").CompareInfo;

    /// <summary>Lower case without diacritics: "Šarić-Niemi" becomes "saric-niemi", "Äänekoski" becomes "aanekoski".</summary>
    public static string Plain(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.Replace("ß", "ss").Replace("ø", "o").Replace("æ", "ae").Replace("đ", "d").Replace("ł", "l").ToString().Normalize();
    }

    /// <summary>The words of a name, folded; a hyphenated name gives its parts and the whole.</summary>
    public static IReadOnlyList<string> Words(params IEnumerable<string?> names)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            foreach (var word in Plain(name ?? "").Split([' ', ',', '.', '@', '_'], StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(word);
                foreach (var part in word.Split('-', StringSplitOptions.RemoveEmptyEntries)) words.Add(part);
            }
        }

        return [.. words];
    }

    /// <summary>The first text after every text that starts with this one: prefix search as a half-open range.</summary>
    public static string After(string prefix) => prefix + '\uffff';

    /// <summary>A key whose bytes sort as the Finnish alphabet does (… z å ä ö).</summary>
    public static byte[] SortKey(string text) => Finnish.GetSortKey(text, CompareOptions.IgnoreCase).KeyData;
}
