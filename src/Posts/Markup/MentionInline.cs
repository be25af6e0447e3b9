using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Tupa.Posts;

/// <summary>A mention as it stands in the parsed text.</summary>
internal sealed class MentionInline(Guid person) : LeafInline
{
    public Guid Person { get; } = person;
}

/// <summary>Finds <c>@[uuid]</c>. Not inside code: there it is shown as it is.</summary>
internal sealed class MentionParser : InlineParser
{
    private const int Length = 39;

    public MentionParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[' || slice.Length < Length || slice.PeekChar(Length - 1) != ']') return false;
        if (!Guid.TryParseExact(slice.Text.AsSpan(slice.Start + 2, Length - 3), "D", out var person)) return false;

        processor.Inline = new MentionInline(person);
        slice.Start += Length;
        return true;
    }
}

/// <summary>Leaves a place for the name, which is another for each reader.</summary>
internal sealed class MentionRenderer : HtmlObjectRenderer<MentionInline>
{
    protected override void Write(HtmlRenderer renderer, MentionInline obj) =>
        renderer.Write(RenderedText.Open).Write(obj.Person.ToString("N")).Write(RenderedText.Close);
}
