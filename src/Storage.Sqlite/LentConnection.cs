using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Tupa.Storage.Sqlite;

/// <summary>
/// How a context of EF comes by a connection: it borrows an open one for each statement and gives it back after the last row.
/// EF's own way opens one each time, and on opening registers some twenty functions that no query of the house uses.
/// </summary>
#pragma warning disable EF1001 // There is no other place to say where a connection comes from and when it goes back.
internal sealed class LentConnection(
    RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder rawSqlCommandBuilder,
    IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger) : SqliteRelationalConnection(dependencies, rawSqlCommandBuilder, logger)
#pragma warning restore EF1001
{
    private readonly ReadConnections _connections = dependencies.ContextOptions
        .FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!.GetRequiredService<ReadConnections>();

    private KeptConnection? _lent;
    private int _uses;

    public override bool Open(bool errorsExpected = false)
    {
        var opened = base.Open(errorsExpected);
        _uses++;
        return opened;
    }

    public override async Task<bool> OpenAsync(CancellationToken cancellationToken, bool errorsExpected = false)
    {
        var opened = await base.OpenAsync(cancellationToken, errorsExpected);
        _uses++;
        return opened;
    }

    public override bool Close()
    {
        var closed = base.Close();
        Used();
        return closed;
    }

    public override async Task<bool> CloseAsync()
    {
        var closed = await base.CloseAsync();
        Used();
        return closed;
    }

    protected override DbConnection CreateDbConnection() => _lent = _connections.Take();

    // What is lent stays open.
    protected override void CloseDbConnection()
    {
        if (_lent is null) base.CloseDbConnection();
    }

    protected override Task CloseDbConnectionAsync() => _lent is null ? base.CloseDbConnectionAsync() : Task.CompletedTask;

    protected override void DisposeDbConnection() => GiveBack();

    protected override ValueTask DisposeDbConnectionAsync()
    {
        GiveBack();
        return ValueTask.CompletedTask;
    }

    private void Used()
    {
        if (_uses > 0) _uses--;
        if (_uses > 0 || _lent is null || CurrentTransaction is not null) return;

        SetDbConnection(null, contextOwnsConnection: true);
        ConnectionString = _connections.Address;
        GiveBack();
    }

    private void GiveBack()
    {
        if (_lent is { } lent) _connections.Give(lent);
        _lent = null;
        _uses = 0;
    }
}
