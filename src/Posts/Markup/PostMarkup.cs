using System.Diagnostics.CodeAnalysis;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Tupa.Posts;

/// <summary>
/// Markdown made into HTML that cannot harm: no raw HTML, no pictures from elsewhere (pictures come as files), links only to
/// http, https, mailto and this house, headings below those of the page.
/// </summary>
internal static class PostMarkup
{
    // The page has h1, a post's title is h2.
    private const int LowerBy = 2;

    private static readonly MarkdownPipeline Pipeline = Build();

    public static RenderedText Render(string markdown)
    {
        var text = markdown.Replace(RenderedText.Open, ' ').Replace(RenderedText.Close, ' ');
        return RenderedText.Of(TryRender(text, out var html) ? html : Plain(text));
    }

    /// <summary>The words alone, on one line, for titles and previews; at most so many characters.</summary>
    public static string Words(string markdown, int most)
    {
        var text = MentionMark.Read(markdown, _ => "…");
        var words = string.Join(' ', Unmarked(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= most ? words : words[..(words.LastIndexOf(' ', most) is > 0 and var space ? space : most)] + "…";
    }

    private static string Unmarked(string text)
    {
        try
        {
            return Markdown.ToPlainText(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePipeTables()
            .UseAutoLinks()
            .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
            .UseSoftlineBreakAsHardlineBreak();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new MentionParser());
        return builder.Build();
    }

    private static bool TryRender(string text, [NotNullWhen(true)] out string? html)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + LowerBy);
            foreach (var link in document.Descendants<LinkInline>().ToList()) Tame(link);
            foreach (var link in document.Descendants<AutolinkInline>().ToList()) Tame(link);
            html = Write(document);
            return true;
        }
        catch (ArgumentException)
        {
            // Nested deeper than Markdig follows: nobody writes so, but somebody may paste it.
            html = null;
            return false;
        }
    }

    private static string Write(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Add(new MentionRenderer());
        renderer.Render(document);
        return writer.ToString();
    }

    private static void Tame(LinkInline link)
    {
        if (link.IsImage || !LinkRule.Allows(link.GetDynamicUrl?.Invoke() ?? link.Url)) Unlink(link);
        else Mark(link, link.GetDynamicUrl?.Invoke() ?? link.Url!);
    }

    private static void Tame(AutolinkInline link)
    {
        if (link.IsEmail || LinkRule.Allows(link.Url)) Mark(link, link.Url);
        else link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static void Mark(Inline link, string url)
    {
        if (!LinkRule.IsHere(url)) link.GetAttributes().AddPropertyIfNotExist("rel", "noopener nofollow");
    }

    /// <summary>The words stay, the link goes.</summary>
    private static void Unlink(LinkInline link)
    {
        foreach (var child in link.ToList())
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    private static string Plain(string text) =>
        $"<p>{System.Net.WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>";
}
