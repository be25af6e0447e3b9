using System.Globalization;
using System.Text;

namespace Tupa.Demo;

/// <summary>Names drawn from lists of common given names and surnames; no real person is meant by any pair.</summary>
internal sealed class NameMaker
{
    private static readonly IReadOnlyList<string> GivenFi = Lines.Words("Lists/given-fi");
    private static readonly IReadOnlyList<string> GivenSv = Lines.Words("Lists/given-sv");
    private static readonly IReadOnlyList<string> FamilyFi = Lines.Words("Lists/family-fi");
    private static readonly IReadOnlyList<string> FamilySv = Lines.Words("Lists/family-sv");
    private static readonly IReadOnlyList<(IReadOnlyList<string> Given, IReadOnlyList<string> Family)> Others =
        [.. Lines.Rows("Lists/names-other").Select(row => ((IReadOnlyList<string>)row[1].Split(' '), (IReadOnlyList<string>)row[2].Split(' ')))];
    private static readonly IReadOnlyList<string> GivenYoung = Lines.Words("Lists/given-young");
    private static readonly HashSet<string> Men = [.. Lines.Words("Lists/given-men")];
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>The language a grown-up of the city uses the house in.</summary>
    public static string Language(Dice dice) => dice.Part() switch { < 0.92 => "fi", < 0.985 => "sv", _ => "en" };

    /// <summary>Only so that a drawn face suits the name; the town holds nobody's sex.</summary>
    public static bool IsMan(string given) => Men.Contains(given);

    public static (string Given, string Family) Make(Dice dice, string language, bool young = false)
    {
        var roots = language switch
        {
            "sv" => dice.Falls(0.85) ? 1 : 0,
            "en" => 2,
            _ => dice.Part() switch { < 0.9 => 0, < 0.95 => 1, _ => 2 },
        };
        // A given name and a surname of one language, as parents give them.
        var (givens, families) = roots switch { 1 => (GivenSv, FamilySv), 2 => dice.Pick(Others), _ => (young ? GivenYoung : GivenFi, FamilyFi) };
        var (given, family) = (dice.Pick(givens), dice.Pick(families));
        if (dice.Falls(0.04))
        {
            var second = dice.Pick(FamilyFi);
            if (second != family && !family.Contains('-', StringComparison.Ordinal) && !second.Contains('-', StringComparison.Ordinal))
            {
                family = $"{family}-{second}";
            }
        }

        return (given, family);
    }

    /// <summary>"noora.heikkila"; the second of the same name is "noora.heikkila2".</summary>
    public string UserId(string given, string family)
    {
        var id = $"{Fold(given)}.{Fold(family)}";
        var number = _taken.GetValueOrDefault(id) + 1;
        _taken[id] = number;
        return number == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}{number}");
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (letter == 'ı') folded.Append('i');
            else if (char.IsAsciiLetter(letter)) folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }
}
