using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Storage.Sqlite;

/// <summary>
/// SQLite has one writer. Here it is one connection with a queue before it: what waits together is committed together, a
/// savepoint each, so a burst of deeds costs one fsync instead of one each, and nobody blocks a thread on the file lock.
/// </summary>
public sealed class SqliteWriteGate : IWriteGate, IAsyncDisposable
{
    private const int MostInOneCommit = 64;
    private static readonly TimeSpan LongestCommit = TimeSpan.FromMilliseconds(100);

    private readonly Channel<Deed> _waiting = Channel.CreateUnbounded<Deed>(new() { SingleReader = true });
    private readonly string _address;
    private readonly Task _running;

    public SqliteWriteGate(string address)
    {
        _address = address;
        _running = Task.Run(RunAsync);
    }

    public Task RunAsync(TupaDb db, Func<Task> work, CancellationToken stop)
    {
        var deed = new Deed(db, work, stop);
        return _waiting.Writer.TryWrite(deed)
            ? deed.Done.Task
            : Task.FromException(new ObjectDisposedException(nameof(SqliteWriteGate)));
    }

    /// <summary>There is one writer: everybody's turn is taken already.</summary>
    public Task InTurnAsync(TupaDb db, string thing, CancellationToken stop) => Task.CompletedTask;

    /// <summary>One writer, so nobody is in the way.</summary>
    public bool IsPassing(Exception failure) => false;

    /// <summary>Runs work on the writer's own connection with no transaction open: what no transaction may hold. Whoever writes meanwhile waits.</summary>
    public Task AloneAsync(Func<SqliteConnection, Task> work, CancellationToken stop)
    {
        var deed = new Deed(null, () => Task.CompletedTask, stop) { Alone = work };
        return _waiting.Writer.TryWrite(deed)
            ? deed.Done.Task
            : Task.FromException(new ObjectDisposedException(nameof(SqliteWriteGate)));
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        await using var writer = new KeptConnection(new SqliteConnectionStringBuilder(_address) { Pooling = false }.ToString());
        var open = false;
        while (await _waiting.Reader.WaitToReadAsync())
        {
            if (!open) { await OpenAsync(writer); open = true; }
            if (_waiting.Reader.TryPeek(out var next) && next.Alone is not null) await AloneAsync(writer);
            else await CommitTogetherAsync(writer);
        }
    }

    private async Task AloneAsync(SqliteConnection writer)
    {
        if (!_waiting.Reader.TryRead(out var deed)) return;
        if (deed.Stop.IsCancellationRequested)
        {
            deed.Done.TrySetCanceled(deed.Stop);
            return;
        }

        try
        {
            await deed.Alone!(writer);
            deed.Done.TrySetResult();
        }
#pragma warning disable CA1031 // The deed's own failure is the deed's own answer; the gate itself goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            deed.Done.TrySetException(failure);
        }
    }

    private static async Task OpenAsync(SqliteConnection writer)
    {
        await writer.OpenAsync();
        await ExecuteAsync(writer, "pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma busy_timeout = 30000; pragma cache_size = -32768");
    }

    private async Task CommitTogetherAsync(SqliteConnection writer)
    {
        var done = new List<Deed>();
        var started = TimeProvider.System.GetTimestamp();
        try
        {
#pragma warning disable CA1849, MA0042 // Only this overload says BEGIN IMMEDIATE.
            await using var transaction = writer.BeginTransaction(deferred: false);
#pragma warning restore CA1849, MA0042
            while (done.Count < MostInOneCommit && TimeProvider.System.GetElapsedTime(started) < LongestCommit
                && _waiting.Reader.TryPeek(out var next) && next.Alone is null && _waiting.Reader.TryRead(out var deed))
            {
                if (await OneAsync(writer, transaction, deed)) done.Add(deed);
            }

            await transaction.CommitAsync();
        }
#pragma warning disable CA1031 // Every deed of the failed commit gets the failure; the gate itself goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            foreach (var deed in done) deed.Done.TrySetException(failure);
            return;
        }

        foreach (var deed in done) deed.Done.TrySetResult();
    }

    private static async Task<bool> OneAsync(SqliteConnection writer, SqliteTransaction transaction, Deed deed)
    {
        if (deed.Stop.IsCancellationRequested)
        {
            deed.Done.TrySetCanceled(deed.Stop);
            return false;
        }

        await ExecuteAsync(writer, "savepoint deed");
        try
        {
            await OnThisConnectionAsync(writer, transaction, deed);
            await ExecuteAsync(writer, "release deed");
            return true;
        }
#pragma warning disable CA1031 // The deed's own failure is the deed's own answer; the others of this commit are not touched by it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await ExecuteAsync(writer, "rollback to deed; release deed");
            deed.Done.TrySetException(failure);
            return false;
        }
    }

    private static async Task OnThisConnectionAsync(SqliteConnection writer, SqliteTransaction transaction, Deed deed)
    {
        var database = deed.Db!.Database;
        var address = database.GetConnectionString();
        database.SetDbConnection(writer, contextOwnsConnection: false);
        database.AutoSavepointsEnabled = false;
        try
        {
            await database.UseTransactionAsync(transaction);
            await deed.Work();
        }
        finally
        {
            await database.UseTransactionAsync(null);
            database.SetDbConnection(null);
            database.SetConnectionString(address);
        }
    }

    private static async Task ExecuteAsync(SqliteConnection writer, string sql)
    {
        await using var command = writer.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One piece of writing that waits for its turn and for its commit.</summary>
    private sealed record Deed(TupaDb? Db, Func<Task> Work, CancellationToken Stop)
    {
        /// <summary>Set for what runs between two commits, with no transaction open.</summary>
        public Func<SqliteConnection, Task>? Alone { get; init; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
