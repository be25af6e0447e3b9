using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tupa.Bench;

/// <summary>Notes what a house sends to its database and how long each statement took until its rows were read.</summary>
internal sealed class StatementWatch : DbCommandInterceptor
{
    private readonly Lock _door = new();
    private readonly List<(Statement Statement, TimeSpan Took)> _seen = [];

    /// <summary>The statement that took longest since the last call, the door's own aside; null where there was none.</summary>
    public Statement? Slowest()
    {
        lock (_door)
        {
            var slowest = _seen.Where(s => !s.Statement.Sql.Contains("access_sessions", StringComparison.Ordinal))
                .OrderByDescending(s => s.Took).Select(s => s.Statement).FirstOrDefault();
            _seen.Clear();
            return slowest;
        }
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        lock (_door) _seen.Add((Statement.Of(command), eventData.Duration));
        return result;
    }
}
