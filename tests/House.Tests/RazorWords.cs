using System.Text;
using System.Text.RegularExpressions;

namespace Tupa.Tests;

/// <summary>The words that stand in a component itself: in its text, and in those attributes that are read aloud or shown.</summary>
internal static partial class RazorWords
{
    public static IEnumerable<string> In(string razor)
    {
        var code = razor.IndexOf("@code", StringComparison.Ordinal);
        var markup = Comment().Replace(code >= 0 ? razor[..code] : razor, "");
        var text = new StringBuilder();
        var rest = string.Join('\n', markup.Split('\n').Where(l => !ControlLine().IsMatch(l)));
        for (var at = 0; at < rest.Length;)
        {
            if (rest[at] == '@') at = AfterExpression(rest, at);
            else if (rest[at] == '<') at = AfterTag(rest, at, text);
            else text.Append(rest[at++]);
        }

        return Word().Matches(text.ToString()).Select(m => m.Value);
    }

    /// <summary>"@Name", "@x?.Y[0].Z(1)", "@(any thing)", "@@".</summary>
    private static int AfterExpression(string razor, int at)
    {
        if (Control().Match(razor, at) is { Success: true } control) return AfterBracket(razor, at + control.Length - 1);
        if (razor[++at] == '@') return at + 1;
        while (at < razor.Length)
        {
            if (char.IsLetterOrDigit(razor[at]) || razor[at] == '_') at++;
            else if (razor[at] is '(' or '[') at = AfterBracket(razor, at);
            else if (at + 1 < razor.Length && razor[at] == '.' && char.IsLetter(razor[at + 1])) at++;
            else if (at + 2 < razor.Length && razor[at] == '?' && razor[at + 1] == '.' && char.IsLetter(razor[at + 2])) at += 2;
            else if (at + 1 < razor.Length && razor[at] == '!' && razor[at + 1] == '.') at++;
            else return at;
        }

        return at;
    }

    private static int AfterBracket(string razor, int at)
    {
        for (var depth = 0; at < razor.Length; at++)
        {
            if (razor[at] == '"') at = razor.IndexOf('"', at + 1) is > 0 and var end ? end : razor.Length - 1;
            else if (razor[at] is '(' or '[') depth++;
            else if (razor[at] is ')' or ']' && --depth == 0) return at + 1;
        }

        return at;
    }

    /// <summary>A tag is no text, but some of its attributes are.</summary>
    private static int AfterTag(string razor, int at, StringBuilder text)
    {
        text.Append(' ');
        for (at++; at < razor.Length && razor[at] != '>';)
        {
            if (razor[at] != '"')
            {
                at++;
                continue;
            }

            var spoken = Spoken().IsMatch(razor[..at]);
            for (at++; at < razor.Length && razor[at] != '"';)
            {
                if (razor[at] == '@') at = AfterExpression(razor, at);
                else if (spoken) text.Append(razor[at++]);
                else at++;
            }

            text.Append(' ');
            at++;
        }

        return at + 1;
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    // What stands between braces after a control line is markup again, so code there is known by its own look.
    [GeneratedRegex(@"^\s*(@(page|using|inject|inherits|layout|attribute|implements|typeparam|namespace|if|foreach|for|switch|else|while|\{)|(else|if|foreach|for|switch|while)\b.*\)?$|case |default:|\{|\}|//|[^<@]*;\s*$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ControlLine();

    [GeneratedRegex(@"\G@(if|foreach|for|switch|while)\s*\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Control();

    [GeneratedRegex(@"\s(placeholder|title|alt|aria-(label|description|roledescription|valuetext)|Title|Label|Lead|Help|Summary|Caption)=$", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, 1000)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
