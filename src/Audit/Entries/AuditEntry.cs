using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>How the audit names a person: at random, so that erasing the one row that ties the two leaves the log readable and nobody named.</summary>
public readonly record struct AuditAlias(Guid Value) : IId<AuditAlias>
{
    public static AuditAlias New() => new(Guid.CreateVersion7());

    public static AuditAlias From(Guid value) => new(value);

    public int CompareTo(AuditAlias other) => Value.CompareTo(other.Value);
}

/// <summary>Which person an alias stands for; the row is erased with the person.</summary>
internal sealed class AliasRow
{
    public required AuditAlias Alias { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>It was that of somebody who has been joined with the person since: read, and written no more.</summary>
    public bool Former { get; set; }
}

internal sealed class AliasTable : IEntityTypeConfiguration<AliasRow>
{
    public void Configure(EntityTypeBuilder<AliasRow> alias)
    {
        alias.ToTable("audit_aliases");
        alias.HasKey(a => a.Alias);
        alias.HasIndex(a => a.Person);
    }
}

/// <summary>How a deed ended.</summary>
[Stored]
public enum AuditOutcome
{
    Done,
    Refused,
}

/// <summary>One deed or refusal. Keys and ids only: no names, no texts, no content.</summary>
internal sealed class AuditEntry
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The person who did it; null for the house and for visitors who have not signed in.</summary>
    public AuditAlias? By { get; set; }

    /// <summary>"person", "anonymous", or the part of the house that did it.</summary>
    public required string ByName { get; init; }

    /// <summary>room.noun.pasttense, or room.noun.verb for what was refused.</summary>
    public required string Deed { get; init; }

    public required AuditOutcome Outcome { get; init; }

    /// <summary>The thing it was done to.</summary>
    public Guid? Thing { get; init; }

    /// <summary>The person it was done to.</summary>
    public AuditAlias? Subject { get; set; }

    /// <summary>The space in which it was done.</summary>
    public Guid? Space { get; init; }

    /// <summary>A number that belongs to the deed: rows swept, people invited.</summary>
    public long? Count { get; init; }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.Property(e => e.ByName).HasMaxLength(80).Holding(Holds.Nobody);
        entry.Property(e => e.Deed).HasMaxLength(120).Holding(Holds.Nobody);
        entry.Property(e => e.By).WithoutForeignKey();
        entry.Property(e => e.Subject).WithoutForeignKey();

        // The reading page: newest first, of one space, of one subject.
        entry.HasIndex(e => new { e.At, e.Id });
        entry.HasIndex(e => new { e.Space, e.At });
        entry.HasIndex(e => new { e.Subject, e.At });
    }
}
