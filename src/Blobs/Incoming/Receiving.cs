using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>Bytes that have arrived and are durable, but that no row speaks of yet.</summary>
public sealed record Received(BlobId Id, string Sha256, long Bytes, MediaKind Kind, string Type);

/// <summary>Bytes that arrived, or why they were not taken.</summary>
public sealed record Reception(Received? Received, Refusal? Refusal);

/// <summary>
/// Takes bytes in: streamed to disk and hashed on the way, never gathered in memory. They are on the disk before a row says
/// that they exist; without a row they are swept away.
/// </summary>
public sealed class Receiving
{
    private const int PieceSize = 128 * 1024;

    private readonly BlobsSettings _settings;
    private readonly IncomingFolder _incoming;
    private readonly Disk _disk;
    private readonly Writing _writing;
    private readonly TupaDb _db;
    private readonly JobBell _bell;
    private readonly TimeProvider _clock;

    internal Receiving(BlobsSettings settings, IncomingFolder incoming, Disk disk, Writing writing, TupaDb db, JobBell bell, TimeProvider clock) =>
        (_settings, _incoming, _disk, _writing, _db, _bell, _clock) = (settings, incoming, disk, writing, db, bell, clock);

    /// <summary>Reads the stream to its end, or until it is too large. Call it outside of any writing.</summary>
    /// <param name="name">What the sender calls it; decides only between kinds of plain text.</param>
    public async Task<Reception> ReceiveAsync(Stream body, string name, CancellationToken stop)
    {
        var id = BlobId.New();
        var arriving = _incoming.Arriving(id);
        try
        {
            var (sha256, bytes) = await WriteAsync(body, arriving, stop);
            if (sha256 is null) return new(null, new Refusal(BlobText.TooLarge(_settings.Largest)));
            if (bytes == 0) return new(null, new Refusal(BlobText.Empty));

            var (kind, type) = await MediaType.OfAsync(arriving, name, stop);
            if (type == MediaType.Program) return new(null, new Refusal(BlobText.Program));

            _disk.Place(arriving, _incoming.Waiting(id));
            return new(new(id, sha256, bytes, kind, type), null);
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    /// <summary>Writes the row, inside the caller's writing, and wakes the check once it is committed. Bytes that are known already get the id they have.</summary>
    public async Task<BlobId> AddAsync(Received received, CancellationToken stop)
    {
        var now = _clock.UtcNow();
        var known = await _db.Set<Blob>().FirstOrDefaultAsync(b => b.Sha256 == received.Sha256
            && (b.State == BlobState.Clean || b.State == BlobState.Unchecked) && b.Media == MediaState.Ready, stop);
        if (known is not null)
        {
            known.TouchedAt = now;
            _writing.Afterwards(() =>
            {
                Forget(received);
                return Task.CompletedTask;
            });
            return known.Id;
        }

        _db.Add(new Blob
        {
            Id = received.Id,
            Sha256 = received.Sha256,
            Bytes = received.Bytes,
            Kind = received.Kind,
            Type = received.Type,
            State = BlobState.Checking,
            Media = MediaState.Waiting,
            ReceivedAt = now,
            TouchedAt = now,
        });
        _writing.Afterwards(() =>
        {
            _bell.Ring<ScanJob>();
            return Task.CompletedTask;
        });
        return received.Id;
    }

    /// <summary>The caller refused what arrived: its bytes go at once.</summary>
    public void Forget(Received received) => _incoming.Forget(received.Id);

    private async Task<(string? Sha256, long Bytes)> WriteAsync(Stream body, string file, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            long bytes = 0;
            int read;
            while ((read = await body.ReadAsync(piece.AsMemory(0, PieceSize), stop)) > 0)
            {
                bytes += read;
                if (bytes > _settings.Largest) return (null, bytes);
                hash.AppendData(piece, 0, read);
                await target.WriteAsync(piece.AsMemory(0, read), stop);
            }

            _disk.SettleFile(target.SafeFileHandle);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
        }
    }
}
