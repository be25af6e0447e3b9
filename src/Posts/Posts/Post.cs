using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>A piece of writing in a space. The space owns it; a person is only its author.</summary>
internal sealed class Post
{
    public const int LongestTitle = 160;
    public const int LongestBody = 40_000;

    public required PostId Id { get; init; }
    public required AudienceId Audience { get; set; }
    public required SpaceId Space { get; init; }

    /// <summary>Null once the author has been erased; then <see cref="Former"/> stands in.</summary>
    public PersonId? Author { get; set; }
    public FormerUserId? Former { get; set; }
    public string Title { get; private set; } = "";

    /// <summary>Markdown. A mention is <c>@[uuid]</c>; its name is written at reading.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The beginning of the body, as feeds show it: short enough to be read fifty at a time.</summary>
    public string Lead { get; private set; } = "";

    /// <summary>When it is to be seen; in the future while it is scheduled.</summary>
    public required DateTime PublishedAt { get; set; }

    /// <summary>When it goes from sight; 9999 where it does not.</summary>
    public DateTime ExpiresAt { get; set; } = Helsinki.Never;
    public DateTime? EditedAt { get; private set; }

    /// <summary>When somebody last changed who may see it.</summary>
    public DateTime? AudienceChangedAt { get; private set; }
    public bool Pinned { get; private set; }

    /// <summary>By when everyone must have read it; null for all else.</summary>
    public DateTime? MustReadUntil { get; private set; }
    public DateTime? HiddenAt { get; private set; }
    public PersonId? HiddenBy { get; set; }

    /// <summary>Whether people have been told of it; a scheduled one waits for its time.</summary>
    public bool Announced { get; set; }
    public int Version { get; private set; }

    /// <summary>The lead is not the whole; a column, so that a feed need not read the body to know.</summary>
    public bool Cut { get; private set; }

    /// <summary>Whether its readers see it at this instant. Queries say the same in <see cref="PostsSeen"/>.</summary>
    public bool IsSeen(DateTime now) => PublishedAt <= now && now < ExpiresAt && HiddenAt is null;

    /// <summary>Sets what it says and when; the same rule for a new post and for a changed one.</summary>
    /// <param name="pictured">It has files, so it needs no words.</param>
    public Refusal? Write(string title, string body, DateTime publishedAt, DateTime expiresAt, bool pictured = false)
    {
        if (title.Length > LongestTitle) return new(PostText.TitleTooLong);
        if (body.Length > LongestBody) return new(PostText.BodyTooLong);
        if (!pictured && string.IsNullOrWhiteSpace(body) && string.IsNullOrWhiteSpace(title)) return new(PostText.NothingToPublish);
        if (expiresAt <= publishedAt) return new(PostText.ExpiresBeforePublished);

        (Title, Body, Lead) = (title.Trim(), body, PostLead.Of(body));
        Cut = Lead.Length < Body.Length;
        (PublishedAt, ExpiresAt) = (publishedAt, expiresAt);
        return null;
    }

    /// <summary>Changes a published post. The caller keeps the words as they were in the history.</summary>
    /// <param name="version">The version that the form was opened on.</param>
    public Refusal? Revise(int version, string title, string body, DateTime publishedAt, DateTime expiresAt, DateTime now, bool pictured = false)
    {
        if (version != Version) return Refusal.Clash;

        var changed = title.Trim() != Title || body != Body;
        if (Write(title, body, publishedAt, expiresAt, pictured) is { } refusal) return refusal;

        if (changed) EditedAt = now;
        Version++;
        return null;
    }

    public void ShowTo(AudienceId audience, DateTime now) => (Audience, AudienceChangedAt) = (audience, now);

    /// <summary>Everyone is to confirm by then; null takes the demand back.</summary>
    public void MustBeRead(DateTime? until) => MustReadUntil = until;

    public void Pin(bool pinned) => Pinned = pinned;

    public void Hide(PersonId? by, DateTime now) => (HiddenAt, HiddenBy) = (now, by);

    public void Show() => (HiddenAt, HiddenBy) = (null, null);

    /// <summary>Everything but the author's name stays.</summary>
    public void LoseAuthor(FormerUserId former) => (Author, Former) = (null, former);

    /// <inheritdoc cref="MentionMark.Rename"/>
    public void Rename(PersonId person, PersonId other) => (Body, Lead) = (MentionMark.Rename(Body, person, other), MentionMark.Rename(Lead, person, other));
}
