using Tupa.Notifications;
using Tupa.Posts;

namespace Tupa.Demo;

/// <summary>What has come to the inboxes of those who are printed in the last days: who named them, who commented, what they must read.</summary>
internal sealed class PrintedNotices(DemoTown town, TownKeys keys, DateTime now)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>What is older has been read.</summary>
    private static readonly TimeSpan Unread = TimeSpan.FromDays(3);

    private readonly IReadOnlyList<int> _printed = town.Printed.All;
    private HashSet<int> _inside = [];
    private int _made;

    public void Open(TownSpace space)
    {
        var members = town.Members(space).ToHashSet();
        _inside = [.. _printed.Where(members.Contains)];
    }

    public void Tell(TownPost told, Post post, List<(TownComment Told, DateTime At)> comments, List<NoticeRow> notices)
    {
        if (_inside.Count == 0) return;

        foreach (var person in told.Mentions.Where(_inside.Contains)) Add(NoticeKind.Mention, person, told.Author, told.At);
        if (told.MustReadUntil is not null)
        {
            foreach (var person in _inside) Add(NoticeKind.MustRead, person, told.Author, told.At);
        }

        if (!_inside.Contains(told.Author)) return;
        foreach (var (comment, at) in comments) Add(NoticeKind.CommentOnMine, told.Author, comment.Author, at);

        void Add(NoticeKind kind, int person, int from, DateTime at)
        {
            if (person == from || at < now - Kept) return;
            notices.Add(new()
            {
                Id = new(keys.Ids.Make(at, "notice", ++_made)),
                Person = keys.People[person],
                Kind = kind,
                Thing = post.Id.Value,
                ThingKind = PostCards.PostKind,
                Space = post.Space,
                From = keys.People[from],
                At = at,
                ReadAt = at < now - Unread ? at.AddHours(2) : null,
            });
        }
    }
}
