using System.Text;

namespace Tupa.Demo;

/// <summary>The posts of one topic, and comments that fit any of them.</summary>
internal sealed record Shelf(string Topic, IReadOnlyList<PostSeed> Posts)
{
    private static readonly Dictionary<string, Shelf> All = Lines.Names("Posts/").Select(Read).ToDictionary(shelf => shelf.Topic, StringComparer.Ordinal);

    public static Shelf Of(string topic) => All[topic];

    public static int Count => All.Values.Sum(shelf => shelf.Posts.Count);

    private static Shelf Read(string resource)
    {
        var posts = new List<PostSeed>();
        SeedReader? reader = null;
        foreach (var line in Lines.Read(resource))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                if (reader is not null) posts.Add(reader.Seed());
                reader = new SeedReader(line[2..]);
            }
            else
            {
                reader?.Add(line);
            }
        }

        if (reader is not null) posts.Add(reader.Seed());
        return new Shelf(resource["Posts/".Length..], posts);
    }

    private sealed class SeedReader(string title)
    {
        private readonly List<string> _paragraphs = [];
        private readonly List<string> _extras = [];
        private readonly List<SeedComment> _comments = [];
        private readonly List<TownLink> _links = [];
        private readonly StringBuilder _paragraph = new();
        private bool _isExtra;
        private string _marks = "";

        public void Add(string line)
        {
            if (line.Length == 0) End();
            else if (line.StartsWith("@ ", StringComparison.Ordinal)) _marks = line[2..];
            else if (line.StartsWith("?> ", StringComparison.Ordinal)) _comments.Add(new SeedComment(SeedVoice.Author, line[3..]));
            else if (line.StartsWith("?? ", StringComparison.Ordinal)) _comments.Add(new SeedComment(SeedVoice.Answer, line[3..]));
            else if (line.StartsWith("? ", StringComparison.Ordinal)) _comments.Add(new SeedComment(SeedVoice.Reader, line[2..]));
            else if (line.StartsWith("& ", StringComparison.Ordinal)) _links.Add(Link(line[2..]));
            else AddText(line);
        }

        public PostSeed Seed()
        {
            End();
            return new PostSeed(title, _paragraphs, _extras, _comments, _links, _marks);
        }

        private void AddText(string line)
        {
            if (line.StartsWith("+ ", StringComparison.Ordinal))
            {
                End();
                _isExtra = true;
                line = line[2..];
            }

            if (_paragraph.Length > 0) _paragraph.Append('\n');
            _paragraph.Append(line);
        }

        private void End()
        {
            if (_paragraph.Length > 0) (_isExtra ? _extras : _paragraphs).Add(_paragraph.ToString());
            _paragraph.Clear();
            _isExtra = false;
        }

        private static TownLink Link(string line)
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            return new TownLink(line[(bar + 1)..].Trim(), line[..bar].Trim());
        }
    }
}
