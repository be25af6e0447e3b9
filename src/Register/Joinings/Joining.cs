using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Two who are one, or one who is two.</summary>
public readonly record struct JoiningId(Guid Value) : IId<JoiningId>
{
    public static JoiningId New() => new(Guid.CreateVersion7());

    public static JoiningId From(Guid value) => new(value);

    public int CompareTo(JoiningId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

[Stored]
public enum JoiningState
{
    /// <summary>One administrator has said that they are one; a second one tells.</summary>
    Asked,

    /// <summary>They are one.</summary>
    Joined,

    /// <summary>One administrator has said that they are two after all, or that a record is somebody else's; a second one tells.</summary>
    PartAsked,

    /// <summary>They are two.</summary>
    Parted,
}

/// <summary>
/// That two people are one human: asked by one administrator, done by another. Ids only. It stays as long as the one who is kept, for
/// whoever is erased takes along who they were before.
/// </summary>
internal sealed class Joining
{
    /// <summary>How long everything that moved can be put back, and how long a question waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    public required JoiningId Id { get; init; }

    /// <summary>In whose name everything goes on.</summary>
    public required PersonId Kept { get; set; }

    /// <summary>Who is gone once they are joined, and is somebody again once they are parted.</summary>
    public required PersonId Lost { get; set; }

    /// <summary>Of a parting that takes one record away from a person it was tied to wrongly; null where two were joined.</summary>
    public SourceRecordId? Record { get; init; }
    public required JoiningState State { get; set; }

    /// <summary>A digest of what the first of two saw of both: said of something else, it does not count.</summary>
    public byte[]? Seen { get; set; }

    /// <summary>The first of two; null once erased, and then nobody has said it.</summary>
    public PersonId? AskedBy { get; set; }
    public required DateTime AskedAt { get; set; }
    public DateTime? JoinedAt { get; set; }
    public DateTime? PartedAt { get; set; }

    /// <summary>Whether what moved can still be put back; a record can be taken away at any time.</summary>
    public bool MayPart(DateTime now) => Record is not null || (JoinedAt is { } at && now < at + Patience);
}

internal sealed class JoiningTable : IEntityTypeConfiguration<Joining>
{
    public void Configure(EntityTypeBuilder<Joining> joining)
    {
        joining.ToTable("register_joinings");
        joining.Property(j => j.Seen).HasMaxLength(32);
        joining.Property(j => j.Record).WithoutForeignKey();

        // Who is gone has no row of a person any more.
        joining.Property(j => j.Lost).WithoutForeignKey().WhenJoined(JoinRule.ByRoom);
        joining.HasIndex(j => j.Kept);
        joining.HasIndex(j => j.Lost);
    }
}

/// <summary>Which rows of a column moved, by their keys: for putting them back within <see cref="Joining.Patience"/>, and gone after that.</summary>
internal sealed class JoiningMove
{
    public required JoiningId Joining { get; init; }
    public required string Table { get; init; }
    public required string Column { get; init; }
    public required string Keys { get; init; }

    public FollowedRows Rows => new(Table, Column, Keys);
}

internal sealed class JoiningMoveTable : IEntityTypeConfiguration<JoiningMove>
{
    public void Configure(EntityTypeBuilder<JoiningMove> move)
    {
        move.ToTable("register_joining_moves");
        move.HasKey(m => new { m.Joining, m.Table, m.Column });
        move.Property(m => m.Table).HasMaxLength(60).Holding(Holds.Nobody);
        move.Property(m => m.Column).HasMaxLength(60).Holding(Holds.Nobody);
        move.Property(m => m.Keys).Holding(Holds.Person);
        move.Ignore(m => m.Rows);
    }
}
