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
}

/// <summary>What a source calls a person. A record finds its person by this key and never by name.</summary>
internal sealed class SourceRecord
{
    public required SourceRecordId Id { get; init; }
    public required Source Source { get; init; }
    public required string Key { get; init; }
    public PersonId? Person { get; set; }
    public Guid? LastBatch { get; set; }
}

internal sealed class SourceRecordTable : IEntityTypeConfiguration<SourceRecord>
{
    public void Configure(EntityTypeBuilder<SourceRecord> record)
    {
        record.ToTable("register_source_records");
        record.Property(r => r.Key).HasMaxLength(255).Holding(Holds.Person);
        record.HasIndex(r => new { r.Source, r.Key }).IsUnique();
    }
}
