using Tupa.Kernel;
using Tupa.Posts;

namespace Tupa.Tests;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("a <img src=x onerror=alert(1)> b", "<img")]
    [InlineData("<b onclick=x>b</b>", "<b ")]
    [InlineData("[x](javascript:alert(1))", "href")]
    [InlineData("[x](JaVaScRiPt:alert(1))", "href")]
    [InlineData("[x](\tjavascript:alert(1))", "href")]
    [InlineData("[x](&#106;avascript:alert(1))", "href")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)", "href")]
    [InlineData("[x](vbscript:msgbox)", "href")]
    [InlineData("[x](file:///etc/passwd)", "href")]
    [InlineData("[x](//evil.example/)", "href")]
    [InlineData("[x](/\\evil.example)", "href")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)", "href")]
    [InlineData("<javascript:alert(1)>", "href")]
    [InlineData("<ftp://evil.example/x>", "href")]
    [InlineData("![kuva](https://evil.example/p.png)", "evil.example")]
    [InlineData("![kuva][k]\n\n[k]: https://evil.example/p.png", "evil.example")]
    [InlineData("# {onclick=alert(1)}", "onclick=\"")]
    public void What_could_harm_is_not_there(string markdown, string never) =>
        Assert.DoesNotContain(never, Html(markdown), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("[kunta](https://kuusisalmi.example/a)", "<a href=\"https://kuusisalmi.example/a\" rel=\"noopener nofollow\">kunta</a>")]
    [InlineData("katso https://kuusisalmi.example/b", "<a href=\"https://kuusisalmi.example/b\" rel=\"noopener nofollow\">")]
    [InlineData("[posti](mailto:kirjaamo@kuusisalmi.example)", "href=\"mailto:kirjaamo@kuusisalmi.example\"")]
    [InlineData("[tila](/spaces/1)", "<a href=\"/spaces/1\">tila</a>")]
    [InlineData("# Iso\n\n###### Pieni", "<h3>Iso</h3>\n<h6>Pieni</h6>")]
    [InlineData("- yksi\n- kaksi", "<li>yksi</li>")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "<td>1</td>")]
    [InlineData("**lihava** ~~yli~~", "<strong>lihava</strong> <del>yli</del>")]
    [InlineData("rivi\ntoinen", "<br />")]
    public void What_people_write_is_shown(string markdown, string has) => Assert.Contains(has, Html(markdown), StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_shown_as_plain_text()
    {
        var html = Html(new string('>', 4_000) + " <b>syvällä</b>");
        Assert.Contains("syvällä", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mention_is_named_for_each_reader_and_its_name_cannot_be_markup()
    {
        var aino = PersonId.New();
        var text = PostMarkup.Render($"Hei {MentionMark.Of(aino)}, katso `{MentionMark.Of(aino)}`");
        Assert.Equal([aino], text.People);

        var html = text.For(_ => ("<i>Aino</i>", "/people/1"));
        Assert.Contains("<a class=\"mention\" href=\"/people/1\">@&lt;i&gt;Aino&lt;/i&gt;</a>", html, StringComparison.Ordinal);
        Assert.Contains($"<code>{MentionMark.Of(aino)}</code>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"mention\">@Nimi salattu</span>", text.For(_ => ("Nimi salattu", null)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_can_make_the_place_of_a_name_by_hand() =>
        Assert.Empty(PostMarkup.Render($"\uE000{Guid.Empty:N}\uE001").People);

    [Fact]
    public void A_lead_ends_between_paragraphs_and_never_inside_a_mention()
    {
        var paragraph = new string('a', 400);
        Assert.Equal(paragraph, PostLead.Of($"{paragraph}\n\n{paragraph}"));
        Assert.Equal("lyhyt", PostLead.Of("lyhyt"));
        var lead = PostLead.Of(new string('b', 680) + MentionMark.Of(PersonId.New()) + new string('c', 100));
        Assert.DoesNotContain("@", lead, StringComparison.Ordinal);
    }

    private static string Html(string markdown) => PostMarkup.Render(markdown).For(_ => ("Nimi", null));
}
