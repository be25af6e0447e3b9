using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a batch would do to one record.</summary>
[Stored]
public enum StagedKind
{
    New,
    Returns,
    Changed,
    Ends,

    /// <summary>Whose it is must be told by a person.</summary>
    Unclear,

    /// <summary>It says something else than before, and nothing changes here: other sources come first.</summary>
    Heard,
}

/// <summary>What a batch says of one record, from the reading until the batch ends and at most a day; the plan of a school year until the change ends. A row goes when it has been dealt with.</summary>
internal sealed class Staged
{
    public required BatchId Batch { get; init; }
    public required string Key { get; init; }
    public required StagedKind Kind { get; init; }

    /// <summary>What must come first, does: 0, and 1 for those who stand in for somebody, and 2 for the ends.</summary>
    public required int Turn { get; init; }

    /// <summary>Unit by unit.</summary>
    public UnitId? Unit { get; init; }
    public SourceRecordId? Record { get; init; }
    public PersonId? Person { get; init; }
    public byte[]? Digest { get; init; }

    /// <summary>What the source says, written canonically; null for an end.</summary>
    public string? Payload { get; init; }

    /// <summary>What changes, as names of columns: "email phone".</summary>
    public string? Fields { get; init; }

    /// <summary>What it is for a school, where the batch is of a change of school year and anybody sees it.</summary>
    public YearMove? Move { get; init; }

    /// <summary>The school before, where <see cref="Move"/> is told.</summary>
    public UnitId? From { get; init; }

    /// <summary>Not in the plan that was approved.</summary>
    public bool Unseen { get; set; }
}

internal sealed class StagedTable : IEntityTypeConfiguration<Staged>
{
    public void Configure(EntityTypeBuilder<Staged> staged)
    {
        staged.ToTable("register_staged");
        staged.HasKey(s => new { s.Batch, s.Key });
        staged.Property(s => s.Key).HasMaxLength(255).Holding(Holds.Person);
        staged.Property(s => s.Payload).Holding(Holds.Person);
        staged.Property(s => s.Fields).HasMaxLength(400).Holding(Holds.Nobody);
        staged.Property(s => s.Digest).HasMaxLength(32);

        // A record or a person that is erased meanwhile takes its row along; see FeedTraces.
        staged.HasIndex(s => s.Person);

        // The order of application.
        staged.HasIndex(s => new { s.Batch, s.Turn, s.Unit, s.Key });

        // The diff, kind by kind.
        staged.HasIndex(s => new { s.Batch, s.Kind, s.Key });
    }
}

/// <summary>What becomes of a group.</summary>
[Stored]
public enum GroupChange
{
    New,

    /// <summary>The same group, by its key; its members and its spaces stay with it.</summary>
    Renamed,

    /// <summary>It has members, and is not named any more. Told in the plan of a school year alone: the group itself stays, with nobody in it.</summary>
    Ended,
}

/// <summary>A class, teaching group, organ or duty that a batch makes or renames.</summary>
internal sealed class StagedGroup
{
    public required BatchId Batch { get; init; }
    public required GroupKind Kind { get; init; }

    /// <summary><see cref="Places.CodeOf"/>.</summary>
    public required string Code { get; init; }
    public required string NameFi { get; init; }
    public required string NameSv { get; init; }
    public UnitId? Unit { get; init; }

    /// <summary>The id it has, or will have.</summary>
    public required Guid Group { get; init; }
    public required GroupChange Change { get; init; }
}

internal sealed class StagedGroupTable : IEntityTypeConfiguration<StagedGroup>
{
    public void Configure(EntityTypeBuilder<StagedGroup> staged)
    {
        staged.ToTable("register_staged_groups");
        staged.HasKey(s => new { s.Batch, s.Kind, s.Code });
        staged.Property(s => s.Code).HasMaxLength(100).Holding(Holds.Nobody);
        staged.Property(s => s.NameFi).HasMaxLength(160).Holding(Holds.Nobody);
        staged.Property(s => s.NameSv).HasMaxLength(160).Holding(Holds.Nobody);
    }
}
