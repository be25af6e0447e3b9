using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>Markdown as HTML, but for the names in it: those are written at reading, for each reader.</summary>
public sealed class RenderedText
{
    // Characters for private use: taken out of what people write, so that nobody can make a place by hand.
    internal const char Open = '\uE000';
    internal const char Close = '\uE001';

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string[] _pieces;
    private readonly PersonId[] _people;

    private RenderedText(string[] pieces, PersonId[] people) => (_pieces, _people) = (pieces, people);

    /// <summary>Who is mentioned: names are to be asked for these.</summary>
    public IReadOnlyList<PersonId> People => _people;

    /// <summary>The HTML for one reader. Almost all texts have no mention, and are given as they lie.</summary>
    /// <param name="name">The name to show, and the person's page if the reader may open it.</param>
    public string For(Func<PersonId, (string Name, string? Href)> name)
    {
        if (_people.Length == 0) return _pieces[0];

        var html = new StringBuilder(_pieces[0]);
        for (var i = 0; i < _people.Length; i++)
        {
            var (shown, href) = name(_people[i]);
            var written = Encoder.Encode(shown);
            if (href is null) html.Append("<span class=\"mention\">@").Append(written).Append("</span>");
            else html.Append("<a class=\"mention\" href=\"").Append(Encoder.Encode(href)).Append("\">@").Append(written).Append("</a>");
            html.Append(_pieces[i + 1]);
        }

        return html.ToString();
    }

    internal static RenderedText Of(string html)
    {
        if (!html.Contains(Open, StringComparison.Ordinal)) return new([html], []);

        var pieces = new List<string>();
        var people = new List<PersonId>();
        var from = 0;
        for (var at = html.IndexOf(Open, StringComparison.Ordinal); at >= 0; at = html.IndexOf(Open, from))
        {
            pieces.Add(html[from..at]);
            people.Add(new(Guid.ParseExact(html.AsSpan(at + 1, 32), "N")));
            from = at + 34;
        }

        pieces.Add(html[from..]);
        return new([.. pieces], [.. people]);
    }
}
