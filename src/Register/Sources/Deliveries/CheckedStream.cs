namespace Tupa.Register;

/// <summary>
/// A file of a package as it is unpacked. It ends with an <see cref="InvalidDataException"/> where it is longer or shorter than the
/// package says, or where its checksum (CRC-32) is another: a file that was cut or damaged is not half a file.
/// </summary>
internal sealed class CheckedStream(Func<Stream> open, long length, uint checksum) : Stream
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    private Stream? _inner;
    private uint _sum = 0xFFFFFFFF;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        _inner ??= Opened();
        var count = _inner.Read(buffer);
        if (count == 0 && buffer.Length > 0)
        {
            if (_read != length || ~_sum != checksum) throw new InvalidDataException();
            return 0;
        }

        _read += count;
        if (_read > length) throw new InvalidDataException();
        foreach (var one in buffer[..count]) _sum = Table[(byte)(_sum ^ one)] ^ (_sum >> 8);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>A packing that nobody knows is damage too.</summary>
    private Stream Opened()
    {
        try
        {
            return open();
        }
        catch (NotSupportedException failure)
        {
            throw new InvalidDataException(failure.Message, failure);
        }
    }
}
