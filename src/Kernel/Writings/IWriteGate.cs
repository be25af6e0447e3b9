namespace Tupa.Kernel;

/// <summary>How a database takes one piece of writing: gathered into shared commits on SQLite, a transaction each on PostgreSQL.</summary>
public interface IWriteGate
{
    /// <summary>Runs the work in a transaction on this context's connection. Returns when the commit is durable; an exception rolls the work back.</summary>
    Task RunAsync(TupaDb db, Func<Task> work, CancellationToken stop);

    /// <summary>Inside the work: waits for whoever else decides about the same thing, until they have committed.</summary>
    Task InTurnAsync(TupaDb db, string thing, CancellationToken stop);

    /// <summary>Whether the work failed only because of others at work beside it, so that the gate tries it again from the start.</summary>
    bool IsPassing(Exception failure);
}
