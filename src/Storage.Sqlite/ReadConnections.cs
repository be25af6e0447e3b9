using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;

namespace Tupa.Storage.Sqlite;

/// <summary>Open connections that wait for the next statement. SQLite answers on the thread that asks, so there are as many as have ever asked at once.</summary>
internal sealed class ReadConnections(string address) : IDisposable
{
    private const int MostIdle = 32;

    // A page of home touches more than the two megabytes that SQLite keeps by itself, and would read them from the file each time.
    // Those that are only needed when many ask at once keep no more than that: thirty times eight is half of what the house may use.
    private const string ManyPages = "pragma cache_size = -8000";
    private const int WithMany = 8;

    private readonly ConcurrentBag<KeptConnection> _idle = [];
    private readonly string _own = new SqliteConnectionStringBuilder(address) { Pooling = false }.ToString();
    private int _open;
    private bool _over;

    public string Address => address;

    public KeptConnection Take()
    {
        if (_idle.TryTake(out var idle)) return idle;

        var connection = new KeptConnection(_own);
        connection.Open();
        if (Interlocked.Increment(ref _open) > WithMany) return connection;

        using var command = connection.CreateCommand();
        command.CommandText = ManyPages;
        command.ExecuteNonQuery();
        return connection;
    }

    public void Give(KeptConnection connection)
    {
        if (_over || connection.State != ConnectionState.Open || _idle.Count >= MostIdle) End(connection);
        else _idle.Add(connection);
    }

    public void Dispose()
    {
        _over = true;
        while (_idle.TryTake(out var idle)) End(idle);
    }

    private void End(KeptConnection connection)
    {
        Interlocked.Decrement(ref _open);
        connection.Dispose();
    }
}
