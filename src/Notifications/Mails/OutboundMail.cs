using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>A mail on its way.</summary>
public readonly record struct MailId(Guid Value) : IId<MailId>
{
    public static MailId New() => new(Guid.CreateVersion7());

    public static MailId From(Guid value) => new(value);

    public int CompareTo(MailId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>How a mail came to be.</summary>
[Stored]
public enum MailKind
{
    /// <summary>News that the person wants, or must have, at once.</summary>
    Now,

    /// <summary>The day's digest.</summary>
    Daily,

    /// <summary>That an access ends: it says more than a notice, and comes also to one who is out.</summary>
    Farewell,
}

/// <summary>Where a mail is on its way.</summary>
[Stored]
public enum MailState
{
    Waiting,
    Sent,

    /// <summary>Nothing was left to tell when it was written, or there was no address.</summary>
    Dropped,

    /// <summary>Given up after <see cref="OutboundMail.MostTries"/> tries.</summary>
    Failed,
}

/// <summary>
/// A mail that is to be sent: for whom, not what. It is written when it is sent, so it says nothing that the person may no longer
/// see, and no text or address waits in the database. As a row it outlives a crash and is tried again.
/// </summary>
internal sealed class OutboundMail
{
    public const int MostTries = 8;

    public required MailId Id { get; init; }
    public required PersonId Person { get; init; }
    public required MailKind Kind { get; init; }
    public required DateTime MadeAt { get; init; }

    /// <summary>Not before this; moved on while a try runs and after one that failed.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>Which arrivals it tells of, half-open; null where it tells of notices only.</summary>
    public DateTime? SinceUtc { get; init; }

    public DateTime? UntilUtc { get; init; }

    /// <summary>The Helsinki day of a digest: one a day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The farewell it says; null elsewhere.</summary>
    public FarewellId? Farewell { get; init; }
    public MailState State { get; set; } = MailState.Waiting;
    public int Tries { get; set; }
    public DateTime? DoneAt { get; set; }

    /// <summary>After the n-th failure: 1, 2, 4 … 64 minutes.</summary>
    public static TimeSpan Pause(int tries) => TimeSpan.FromMinutes(Math.Pow(2, Math.Clamp(tries - 1, 0, 6)));
}

internal sealed class OutboundMailTable : IEntityTypeConfiguration<OutboundMail>
{
    public void Configure(EntityTypeBuilder<OutboundMail> mail)
    {
        mail.ToTable("notifications_mails");

        // What is due; at most one digest a person a day (null days are not compared).
        mail.HasIndex(m => new { m.State, m.DueAt });
        mail.HasIndex(m => new { m.Person, m.Day }).IsUnique();
        mail.HasIndex(m => new { m.Person, m.MadeAt });
    }
}
