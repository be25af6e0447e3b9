using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tupa.Kernel;

namespace Tupa.Storage.Postgres;

/// <summary>LISTEN on a connection of its own, opened again whenever it breaks; NOTIFY on any. What is sent while it is broken is not heard here.</summary>
internal sealed class PostgresWire(NpgsqlDataSource source, TimeProvider clock, ILogger<PostgresWire> log) : ILiveWire, IAsyncDisposable
{
    private const string Topic = "tupa_live";
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _door = new();
    private ImmutableArray<Action<string>> _listeners = [];
    private Task? _listening;

    public async Task SendAsync(string message, CancellationToken stop)
    {
        await using var notify = source.CreateCommand("select pg_notify($1, $2)");
        notify.Parameters.Add(new() { Value = Topic });
        notify.Parameters.Add(new() { Value = message });
        await notify.ExecuteNonQueryAsync(stop);
    }

    public void Listen(Action<string> listener)
    {
        lock (_door)
        {
            _listeners = _listeners.Add(listener);
            _listening ??= Task.Run(ListenAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_listening is { } listening) await listening;
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await HearAsync();
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The wire outlives any one connection.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogWarning("The live wire broke: {Kind}", failure.GetType().Name);
                await Task.WhenAny(Task.Delay(Rest, clock, _stop.Token));
            }
        }
    }

    private async Task HearAsync()
    {
        await using var connection = await source.OpenConnectionAsync(_stop.Token);
        connection.Notification += (_, told) => Hear(told.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Topic}", connection)) await listen.ExecuteNonQueryAsync(_stop.Token);

        // A wait that ends without a message asks the server whether the line is still whole.
        while (true)
        {
            if (!await connection.WaitAsync(TimeSpan.FromSeconds(30), _stop.Token))
            {
                await using var ask = new NpgsqlCommand("select 1", connection);
                await ask.ExecuteNonQueryAsync(_stop.Token);
            }
        }
    }

    private void Hear(string message)
    {
        foreach (var listener in _listeners) listener(message);
    }
}
