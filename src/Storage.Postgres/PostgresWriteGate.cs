using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tupa.Kernel;

namespace Tupa.Storage.Postgres;

/// <summary>A transaction each; a deadlock or a serialization failure is tried again from the start, three times.</summary>
internal sealed class PostgresWriteGate : IWriteGate
{
    private const int Tries = 3;

    public async Task RunAsync(TupaDb db, Func<Task> work, CancellationToken stop)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(stop);
                db.Database.AutoSavepointsEnabled = false;
                await work();
                await transaction.CommitAsync(stop);
                return;
            }
            catch (Exception failure) when (tried < Tries && IsPassing(failure))
            {
                // The other transaction has finished or is about to; the work reads everything anew.
            }
        }
    }

    public bool IsPassing(Exception failure) =>
        (failure as PostgresException ?? (failure as DbUpdateException)?.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
