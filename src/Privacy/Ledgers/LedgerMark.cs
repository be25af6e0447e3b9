using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>How far the database has kept up with a ledger. A database that was put back is behind it, and that is how it is known.</summary>
internal sealed class LedgerMark
{
    /// <summary>Of the ledger.</summary>
    public required Guid Id { get; init; }
    public required long Number { get; set; }

    /// <summary>Inside the writing of an erasure.</summary>
    public static async Task MoveAsync(TupaDb db, Guid ledger, long number, CancellationToken stop)
    {
        if (await db.Set<LedgerMark>().Where(m => m.Id == ledger)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Number, m => m.Number > number ? m.Number : number), stop) == 0)
            db.Add(new LedgerMark { Id = ledger, Number = number });
    }
}

internal sealed class LedgerMarkTable : IEntityTypeConfiguration<LedgerMark>
{
    public void Configure(EntityTypeBuilder<LedgerMark> mark)
    {
        mark.ToTable("privacy_ledger_marks");
        mark.HasKey(m => m.Id);
    }
}
