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

    /// <summary>What the one who did it was in the city at that moment: <see cref="ActorStanding.Population"/>.</summary>
    public string? Population { get; init; }

    /// <summary>The powers held at that moment: <see cref="ActorStanding.Authority"/>.</summary>
    public string? Authority { get; init; }

    public required WayIn Way { get; init; }

    /// <summary>Ties together what one request did; the number that a page of failure shows.</summary>
    public required string Reference { get; init; }

    /// <summary>The network address; null where there was none, and once erased: after 90 days, or with the person.</summary>
    public string? Address { get; set; }

    /// <summary>Goes with the address, so that nobody finds it by trying them all.</summary>
    public byte[]? AddressSalt { get; set; }

    /// <summary><see cref="ErasableValue.Digest"/>: what of the address is in the chain, and stays.</summary>
    public byte[]? AddressDigest { get; init; }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    /// <summary>IPv6 with an IPv4 address at its end, and a zone.</summary>
    public const int LongestAddress = 64;

    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.Property(e => e.ByName).HasMaxLength(80).Holding(Holds.Nobody);
        entry.Property(e => e.Deed).HasMaxLength(120).Holding(Holds.Nobody);
        entry.Property(e => e.Population).HasMaxLength(40).Holding(Holds.Nobody);
        entry.Property(e => e.Authority).HasMaxLength(120).Holding(Holds.Nobody);
        entry.Property(e => e.Reference).HasMaxLength(16).Holding(Holds.Nobody);
        entry.Property(e => e.Address).HasMaxLength(LongestAddress).Holding(Holds.Person);
        entry.Property(e => e.AddressSalt).HasMaxLength(ErasableValue.SaltSize);
        entry.Property(e => e.AddressDigest).HasMaxLength(32);
        entry.Property(e => e.By).WithoutForeignKey();
        entry.Property(e => e.Subject).WithoutForeignKey();

        // The reading page: newest first, of one space, of whoever did it and of whom it was done to.
        entry.HasIndex(e => new { e.At, e.Id });
        entry.HasIndex(e => new { e.Space, e.At });
        entry.HasIndex(e => new { e.By, e.At });
        entry.HasIndex(e => new { e.Subject, e.At });
    }
}
