using System.Data;
using Microsoft.Data.Sqlite;

namespace Tupa.Storage.Sqlite;

/// <summary>
/// A connection that keeps what it has prepared: SQLite plans a statement anew each time it is prepared, and that costs more than
/// most of the house's statements themselves.
/// </summary>
internal sealed class KeptConnection(string address) : SqliteConnection(address)
{
    private const int Most = 200;

    private readonly Dictionary<string, PreparedCommand> _prepared = new(StringComparer.Ordinal);

    public override SqliteCommand CreateCommand() => new KeptCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>The prepared command of this text; null while it is being read.</summary>
    internal PreparedCommand? Prepared(string sql)
    {
        if (_prepared.TryGetValue(sql, out var kept)) return kept.IsFree ? kept : null;

        // Texts that are each sent once (a savepoint's name, a list of another length) must not gather for ever.
        if (_prepared.Count >= Most) Forget();
        return _prepared[sql] = new PreparedCommand(this, sql);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Forget();
        base.Dispose(disposing);
    }

    private void Forget()
    {
        foreach (var (sql, kept) in _prepared.Where(p => p.Value.IsFree).ToList())
        {
            _prepared.Remove(sql);
            kept.Dispose();
        }
    }
}

/// <summary>What callers hold: it lends its parameters to the prepared command of the same text.</summary>
internal sealed class KeptCommand : SqliteCommand
{
    private readonly KeptConnection _connection;

    public KeptCommand(KeptConnection connection)
    {
        _connection = connection;
        Connection = connection;
    }

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior) =>
        _connection.Prepared(CommandText) is { } kept ? kept.Read(this, behavior) : base.ExecuteReader(behavior);

    /// <summary>All statements are prepared when they are first sent.</summary>
    public override void Prepare()
    {
    }
}

/// <summary>A command whose statements stay prepared for as long as its connection is open.</summary>
internal sealed class PreparedCommand : SqliteCommand
{
#pragma warning disable CA2100 // Comes from a command of its own, which has been looked at.
    public PreparedCommand(KeptConnection connection, string sql) => (Connection, CommandText) = (connection, sql);
#pragma warning restore CA2100

    public bool IsFree => DataReader is null;

    public SqliteDataReader Read(SqliteCommand asked, CommandBehavior behavior)
    {
        Parameters.Clear();
        foreach (SqliteParameter parameter in asked.Parameters) Parameters.Add(parameter);
        (Transaction, CommandTimeout) = (asked.Transaction, asked.CommandTimeout);
        return ExecuteReader(behavior);
    }
}
