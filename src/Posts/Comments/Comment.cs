using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>A comment on a post, or a reply to one.</summary>
public readonly record struct CommentId(Guid Value) : IId<CommentId>
{
    public static CommentId New() => new(Guid.CreateVersion7());

    public static CommentId From(Guid value) => new(value);

    public int CompareTo(CommentId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>What somebody said about a post. Replies are one level deep: a reply to a reply stands in the same thread.</summary>
internal sealed class Comment
{
    public const int Longest = 4_000;

    public required CommentId Id { get; init; }
    public required PostId Post { get; init; }

    /// <summary>The comment that began the thread; its own id where it began one.</summary>
    public required CommentId Thread { get; init; }

    /// <summary>When the thread began: threads stand in this order.</summary>
    public required DateTime ThreadAt { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null once the author has been erased, and where the words have been removed.</summary>
    public PersonId? Author { get; set; }
    public FormerUserId? Former { get; set; }

    /// <summary>Markdown; empty once removed.</summary>
    public string Body { get; private set; } = "";
    public DateTime? EditedAt { get; private set; }

    /// <summary>Removed while others had replied: the row stays so that the replies keep their place.</summary>
    public DateTime? RemovedAt { get; private set; }
    public DateTime? HiddenAt { get; private set; }
    public PersonId? HiddenBy { get; set; }
    public int Version { get; private set; }

    public bool IsReply => Thread != Id;

    public Refusal? Say(string body)
    {
        if (string.IsNullOrWhiteSpace(body)) return new(CommentText.NothingSaid);
        if (body.Length > Longest) return new(CommentText.TooLong);

        Body = body.Trim();
        return null;
    }

    public Refusal? Revise(int version, string body, DateTime now)
    {
        if (version != Version) return Refusal.Clash;
        if (Say(body) is { } refusal) return refusal;

        EditedAt = now;
        Version++;
        return null;
    }

    /// <summary>The words and the author go; the place in the thread stays.</summary>
    public void Empty(DateTime now)
    {
        (Body, Author, Former, RemovedAt) = ("", null, null, now);
        Version++;
    }

    public void Hide(PersonId? by, DateTime now) => (HiddenAt, HiddenBy) = (now, by);

    public void Show() => (HiddenAt, HiddenBy) = (null, null);

    public void LoseAuthor(FormerUserId former) => (Author, Former) = (null, former);

    public void Rename(PersonId person, PersonId other) => Body = MentionMark.Rename(Body, person, other);
}

internal sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("posts_comments");
        comment.Property(c => c.Body).HasMaxLength(Comment.Longest).Holding(Holds.FreeText);
        comment.Property(c => c.Version).IsConcurrencyToken();

        // A thread points at itself where it begins, so deleting a post in one statement needs the database not to look.
        comment.Property(c => c.Thread).WithoutForeignKey();

        // The page of a post: threads in order, each with its replies. The number on a card.
        comment.HasIndex(c => new { c.Post, c.ThreadAt, c.Thread, c.At, c.Id });
        comment.HasIndex(c => c.Author);
        comment.HasIndex(c => c.HiddenBy);
    }
}
