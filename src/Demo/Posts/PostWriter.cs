using Tupa.Kernel;

namespace Tupa.Demo;

/// <summary>Writes the posts of one space, from its own dice, so that each space can be written alone.</summary>
internal sealed class PostWriter
{
    private static readonly Dictionary<string, List<string>> Closers = Lines.Rows("Lists/closers")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(row => row[1]).ToList(), StringComparer.Ordinal);

    private readonly TownDraft _draft;
    private readonly TownSpace _space;
    private readonly Dice _dice;
    private readonly SpacePeople _people;
    private readonly CommentWriter _comments;
    private readonly Dictionary<string, List<PostSeed>> _left = new(StringComparer.Ordinal);
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bodies = new(StringComparer.Ordinal);
    private readonly HashSet<PostSeed> _done = [];
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    public PostWriter(TownDraft draft, TownSpace space)
    {
        _draft = draft;
        _space = space;
        _dice = draft.Dice.Fork("posts", space.Index);
        _people = new SpacePeople(draft, space, _dice);
        _comments = new CommentWriter(draft, _people, _dice);
        var comma = space.Name.IndexOf(',', StringComparison.Ordinal);
        _given["luokka"] = comma > 0 ? space.Name[..comma] : space.Name;
        _given["koulu"] = space.Unit is { } unit && draft.Units[unit].Kind == TownUnitKind.School ? draft.Units[unit].Name.Fi : "Salmen koulu";
    }

    public IEnumerable<TownPost> Write()
    {
        var evenings = _space.Topics[0] is "valtuusto" or "lautakunta";
        var moments = WorkClock.Moments(_dice, _draft.Now, FirstDay(), _space.Posts, evenings);
        var pins = 0;
        // Notes on how to work in the space are written when it opens.
        for (var i = 0; i < moments.Count; i++)
        {
            var soon = i == moments.Count - 1 && _space.Index < 14;
            var post = Make(moments[i], soon, i < 3);
            if (post.Pinned && ++pins > 2) post = post with { Pinned = false };
            yield return post;
        }

        if (_space.Index % 3 == 0) yield return Later();
        if (_space.Index % 2 == 0) yield return Draft();
    }

    private TownPost Make(DateTime at, bool mustRead, bool first)
    {
        var day = Helsinki.Day(at);
        var seed = Choose(day, mustRead ? s => s.MustDays is not null : first ? s => s.Pin : null);
        var author = _people.Author(seed.By);
        var (slots, title, body) = Words(seed, author, day);
        var comments = _comments.Write(seed, author, at, slots);
        var readers = _people.Readers(Math.Min(60, (int)(_people.Count * 0.8)));
        DateTime? until = seed.MustDays is { } days && (mustRead || _dice.Falls(0.6)) ? Deadline(at, mustRead ? _dice.Between(2, 6) : days, mustRead) : null;
        return new TownPost(
            _space.Index, author, title, body, _space.Language, at, TownPostState.Published, seed.Pin && (first || _dice.Falls(0.15)),
            until, [.. slots.Mentions], seed.Links, Attach(seed, day.Month), comments, _comments.React(at, author),
            until is null ? [] : [.. readers.Where(reader => reader != author)]);
    }

    private TownPost Later()
    {
        var post = Make(_draft.Now.AddMinutes(-30), false, false);
        var day = _draft.Today.AddDays(_dice.Between(1, 9));
        var at = Helsinki.ToUtc(day.ToDateTime(new TimeOnly(8, 0)));
        return post with { At = at, State = TownPostState.Scheduled, Pinned = false, MustReadUntil = null, Comments = [], Reactions = [], Confirmed = [] };
    }

    private TownPost Draft()
    {
        var at = _draft.Now.AddDays(-_dice.Part() * 9);
        var post = Make(at, false, false);
        var half = post.Body.Length > 160 && post.Body.LastIndexOf('.', post.Body.Length * 3 / 4) is var dot and > 40 ? post.Body[..(dot + 1)] : post.Body;
        return post with
        {
            Body = half,
            State = TownPostState.Draft,
            Pinned = false,
            MustReadUntil = null,
            Media = [],
            Comments = [],
            Reactions = [],
            Confirmed = [],
            Mentions = [.. post.Mentions.Where(person => half.Contains($"@{{{person}}}", StringComparison.Ordinal))],
        };
    }

    private PostSeed Choose(DateOnly day, Func<PostSeed, bool>? wish)
    {
        if (wish is not null && _space.Topics.SelectMany(topic => Shelf.Of(topic).Posts)
                .FirstOrDefault(s => wish(s) && s.Fits(day.Month) && _people.Has(s.By) && _done.Add(s)) is { } wished)
        {
            foreach (var list in _left.Values) list.Remove(wished);
            return wished;
        }

        for (var attempt = 0; ; attempt++)
        {
            var topic = _dice.PickEarly(_space.Topics);
            if (!_left.TryGetValue(topic, out var left) || left.Count == 0 || attempt > 6)
            {
                left = [.. Shelf.Of(topic).Posts.Where(s => !((s.Once || s.Pin) && _done.Contains(s)) && _people.Has(s.By))];
                _dice.Shuffle(left);
                _left[topic] = left;
            }

            var at = left.FindIndex(s => attempt > 12 || s.Fits(day.Month));
            if (at < 0) continue;
            var seed = left[at];
            left.RemoveAt(at);
            _done.Add(seed);
            return seed;
        }
    }

    /// <summary>The slots filled in so that neither title nor body is one the space has had, if a few tries find such.</summary>
    private (Slots Slots, string Title, string Body) Words(PostSeed seed, int author, DateOnly day)
    {
        for (var attempt = 0; ; attempt++)
        {
            var slots = new Slots(_dice, day, _given, () => _people.Mention(author));
            var title = slots.Fill(seed.Title);
            var parts = seed.Paragraphs.Concat(seed.Extras.Where(_ => _dice.Falls(0.5))).ToList();
            if (!seed.Pin && _dice.Falls(attempt == 0 ? 0.22 : 0.5)) parts.Add(Closer(author));
            var body = slots.Fill(string.Join("\n\n", parts));
            var isNew = !_titles.Contains(title) && !_bodies.Contains(body);
            if (!isNew && attempt < 6) continue;

            _titles.Add(title);
            _bodies.Add(body);
            return (slots, title, body);
        }
    }

    /// <summary>A last line in the voice of the author.</summary>
    private string Closer(int author)
    {
        var who = _draft.People[author].CardA is null ? "pupil-" : _people.HasPupils ? "teacher-" : "";
        return _dice.Pick(Closers[who + _space.Language]);
    }

    /// <summary>A class begins anew each autumn; nothing of the year before is left in its space.</summary>
    private DateOnly FirstDay()
    {
        if (_space.Retention != "TT-09") return _draft.Today.AddDays(-425);
        var autumn = _draft.SchoolYear.First.AddDays(9);
        return autumn > _draft.Today.AddDays(-21) ? _draft.Today.AddDays(-90) : autumn;
    }

    private DateTime Deadline(DateTime at, int days, bool fromNow)
    {
        var day = Helsinki.Day(fromNow ? _draft.Now : at).AddDays(days);
        if (day.DayOfWeek == DayOfWeek.Saturday) day = day.AddDays(2);
        if (day.DayOfWeek == DayOfWeek.Sunday) day = day.AddDays(1);
        return Helsinki.ToUtc(day.ToDateTime(new TimeOnly(16, 0)));
    }

    private List<TownAttachment> Attach(PostSeed seed, int month)
    {
        if (seed.Picture is not { } wanted) return [];
        var colon = wanted.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0) return [DemoMedia.Named(wanted[(colon + 1)..])];
        return _dice.Falls(0.6) ? DemoMedia.Pictures(_dice, wanted, month, _dice.Falls(0.3) ? 3 : 1) : [];
    }
}
