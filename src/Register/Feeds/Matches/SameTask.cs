using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A question whether two are one.</summary>
public readonly record struct SameTaskId(Guid Value) : IId<SameTaskId>
{
    public static SameTaskId New() => new(Guid.CreateVersion7());

    public static SameTaskId From(Guid value) => new(value);

    public int CompareTo(SameTaskId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

[Stored]
public enum SameState
{
    Open,

    /// <summary>The record is this person's.</summary>
    Same,

    /// <summary>The record is somebody else's; it is not asked again.</summary>
    Apart,
}

/// <summary>Possible same: a record that shares a key with a person, and not so that the house could tell by itself. The record stays without a person until somebody has told.</summary>
internal sealed class SameTask
{
    public required SameTaskId Id { get; init; }
    public required SourceRecordId Record { get; init; }
    public required PersonId Candidate { get; init; }
    public SameState State { get; set; }
    public required DateTime MadeAt { get; init; }

    /// <summary>What the source says, to be laid beside the person's card; forgotten when it is decided.</summary>
    public string? Payload { get; set; }

    /// <summary>What the first of two has said; null while nobody has.</summary>
    public SameState? Said { get; set; }
    public PersonId? SaidBy { get; set; }
    public PersonId? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>The source says it again. Where it says something else, whoever has answered has not seen that: the answer no longer counts.</summary>
    public void Tell(string payload)
    {
        if (State != SameState.Open)
        {
            Payload = null;
            return;
        }

        if (Payload != payload) (Said, SaidBy) = (null, null);
        Payload = payload;
    }
}

internal sealed class SameTaskTable : IEntityTypeConfiguration<SameTask>
{
    public void Configure(EntityTypeBuilder<SameTask> task)
    {
        task.ToTable("register_same_tasks");
        task.Property(t => t.Payload).Holding(Holds.Person);
        task.HasIndex(t => new { t.Record, t.Candidate }).IsUnique();
        task.HasIndex(t => t.Candidate);
    }
}
