namespace Tupa.Demo;

/// <summary>The comments and reactions under a post, none of them later than now.</summary>
internal sealed class CommentWriter(TownDraft draft, SpacePeople people, Dice dice)
{
    private static readonly string[] Kinds = ["thanks", "thanks", "thanks", "like", "like", "celebrate", "support", "insightful"];

    public List<TownComment> Write(PostSeed seed, int author, DateTime at, Slots slots)
    {
        var comments = new List<TownComment>();
        if (seed.Comments.Count == 0) return comments;
        var wanted = dice.Falls(0.25) ? 0 : dice.Between(1, Math.Min(9, seed.Comments.Count + 1));
        var time = at;
        int? answered = null;
        var taken = 0;
        foreach (var comment in seed.Comments)
        {
            if (comment.Voice == SeedVoice.Reader)
            {
                // Leave some out so that two copies of a post do not have the same talk.
                answered = null;
                if (taken >= wanted || dice.Falls(0.25)) continue;
            }
            else if (answered is null || dice.Falls(0.15))
            {
                continue;
            }

            var by = comment.Voice == SeedVoice.Author ? author : Other(author);
            time = time.AddMinutes(3 + (dice.Part() * dice.Part() * 60 * 20));
            if (time >= draft.Now) break;
            if (comment.Voice == SeedVoice.Reader) answered = comments.Count;
            comments.Add(new TownComment(by, slots.Fill(comment.Text), time, comment.Voice == SeedVoice.Reader ? null : answered));
            taken++;
        }

        return comments;
    }

    public List<TownReaction> React(DateTime at, int author)
    {
        if (at > draft.Now.AddMinutes(-25)) return [];
        var most = Math.Min(40, Math.Max(1, people.Count / 3));
        var count = (int)(dice.Part() * dice.Part() * most);
        var reactors = new HashSet<int>();
        for (var i = 0; i < count; i++) reactors.Add(people.Commenter());
        reactors.Remove(author);
        return [.. reactors.Select(person => new TownReaction(person, dice.Pick(Kinds)))];
    }

    private int Other(int author)
    {
        var by = people.Commenter();
        return by == author ? people.Commenter() : by;
    }
}
