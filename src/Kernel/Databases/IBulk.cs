namespace Tupa.Kernel;

/// <summary>Many rows at once, past the change tracker: imports and the demo. Call it inside a writing.</summary>
public interface IBulk
{
    /// <summary>Inserts the rows in the order given and returns how many there were; keys and constraints hold as always.</summary>
    Task<long> InsertAsync<TEntity>(TupaDb db, IEnumerable<TEntity> rows, CancellationToken stop) where TEntity : class;
}
