using System.Collections.Concurrent;
using System.Data.Common;

namespace Tupa.Bench;

/// <summary>A connection that is kept, with its statements prepared.</summary>
internal sealed class FloorConnection(DbConnection connection)
{
    private readonly Dictionary<Statement, DbCommand> _commands = [];

    /// <summary>Sends the statement and reads all its rows; returns how many.</summary>
    /// <param name="bind">Sets what is another each time.</param>
    public async Task<int> ReadAsync(Statement statement, Action<DbCommand>? bind, CancellationToken stop)
    {
        if (!_commands.TryGetValue(statement, out var command)) _commands[statement] = command = await statement.OnAsync(connection, stop);
        bind?.Invoke(command);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = 0;
        while (await reader.ReadAsync(stop))
        {
            for (var i = 0; i < reader.FieldCount; i++) reader.GetValue(i);
            rows++;
        }

        return rows;
    }
}

/// <summary>As many connections as are asked with at once.</summary>
internal sealed class FloorConnections(Func<DbConnection> make)
{
    private readonly ConcurrentBag<FloorConnection> _free = [];

    public async Task<FloorConnection> TakeAsync(CancellationToken stop)
    {
        if (_free.TryTake(out var free)) return free;

        var connection = make();
        await connection.OpenAsync(stop);
        return new(connection);
    }

    public void Give(FloorConnection connection) => _free.Add(connection);
}
