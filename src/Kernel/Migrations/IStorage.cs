namespace Tupa.Kernel;

/// <summary>What differs between the two databases beside their SQL. Its assembly holds the migrations.</summary>
public interface IStorage
{
    /// <summary>Settings of the database file or server that must stand before any table; safe to run at every start.</summary>
    Task PrepareAsync(TupaDb db, CancellationToken stop);

    /// <summary>Refreshes what the planner knows; after large imports.</summary>
    Task AnalyzeAsync(TupaDb db, CancellationToken stop);

    /// <summary>Makes erased values leave the files: a truncating checkpoint, or a vacuum of the tables named.</summary>
    Task SettleAsync(TupaDb db, IReadOnlyList<string> tables, CancellationToken stop);
}
