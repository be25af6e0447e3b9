using System.Globalization;

namespace Tupa.Kernel;

/// <summary>The three languages of the house.</summary>
public static class Language
{
    public const string Default = "fi";

    private static readonly Dictionary<string, CultureInfo> Cultures = new(StringComparer.Ordinal)
    {
        ["fi"] = CultureInfo.GetCultureInfo("fi-FI"),
        ["sv"] = CultureInfo.GetCultureInfo("sv-FI"),
        ["en"] = CultureInfo.GetCultureInfo("en-FI"),
    };

    public static IReadOnlyCollection<string> All => Cultures.Keys;

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static bool IsKnown(string? language) => language is not null && Cultures.ContainsKey(language);

    public static CultureInfo Culture(string language) => Cultures.GetValueOrDefault(language) ?? Cultures[Default];

    /// <summary>Says everything from here on in this language, where nobody's request does: a command in a terminal.</summary>
    public static void Speak(string language) => CultureInfo.CurrentUICulture = Culture(language);

    /// <summary>The first language of an Accept-Language header that the house speaks; else Finnish.</summary>
    public static string FromHeader(string? acceptLanguage)
    {
        foreach (var part in (acceptLanguage ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var tag = part.Length >= 2 ? part[..2].ToLowerInvariant() : "";
            if (IsKnown(tag)) return tag;
        }

        return Default;
    }
}
