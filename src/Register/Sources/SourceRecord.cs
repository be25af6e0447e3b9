using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A record of a person in one source.</summary>
public readonly record struct SourceRecordId(Guid Value) : IId<SourceRecordId>
{
    public static SourceRecordId New() => new(Guid.CreateVersion7());

    public static SourceRecordId From(Guid value) => new(value);

    public int CompareTo(SourceRecordId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>The regular sources of the statement, and the person's own additions.</summary>
[Stored]
public enum Source
{
    /// <summary>Rekisteröityjen esihenkilöt.</summary>
    Supervisors,

    /// <summary>Päätöksentekopalvelut.</summary>
    Decisions,

    /// <summary>A member of staff who answers for a partner.</summary>
    Sponsors,

    /// <summary>Oppilastietojärjestelmä.</summary>
    Schools,

    /// <summary>The operator, on the machine.</summary>
    Operator,

    /// <summary>The city's directory, which pushes people by SCIM.</summary>
    Scim,

    /// <summary>The city's directory, read by LDAP.</summary>
    Ldap,
}

/// <summary>Whether a source still says that the person is here.</summary>
[Stored]
public enum RecordState
{
    Live,

    /// <summary>The source has let go of it. Kept until the person is erased, so that the same key finds the same person on a return.</summary>
    Ended,
}

/// <summary>What a source calls a person. A record finds its person by this key and never by name.</summary>
internal sealed class SourceRecord
{
    public required SourceRecordId Id { get; init; }
    public required Source Source { get; init; }

    /// <summary>Which of the source's feeds says it ("oppilaat"); a feed ends only what it says itself. Empty where the source has only one.</summary>
    public string Feed { get; init; } = "";
    public required string Key { get; init; }

    /// <summary>Null while it is not known whose it is: a possible-same task is open.</summary>
    public PersonId? Person { get; set; }
    public RecordState State { get; set; } = RecordState.Live;
    public Guid? LastBatch { get; set; }

    /// <summary>A digest of what it said last: said again, it changes nothing. Null where it is to be listened to anew.</summary>
    public byte[]? Said { get; set; }
}

internal sealed class SourceRecordTable : IEntityTypeConfiguration<SourceRecord>
{
    public void Configure(EntityTypeBuilder<SourceRecord> record)
    {
        record.ToTable("register_source_records");
        record.Property(r => r.Feed).HasMaxLength(40).Holding(Holds.Nobody);
        record.Property(r => r.Key).HasMaxLength(255).Holding(Holds.Person);
        record.Property(r => r.Said).HasMaxLength(32);
        record.HasIndex(r => new { r.Source, r.Feed, r.Key }).IsUnique();

        // Whom does the directory call by this GUID?
        record.HasIndex(r => r.Key);
    }
}
