namespace Tupa.Kernel;

/// <summary>What differs between the two databases beside their SQL. Its assembly holds the migrations.</summary>
public interface IStorage
{
    /// <summary>Settings of the database file or server that must stand before any table; safe to run at every start.</summary>
    Task PrepareAsync(TupaDb db, CancellationToken stop);

    /// <summary>Refreshes what the planner knows; after large imports.</summary>
    Task AnalyzeAsync(TupaDb db, CancellationToken stop);

    /// <summary>
    /// Makes what was erased from these tables leave the files too: the free places of pages, what the planner remembers, the log of
    /// changes. Returns what could not be done, as keys (a table, "wal", "statistics", "snapshot"); empty where nothing is left.
    /// </summary>
    Task<IReadOnlyList<string>> SettleAsync(TupaDb db, IReadOnlyList<string> tables, CancellationToken stop);

    /// <summary>Every column the database really has, as "table.column": read from its own catalogue, not from what the house believes.</summary>
    Task<IReadOnlyList<string>> ColumnsAsync(TupaDb db, CancellationToken stop);
}
