using System.Globalization;
using System.Text.RegularExpressions;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Posts;

namespace Tupa.Demo;

/// <summary>Posts and all that hangs on them, as rows. What the town says of moments still to come today is left out.</summary>
/// <param name="media">The blob of each file of <see cref="DemoMedia"/>; a file that is not in it is attached to nothing.</param>
internal sealed partial class PostRows(DemoTown town, TownKeys keys, IReadOnlyDictionary<string, BlobId> media, DateTime now)
{
    /// <summary>One post in so many goes from sight after <see cref="ShownDays"/>.</summary>
    private const double Passing = 0.03;
    private const int ShownDays = 45;

    private readonly PrintedNotices _notices = new(town, keys, now);

    /// <summary>Adds the posts of one space to the batch.</summary>
    public void Add(TownSpace space, PostBatch batch)
    {
        var number = (long)space.Index * 100_000;
        _notices.Open(space);
        foreach (var post in town.Posts(space))
        {
            number++;
            if (post.State == TownPostState.Draft) batch.Drafts.Add(Draft(post, number));
            else if (post.At <= now || post.State == TownPostState.Scheduled) Add(post, number, batch);
        }
    }

    private void Add(TownPost told, long number, PostBatch batch)
    {
        var space = keys.Spaces[told.Space];
        var audience = keys.Audiences[told.Space];
        var author = keys.People[told.Author];
        var shown = told.State == TownPostState.Published;
        var until = told.MustReadUntil is null && !told.Pinned && keys.Ids.Part("passing", number) < Passing ? told.At.AddDays(ShownDays) : Helsinki.Never;
        var files = told.Media.Where(m => media.ContainsKey(m.File)).ToList();

        var post = new Post { Id = new(keys.Ids.Make(told.At, "post", number)), Audience = audience, Space = space, Author = author, PublishedAt = told.At, Announced = shown };
        if (post.Write(told.Title, Body(told), told.At, until, files.Count > 0) is { } refusal) throw new InvalidOperationException($"\"{told.Title}\": {refusal.Reason.En}");
        post.Pin(told.Pinned);
        post.MustBeRead(told.MustReadUntil);
        batch.Posts.Add(post);
        batch.Arrivals.Add(new()
        {
            Id = post.Id.Value,
            Kind = PostCards.PostKind,
            Audience = audience,
            Space = space,
            Author = author,
            At = told.At,
            UntilUtc = until,
            MustReadUntil = told.MustReadUntil,
            Pinned = told.Pinned,
            Announced = shown,
        });
        Mention(post.Body, post.Id.Value, post.Id, shown, batch);

        for (var i = 0; i < files.Count; i++)
        {
            batch.Files.Add(new()
            {
                Id = new(keys.Ids.Make(told.At, "file", number, i)),
                Blob = media[files[i].File],
                Owner = post.Id.Value,
                Audience = audience,
                Space = space,
                Author = author,
                Name = files[i].File,
                Alt = files[i].Alt,
                Ordinal = i,
                VisibleFrom = told.At,
                VisibleUntil = until,
            });
        }

        var comments = Comment(told, post.Id, number, batch);
        React(told, post.Id, number, batch);
        foreach (var person in told.Confirmed)
            batch.Confirmations.Add(new() { Post = post.Id, Person = keys.People[person], At = After(told.At, "confirmed", number, person, 3) });
        if (shown) _notices.Tell(told, post, comments, batch.Notices);
    }

    private List<(TownComment Told, DateTime At)> Comment(TownPost told, PostId post, long number, PostBatch batch)
    {
        var said = new List<(TownComment Told, DateTime At)>();
        var threads = new Dictionary<int, Comment>();
        for (var i = 0; i < told.Comments.Count; i++)
        {
            var comment = told.Comments[i];
            if (comment.At > now) break;

            var id = new CommentId(keys.Ids.Make(comment.At, "comment", number, i));
            var thread = comment.ReplyTo is { } to ? threads[to] : null;
            var row = new Comment
            {
                Id = id,
                Post = post,
                Author = keys.People[comment.Author],
                At = comment.At,
                Thread = thread?.Thread ?? id,
                ThreadAt = thread?.ThreadAt ?? comment.At,
            };
            if (row.Say(Marked(comment.Body)) is { } refusal) throw new InvalidOperationException($"A comment: {refusal.Reason.En}");

            threads[i] = row;
            batch.Comments.Add(row);
            Mention(row.Body, id.Value, post, told: true, batch);
            said.Add((comment, comment.At));
        }

        return said;
    }

    private void React(TownPost told, PostId post, long number, PostBatch batch)
    {
        foreach (var reaction in told.Reactions)
        {
            batch.Reactions.Add(new()
            {
                Post = post,
                Person = keys.People[reaction.Person],
                Kind = reaction.Kind switch { "like" or "support" => ReactionKind.Agree, "celebrate" => ReactionKind.Congratulations, "insightful" => ReactionKind.Idea, _ => ReactionKind.Thanks },
                At = After(told.At, "reacted", number, reaction.Person, 4),
            });
        }
    }

    private static void Mention(string text, Guid source, PostId post, bool told, PostBatch batch)
    {
        foreach (var person in MentionMark.In(text)) batch.Mentions.Add(new() { Source = source, Person = person, Post = post, Told = told });
    }

    private Draft Draft(TownPost told, long number)
    {
        var at = told.At > now ? now : told.At;
        var input = new PostInput { Id = new(keys.Ids.Make(at, "post", number)), Space = keys.Spaces[told.Space], Mentions = [.. told.Mentions.Select(m => keys.People[m])] };
        return new()
        {
            Post = input.Id,
            Author = keys.People[told.Author],
            Space = input.Space,
            Title = told.Title,
            Body = Mark().Replace(told.Body, m => "@" + town.People[Number(m)].Name),
            Rest = DraftForm.Of(input),
            SavedAt = at,
        };
    }

    private string Body(TownPost told)
    {
        var links = told.Links.Select(link => $"[{link.Title}]({link.Address})");
        return Marked(string.Join("\n\n", [told.Body, .. links]));
    }

    /// <summary>"@{12}" as the posts room keeps it.</summary>
    private string Marked(string text) => text.Contains("@{", StringComparison.Ordinal)
        ? Mark().Replace(text, m => MentionMark.Of(keys.People[Number(m)]))
        : text;

    /// <summary>Within some days of the post, most soon after it, and never later than now.</summary>
    private DateTime After(DateTime at, string what, long number, int person, double days)
    {
        var part = keys.Ids.Part(what, number, person);
        var moment = at.AddDays(part * part * part * days);
        return moment < now ? moment : at < now ? now : at;
    }

    private static int Number(Match match) => int.Parse(match.Groups["who"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"@\{(?<who>\d+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();
}
