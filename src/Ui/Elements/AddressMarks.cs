using System.Text.RegularExpressions;

namespace Tupa.Ui;

/// <summary>Where in a sentence the addresses are, of mail and of sites.</summary>
internal static partial class AddressMarks
{
    /// <summary>The sentence in pieces: words and addresses by turns.</summary>
    public static IEnumerable<string> Split(string words)
    {
        var at = 0;
        foreach (Match found in Address().Matches(words))
        {
            yield return words[at..found.Index];
            yield return found.Value;
            at = found.Index + found.Length;
        }

        yield return words[at..];
    }

    [GeneratedRegex(@"[\w.-]+@[\w-]+(?:\.[\w-]+)+|www(?:\.[\w-]+)+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
