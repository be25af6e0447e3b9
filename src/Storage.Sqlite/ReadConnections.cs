using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;

namespace Tupa.Storage.Sqlite;

/// <summary>Open connections that wait for the next statement. SQLite answers on the thread that asks, so there are as many as have ever asked at once.</summary>
internal sealed class ReadConnections(string address) : IDisposable
{
    private const int MostIdle = 32;

    // A page of home touches more than the two megabytes that SQLite keeps by itself, and would read them from the file each time.
    private const string PagesKept = "pragma cache_size = -8000";

    private readonly ConcurrentBag<KeptConnection> _idle = [];
    private readonly string _own = new SqliteConnectionStringBuilder(address) { Pooling = false }.ToString();
    private bool _over;

    public string Address => address;

    public KeptConnection Take()
    {
        if (_idle.TryTake(out var idle)) return idle;

        var connection = new KeptConnection(_own);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = PagesKept;
        command.ExecuteNonQuery();
        return connection;
    }

    public void Give(KeptConnection connection)
    {
        if (_over || connection.State != ConnectionState.Open || _idle.Count >= MostIdle) connection.Dispose();
        else _idle.Add(connection);
    }

    public void Dispose()
    {
        _over = true;
        while (_idle.TryTake(out var idle)) idle.Dispose();
    }
}
