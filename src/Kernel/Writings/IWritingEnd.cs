namespace Tupa.Kernel;

/// <summary>What must be written together with every deed, just before its commit: the audit.</summary>
public interface IWritingEnd
{
    /// <summary>Adds the rows to the context; Writing saves them with the deed.</summary>
    Task BeforeCommitAsync(TupaDb db, CancellationToken stop);

    /// <summary>The deed was rolled back: forget what was to be written.</summary>
    void Forget();
}
