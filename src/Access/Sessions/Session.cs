using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>One sign-in in one browser.</summary>
public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    public static SessionId New() => new(Guid.CreateVersion7());

    public static SessionId From(Guid value) => new(value);

    public int CompareTo(SessionId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>Istunto: from a sign-in until twelve hours have passed, until it is ended, or on a shared device until half an hour of silence.</summary>
internal sealed class Session
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan LongestPending = TimeSpan.FromMinutes(10);

    public required SessionId Id { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>SHA-256 of the secret in the cookie; the secret itself is nowhere else.</summary>
    public required byte[] TokenHash { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>Within a minute of the last request.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>The absolute end.</summary>
    public required DateTime UntilUtc { get; init; }

    /// <summary>The end if nothing is asked before it; on a device of one's own the same as <see cref="UntilUtc"/>.</summary>
    public required DateTime IdleUntil { get; set; }
    public required bool Shared { get; init; }

    /// <summary>The password was right and the second factor is still to come: the session opens nothing but the second step.</summary>
    public required bool Pending { get; init; }

    /// <summary>"Firefox, Windows": enough for the person to know it again, and no more.</summary>
    public required string Device { get; init; }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public const int LongestDevice = 60;

    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("access_sessions");
        session.Property(x => x.Person).WhenJoined(JoinRule.Ends);
        session.Property(s => s.TokenHash).HasMaxLength(32);
        session.Property(s => s.Device).HasMaxLength(LongestDevice).Holding(Holds.Person);

        // Every request begins here.
        session.HasIndex(s => s.TokenHash).IsUnique();

        // The sweep of what is over.
        session.HasIndex(s => s.UntilUtc);
    }
}
