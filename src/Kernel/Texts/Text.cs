using System.Globalization;

namespace Tupa.Kernel;

/// <summary>A string the user reads. It cannot be written in fewer than three languages.</summary>
public readonly record struct Text(string Fi, string Sv, string En)
{
    /// <summary>The text in a named language: "fi", "sv" or "en"; anything else is answered in Finnish.</summary>
    public string In(string language) => language switch { "sv" => Sv, "en" => En, _ => Fi };

    /// <summary>The text in the language of the request (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
    public override string ToString() => In(Language.Current);

    public static implicit operator string(Text text) => text.ToString();

    /// <summary>Counts in whole words: Finnish, Swedish and English share one and other.</summary>
    public static Text Count(long n, Text one, Text other) => n == 1 ? one : new(
        other.Fi.Replace("{n}", Say.Number(n, "fi"), StringComparison.Ordinal),
        other.Sv.Replace("{n}", Say.Number(n, "sv"), StringComparison.Ordinal),
        other.En.Replace("{n}", Say.Number(n, "en"), StringComparison.Ordinal));
}
