using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>A notice that waits in, or has passed through, a person's inbox.</summary>
public readonly record struct NoticeId(Guid Value) : IId<NoticeId>
{
    public static NoticeId New() => new(Guid.CreateVersion7());

    public static NoticeId From(Guid value) => new(value);

    public int CompareTo(NoticeId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>One notice of one person. No content: the words are made at reading, in the reader's language.</summary>
internal sealed class NoticeRow
{
    public required NoticeId Id { get; init; }
    public required PersonId Person { get; init; }
    public required NoticeKind Kind { get; init; }
    public required Guid Thing { get; init; }
    public required string ThingKind { get; init; }
    public SpaceId? Space { get; init; }

    /// <summary>Null for the house, and once that person has been erased.</summary>
    public PersonId? From { get; set; }
    public required DateTime At { get; init; }
    public DateTime? ReadAt { get; set; }

    /// <summary>When the mail rounds look at it next; null once they need not.</summary>
    public DateTime? MailAt { get; set; }

    /// <summary>The mail that carries it.</summary>
    public MailId? Mail { get; set; }
    public DateTime? MailedAt { get; set; }
}

internal sealed class NoticeTable : IEntityTypeConfiguration<NoticeRow>
{
    public void Configure(EntityTypeBuilder<NoticeRow> notice)
    {
        notice.ToTable("notifications_notices");
        notice.Property(n => n.ThingKind).HasMaxLength(20).Holding(Holds.Nobody);

        // The inbox: newest first. The badge: the unread ones.
        notice.HasIndex(n => new { n.Person, n.At, n.Id });
        notice.HasIndex(n => new { n.Person, n.ReadAt });

        // The mail rounds, and what a mail carries.
        notice.HasIndex(n => n.MailAt);
        notice.HasIndex(n => n.Mail);

        // The sweep; the erasure of the one who caused it.
        notice.HasIndex(n => n.At);
        notice.HasIndex(n => n.From);
    }
}
