using System.IO.Compression;
using System.Security.Cryptography;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>One entry of a package as its manifest names it.</summary>
/// <param name="Sha256">Of the bytes as they are once unpacked, in lower case hex.</param>
internal sealed record PackageEntry(string Name, long Bytes, string Sha256);

/// <summary>A ZIP that is written through: each entry once, its digest taken on the way.</summary>
internal sealed class PackageZip : IAsyncDisposable
{
    private readonly ZipArchive _zip;
    private readonly DateTime _at;
    private readonly List<PackageEntry> _entries = [];

    private PackageZip(ZipArchive zip, DateTime at) => (_zip, _at) = (zip, at);

    /// <param name="at">What the entries are dated; a ZIP keeps the time of the wall.</param>
    public static async Task<PackageZip> CreateAsync(string file, DateTime at, CancellationToken stop) =>
        new(await ZipArchive.CreateAsync(new FileStream(file, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 65536, FileOptions.Asynchronous), ZipArchiveMode.Create, leaveOpen: false, null, stop), Helsinki.Local(at));

    public IReadOnlyList<PackageEntry> Entries => _entries;

    /// <param name="packed">False for bytes that are small already: pictures, films, archives.</param>
    public async Task WriteAsync(string name, bool packed, Func<Stream, Task> write, CancellationToken stop)
    {
        var entry = _zip.CreateEntry(name, packed ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
        entry.LastWriteTime = new(_at, TimeSpan.Zero);
        await using var into = await entry.OpenAsync(stop);
        await using var digest = new DigestedStream(into);
        await write(digest);
        await digest.FlushAsync(stop);
        _entries.Add(new(name, digest.Written, digest.Sha256()));
    }

    public Task WriteTextAsync(string name, Func<StreamWriter, Task> write, CancellationToken stop) => WriteAsync(name, packed: true, async stream =>
    {
        await using var text = new StreamWriter(stream, leaveOpen: true);
        await write(text);
    }, stop);

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    /// <summary>Hands on what is written, counts it and takes its digest.</summary>
    private sealed class DigestedStream(Stream into) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _hash.AppendData(buffer.Span);
            Written += buffer.Length;
            await into.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count)
        {
            _hash.AppendData(buffer, offset, count);
            Written += count;
            into.Write(buffer, offset, count);
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => into.FlushAsync(cancellationToken);

        public override void Flush() => into.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) _hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
