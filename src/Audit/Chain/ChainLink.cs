using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tupa.Audit;

/// <summary>The place of one entry in the chain. Written once, apart from the entry, which is never written again.</summary>
internal sealed class ChainLink
{
    /// <summary>From 1 on, without a gap.</summary>
    public required long Number { get; init; }
    public required Guid Entry { get; init; }

    /// <summary><see cref="ChainDigest.Of(byte[], long, AuditEntry)"/>: the link before, the number, and every column of the entry.</summary>
    public required byte[] Link { get; init; }
}

internal sealed class ChainLinkTable : IEntityTypeConfiguration<ChainLink>
{
    public void Configure(EntityTypeBuilder<ChainLink> link)
    {
        link.ToTable("audit_links");
        link.HasKey(l => l.Number);
        link.Property(l => l.Number).ValueGeneratedNever();
        link.Property(l => l.Link).HasMaxLength(32);

        // Nothing is sealed twice; what has not been sealed yet.
        link.HasIndex(l => l.Entry).IsUnique();
    }
}

/// <summary>
/// Closes the chain over what one sealing found of one day and one class, so that all of it goes together when its time has come. A
/// seal is never changed and never goes: with its rows gone it still carries the chain over them.
/// </summary>
internal sealed class ChainSeal
{
    /// <summary>From 1 on. After a database was put back to an earlier state it goes on behind the last number there ever was.</summary>
    public required long Number { get; init; }

    /// <summary>The numbers of the first and last link under it.</summary>
    public required long First { get; init; }

    /// <inheritdoc cref="First"/>
    public required long Last { get; init; }
    public required int Count { get; init; }
    public required LogClass Class { get; init; }

    /// <summary>The Helsinki day of all its entries.</summary>
    public required DateOnly Day { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The hash of the seal before; zeros for the first.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>The last link under it.</summary>
    public required byte[] Tail { get; init; }

    /// <summary><see cref="ChainDigest.Of(ChainSeal)"/>; the first link of the next seal begins with it.</summary>
    public required byte[] Hash { get; init; }
}

internal sealed class ChainSealTable : IEntityTypeConfiguration<ChainSeal>
{
    public void Configure(EntityTypeBuilder<ChainSeal> seal)
    {
        seal.ToTable("audit_seals");
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
        foreach (var digest in new[] { nameof(ChainSeal.Previous), nameof(ChainSeal.Tail), nameof(ChainSeal.Hash) }) seal.Property<byte[]>(digest).HasMaxLength(32);

        // The sweeps: what of a class is old enough.
        seal.HasIndex(s => new { s.Class, s.Day });
    }
}
