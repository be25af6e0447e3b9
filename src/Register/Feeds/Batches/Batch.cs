using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One delivery of a source.</summary>
public readonly record struct BatchId(Guid Value) : IId<BatchId>
{
    public static BatchId New() => new(Guid.CreateVersion7());

    public static BatchId From(Guid value) => new(value);

    public int CompareTo(BatchId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>How far a batch has come. What is received or being applied goes on by itself after a restart.</summary>
[Stored]
public enum BatchState
{
    /// <summary>The file lies in the folder and is to be read.</summary>
    Received,

    /// <summary>Something was wrong with the file: nothing of it was used.</summary>
    Refused,

    /// <summary>A dry run: the diff is shown for a day and nothing changes.</summary>
    Tried,

    /// <summary>The diff waits for a person.</summary>
    Waiting,
    Applying,
    Applied,

    /// <summary>A person looked at the diff and sent it back.</summary>
    Rejected,

    /// <summary>Nobody decided within a day, or a newer delivery took its place.</summary>
    Lapsed,
}

/// <summary>Why a batch waits for a second person.</summary>
[Stored]
public enum BrakeCause
{
    None,

    /// <summary>More people would end than <see cref="FeedBrake.MostEnding"/> allows.</summary>
    Ends,

    /// <summary>The file is under half of the last one.</summary>
    Size,
}

/// <summary>One delivery: where it came from, how far it has come, who decided. Kept when it has ended, without what it said of anybody.</summary>
internal sealed class Batch
{
    /// <summary>How long what was delivered may lie here undecided.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>The format of what was typed; no reader has this name.</summary>
    public const string Typed = "typed";

    public required BatchId Id { get; init; }
    public required Source Source { get; init; }
    public required string Feed { get; init; }

    /// <summary>The reader's name.</summary>
    public required string Format { get; init; }

    /// <summary>What the sender called the file; forgotten when the batch ends.</summary>
    public string? FileName { get; set; }
    public long Bytes { get; init; }

    /// <summary>SHA-256 of the file: which delivery it was can be shown without keeping it.</summary>
    public byte[]? Digest { get; init; }
    public bool DryRun { get; init; }

    /// <summary>Applied by itself where the brake lets it; otherwise a person looks first.</summary>
    public bool AtOnce { get; init; }

    /// <summary>It says all of its feed.</summary>
    public bool Whole { get; set; }

    /// <summary>The day it is laid out for, where it is a batch of a change of school year; null for all others, which are for now.</summary>
    public DateOnly? ForDay { get; set; }

    /// <summary>When its source said it, where that was before this batch was made: what has been said since is newer.</summary>
    public DateTime? SaidAt { get; init; }
    public BatchState State { get; set; }
    public BrakeCause Brake { get; set; }

    /// <summary>The numbers of the report, a line each: see <see cref="Counted"/>. They name nobody.</summary>
    public string Counts { get; set; } = "";

    /// <summary>How many people of the feed were here before, and how many of them would not be any more.</summary>
    public int Live { get; set; }
    public int Ending { get; set; }

    /// <summary>How many records change, and how many of them have been dealt with.</summary>
    public int Changes { get; set; }
    public int Done { get; set; }

    /// <summary>Null where the house itself fetched or was given it on the machine.</summary>
    public PersonId? SentBy { get; init; }
    public required DateTime SentAt { get; init; }
    public DateTime? StagedAt { get; set; }
    public PersonId? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was approved past the brake, or sent back.</summary>
    public string? Reason { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>Who works on it keeps it until then; what a dead process left is taken up by another.</summary>
    public DateTime ClaimedUntil { get; set; }

    /// <summary>What somebody has typed of one person, and what is heard at once: no delivery, and in no list of deliveries.</summary>
    public static Batch ByHand(string feed, PersonId by, DateTime at)
    {
        var batch = new Batch
        {
            Id = BatchId.New(),
            Source = Source.Supervisors,
            Feed = feed,
            Format = Typed,
            Changes = 1,
            Done = 1,
            SentBy = by,
            SentAt = at,
            StagedAt = at,
        };
        batch.End(BatchState.Applied, at);
        return batch;
    }

    /// <summary>As of when its values compete with those of others.</summary>
    public DateTime HeardAt => SaidAt ?? SentAt;

    public void End(BatchState how, DateTime at) => (State, EndedAt, FileName, ClaimedUntil) = (how, at, null, at);
}

internal sealed class BatchTable : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> batch)
    {
        batch.ToTable("register_batches");
        batch.Property(b => b.Feed).HasMaxLength(40).Holding(Holds.Nobody);
        batch.Property(b => b.Format).HasMaxLength(40).Holding(Holds.Nobody);
        batch.Property(b => b.FileName).HasMaxLength(200).Holding(Holds.FreeText);
        batch.Property(b => b.Reason).HasMaxLength(1000).Holding(Holds.FreeText);
        batch.Property(b => b.Counts).HasMaxLength(4000).Holding(Holds.Nobody);
        batch.Property(b => b.Digest).HasMaxLength(32);

        // The last ones of a source.
        batch.HasIndex(b => new { b.Source, b.Feed, b.SentAt });

        // What is to be gone on with, and what lapses.
        batch.HasIndex(b => new { b.State, b.SentAt });
    }
}
