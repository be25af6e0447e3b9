using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tupa.Access;
using Tupa.Kernel;

namespace Tupa.Bench;

/// <summary>Answers <c>/scene?n=…</c> with the least that such an answer takes.</summary>
internal sealed class FloorScenes : IDisposable
{
    private readonly IServiceProvider _services;
    private readonly FloorConnections _connections;
    private readonly Dictionary<string, (FloorScene Scene, IReadOnlyList<Learnt> Learnt)> _scenes;
    private readonly Dictionary<string, FloorWriter> _writers = new(StringComparer.Ordinal);
    private readonly Statement _session;
    private readonly SemaphoreSlim _cores = new(Math.Max(1, Environment.ProcessorCount - 1));

    public FloorScenes(IServiceProvider services, FloorConnections connections, IReadOnlyDictionary<FloorScene, IReadOnlyList<Learnt>> learnt)
    {
        (_services, _connections) = (services, connections);
        _scenes = learnt.ToDictionary(l => "/" + l.Key.Name, l => (l.Key, l.Value), StringComparer.Ordinal);
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        foreach (var scene in learnt.Keys.Where(s => s.Tables.Count > 0)) _writers["/" + scene.Name] = new(db, scene.Tables, DeedOf(scene, db));
        DbParameter hash = db.IsEmbedded ? new SqliteParameter("@hash", DbType.Binary) { Value = new byte[32] } : new NpgsqlParameter("hash", DbType.Binary) { Value = new byte[32] };
        _session = new("select person, seen_at, until_utc, idle_until, shared, pending from access_sessions where token_hash = @hash", [hash]);
    }

    public async Task AnswerAsync(HttpContext http, CancellationToken stop)
    {
        var (scene, learnt) = _scenes[http.Request.Path];
        if (scene.Kind == FloorKind.SignIn) await HashAsync(stop);
        else await AskAsync(http, scene.Kind == FloorKind.Rows ? null : learnt.At(http.Request.Query["n"]), stop);

        if (scene.Kind is FloorKind.Rows or FloorKind.SignIn) await WriteAsync(http, stop);
        else await SendAsync(http, scene.Kind, learnt.At(http.Request.Query["n"]), stop);
    }

    public void Dispose() => _cores.Dispose();

    /// <summary>The id under which the deed that was learnt from left its rows: of the form, or of the session that was opened last.</summary>
    private static Guid DeedOf(FloorScene scene, TupaDb db) => scene.Kind == FloorKind.SignIn
        ? db.Set<Session>().OrderByDescending(s => s.StartedAt).ThenByDescending(s => s.Id).Select(s => s.Id).First().Value
        : Guid.Parse(scene.Seen[0].Form!.First(f => f.Key == "id").Value);

    private async Task AskAsync(HttpContext http, Learnt? learnt, CancellationToken stop)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Cookies["tupa"] ?? ""));
        var connection = await _connections.TakeAsync(stop);
        if (await connection.ReadAsync(_session, c => c.Parameters[0].Value = hash, stop) != 1) throw new InvalidOperationException("No session");
        if (learnt?.Slowest is { } slowest) await connection.ReadAsync(slowest, null, stop);
        _connections.Give(connection);
    }

    private static async Task SendAsync(HttpContext http, FloorKind kind, Learnt learnt, CancellationToken stop)
    {
        http.Response.ContentType = learnt.Type;
        if (kind == FloorKind.Bytes)
        {
            http.Response.ContentLength = learnt.Body.Length;
            await http.Response.Body.WriteAsync(learnt.Body, stop);
            return;
        }

        http.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
        await gzip.WriteAsync(learnt.Body, stop);
    }

    private async Task HashAsync(CancellationToken stop)
    {
        await _cores.WaitAsync(stop);
        try
        {
            await Task.Run(() => Rfc2898DeriveBytes.Pbkdf2(BenchPeople.Password, new byte[16], PasswordChecks.Rounds, HashAlgorithmName.SHA512, 32), stop);
        }
        finally
        {
            _cores.Release();
        }
    }

    private async Task WriteAsync(HttpContext http, CancellationToken stop)
    {
        await using var scope = _services.CreateAsyncScope();
        await _writers[http.Request.Path].WriteAsync(
            scope.ServiceProvider.GetRequiredService<TupaDb>(), scope.ServiceProvider.GetRequiredService<IWriteGate>(), stop);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = "/";
    }
}
