using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tupa.Kernel;

namespace Tupa.Storage.Postgres;

/// <summary>A transaction each. A deadlock, and a row that somebody else put there or took away meanwhile, is tried again from the start, three times.</summary>
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
            catch (Exception failure) when (tried < Tries && (IsPassing(failure) || IsOvertaken(failure)))
            {
                // The other transaction has finished or is about to; the work reads everything anew.
            }
        }
    }

    public Task InTurnAsync(TupaDb db, string thing, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({thing}, 0))", stop);

    public bool IsPassing(Exception failure) => StateOf(failure) is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    private static bool IsOvertaken(Exception failure) => StateOf(failure) is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation;

    private static string? StateOf(Exception failure) =>
        (failure as PostgresException ?? (failure as DbUpdateException)?.InnerException as PostgresException)?.SqlState;
}
