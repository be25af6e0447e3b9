using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Tupa.Tests;

/// <summary>A statement as it was sent, with what it was given.</summary>
public sealed record SentStatement(string Sql, IReadOnlyList<DbParameter> Given);

/// <summary>Counts the statements that a house sends to its database, and lets none write past the gate.</summary>
public sealed partial class Statements : DbCommandInterceptor
{
    private readonly Lock _lock = new();
    private readonly List<string> _sent = [];
    private List<SentStatement>? _kept;

    /// <summary>The statements sent so far.</summary>
    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (_lock) return [.. _sent];
        }
    }

    /// <summary>How many statements the work sends; the work runs alone in its house.</summary>
    public async Task<int> DuringAsync(Func<Task> work)
    {
        var before = Sent.Count;
        await work();
        return Sent.Count - before;
    }

    /// <summary>The statements that the work sends, whole; it runs alone in its house.</summary>
    public async Task<IReadOnlyList<SentStatement>> KeptDuringAsync(Func<Task> work)
    {
        var kept = new List<SentStatement>();
        lock (_lock) _kept = kept;
        await work();
        lock (_lock) _kept = null;
        return kept;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Note(DbCommand command)
    {
        // A statement over whole sets saves nothing, so no banned symbol keeps it inside a writing; this does.
        if (command.Transaction is null && Writes().IsMatch(command.CommandText))
            throw new InvalidOperationException($"Written outside a writing: {command.CommandText}");

        lock (_lock)
        {
            _sent.Add(command.CommandText);
            _kept?.Add(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]));
        }
    }

    [GeneratedRegex(@"^\s*(with\b.*?\)\s*)?(insert|update|delete)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Writes();

    private static DbParameter Copy(DbParameter given) =>
        given is NpgsqlParameter postgres ? postgres.Clone() : new SqliteParameter(given.ParameterName, given.Value);
}
