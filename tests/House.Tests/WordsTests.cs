using System.Reflection;
using System.Text.RegularExpressions;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Everything a person reads is written in three languages, beside its feature, and nowhere else.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void Every_text_of_the_house_is_complete_in_three_languages()
    {
        var texts = (
            from type in FloorTests.House.SelectMany(a => a.GetTypes())
            where !type.ContainsGenericParameters
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where field.FieldType == typeof(Text)
            select (Name: $"{type.Name}.{field.Name}", Value: (Text)field.GetValue(null)!)).ToList();

        Assert.True(texts.Count > 50, "The texts of the house were not found");
        Assert.Empty(texts.Where(t => string.IsNullOrWhiteSpace(t.Value.Fi) || string.IsNullOrWhiteSpace(t.Value.Sv) || string.IsNullOrWhiteSpace(t.Value.En)).Select(t => t.Name));
        Assert.Empty(texts.Where(t => Holes(t.Value.Fi) != Holes(t.Value.Sv) || Holes(t.Value.Fi) != Holes(t.Value.En)).Select(t => t.Name));
    }

    [Fact]
    public void No_page_holds_a_word_of_its_own() => Assert.Empty(
        from file in Repo.Files("src", ".razor")
        let markup = Markup(File.ReadAllText(file))
        from Match match in Literal().Matches(markup)
        select $"{Repo.Short(file)}: {match.Value.Trim()}");

    [Fact]
    public void No_script_holds_a_sentence() => Assert.Empty(
        from file in Repo.Files("src/Ui/assets", ".ts")
        from Match match in Sentence().Matches(File.ReadAllText(file))
        select $"{Repo.Short(file)}: {match.Value}");

    /// <summary>The markup of a component: without its code, its comments, its expressions and control lines.</summary>
    private static string Markup(string razor)
    {
        var code = razor.IndexOf("@code", StringComparison.Ordinal);
        var markup = code >= 0 ? razor[..code] : razor;
        markup = Comment().Replace(markup, "");
        return string.Join('\n', markup.Split('\n').Where(l => !ControlLine().IsMatch(l)));
    }

    private static int Holes(string text) => text.Count(c => c == '{');

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(@(page|using|inject|inherits|layout|attribute|implements|typeparam|namespace|if|foreach|for|switch|else|while|\{)|else|case |default:|\{|\}|var |break|return|private |//)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ControlLine();

    [GeneratedRegex(@"(?<=>)[^<>@{}()=;]*\p{L}{2,}[^<>@{}()=;]*(?=</)|(?<=\s(placeholder|title|aria-label|alt)="")[^""@]*\p{L}{2,}[^""@]*(?="")", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"['""`][^'""`\n]*[åäöÅÄÖ][^'""`\n]*['""`]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();
}
