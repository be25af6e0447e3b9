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
    public void No_page_holds_a_word_of_its_own()
    {
        var pages = Repo.Files("src", ".razor").ToList();
        Assert.True(pages.Count > 80, "The pages of the house were not found");
        var words = pages.SelectMany(f => RazorWords.In(File.ReadAllText(f)).Select(w => $"{Repo.Short(f)}: {w}")).ToList();
        Assert.True(words.Count == 0, string.Join('\n', words));
    }

    [Theory]
    [InlineData("<p>Hei</p>", "Hei")]
    [InlineData("<p>Hei <b>@Name</b></p>", "Hei")]
    [InlineData("<p>@Name sanoi</p>", "sanoi")]
    [InlineData("<p>\n  Hei\n</p>", "Hei")]
    [InlineData("<p><b>@Text.Of(a, b => \"ei\")</b> jatkuu <i>@x</i></p>", "jatkuu")]
    [InlineData("@if (a > b)\n{\n  <p>Hei</p>\n}\nelse\n{\n  Moi\n}", "Hei Moi")]
    [InlineData("<p>@Name@if (a > 0)\n{\n <text> ja </text>@b\n}</p>", "ja")]
    [InlineData("<input placeholder=\"Nimi\" aria-label=\"Etsi @x\" name=\"ei\">", "Nimi Etsi")]
    [InlineData("<Card Title=\"Tiedot\" Icon=\"user\" />", "Tiedot")]
    [InlineData("@* ei *@<p class=\"ei\" hidden=\"@(a > b)\">@x?.Y[0].Z(1) 12 · @(\"ei\")</p>@code { string ei; }", "")]
    public void A_word_is_found_wherever_it_stands(string razor, string words) => Assert.Equal(words, string.Join(' ', RazorWords.In(razor)));

    [Fact]
    public void No_script_holds_a_sentence() => Assert.Empty(
        from file in Repo.Files("src/Ui/assets", ".ts")
        from Match match in Sentence().Matches(File.ReadAllText(file))
        select $"{Repo.Short(file)}: {match.Value}");

    [Theory]
    [InlineData("this.say('Tallennetaan');")]
    [InlineData("label.textContent = 'saved';")]
    [InlineData("button.setAttribute('aria-label', 'close');")]
    [InlineData("alert(`Something went wrong`);")]
    [InlineData("const word = 'yhä';")]
    public void A_sentence_in_a_script_is_found(string script) => Assert.Matches(Sentence(), script);

    [Theory]
    [InlineData("if (event.key === 'Escape') this.close();")]
    [InlineData("answer.headers.get('Draft-Version');")]
    [InlineData("document.querySelector('dialog[open] button');")]
    [InlineData("/** Puts a word in the place of another; don't count it. */")]
    public void What_only_machines_read_is_none(string script) => Assert.DoesNotMatch(Sentence(), script);

    [Fact]
    public void No_text_is_written_empty() => Assert.Empty(
        from file in Repo.Files("src", ".cs", ".razor")
        from line in File.ReadLines(file)
        where Empty().IsMatch(line)
        select $"{Repo.Short(file)}: {line.Trim()}");

    private static int Holes(string text) => text.Count(c => c == '{');

    // A literal with letters of ours, or that begins as a sentence does, or that is put where it is read; names of keys, events and headers are none of these.
    [GeneratedRegex(@"
        ['""`][^'""`\n]*[åäöÅÄÖ][^'""`\n]*['""`]
        | (?<!(===?|case|get\(|set\()\s*)['""`]\p{Lu}[\p{Ll}]+([\s,.!?][^'""`\n]*)?['""`](?=\s*[;,):+])(?<!['""`](Enter|Escape|Tab|Home|End|Space)['""`])
        | (textContent|innerText|innerHTML|ariaLabel|title|placeholder)\s*=\s*['""`][^'""`\n]*\p{L}
        | setAttribute\(\s*['""`](aria-label|aria-description|aria-valuetext|title|alt|placeholder)['""`]\s*,\s*['""`][^'""`\n]*\p{L}
        ", RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(Fi|Sv|En):\s*\$?""\s*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Empty();
}
