using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tupa.Audit;

/// <summary>
/// The one form in which an entry or a seal enters the chain: a version, then every column in a fixed order, numbers big-endian, what may
/// be null behind a byte that says whether it is there, texts behind their length. So no two entries look alike, and none can be read two ways.
/// </summary>
internal sealed class ChainDigest
{
    public const int Size = 32;

    /// <summary>What stands before the first seal.</summary>
    public static readonly byte[] Beginning = new byte[Size];

    private static readonly byte[] EntryVersion = "tupa-entry 1"u8.ToArray();
    private static readonly byte[] SealVersion = "tupa-seal 1"u8.ToArray();

    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    /// <param name="before">The link before, or the hash of the seal before for the first under a seal.</param>
    public byte[] Of(byte[] before, long number, AuditEntry entry)
    {
        Begin(EntryVersion);
        _bytes.Write(before);
        Number(number);
        Id(entry.Id);
        Moment(entry.At);
        Id(entry.By?.Value);
        Words(entry.ByName);
        Words(entry.Population);
        Words(entry.Authority);
        Words(entry.Deed);
        Words(entry.Outcome.ToString());
        Id(entry.Thing);
        Id(entry.Subject?.Value);
        Id(entry.Space);
        Number(entry.Count);
        Words(entry.Way.ToString());
        Words(entry.Reference);
        Bytes(entry.AddressDigest);
        return SHA256.HashData(_bytes.WrittenSpan);
    }

    public byte[] Of(ChainSeal seal)
    {
        Begin(SealVersion);
        foreach (var number in new[] { seal.Number, seal.First, seal.Last, seal.Count, seal.Day.DayNumber }) Number(number);
        Words(seal.Class.ToString());
        Moment(seal.At);
        Bytes(seal.Previous);
        Bytes(seal.Tail);
        return SHA256.HashData(_bytes.WrittenSpan);
    }

    private void Begin(byte[] version)
    {
        _bytes.ResetWrittenCount();
        _bytes.Write(version);
    }

    private void Number(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), number);
        _bytes.Advance(sizeof(long));
    }

    private void Number(long? number)
    {
        if (There(number is not null)) Number(number!.Value);
    }

    private void Moment(DateTime at) => Number(at.Ticks / TimeSpan.TicksPerMicrosecond);

    private void Id(Guid? id)
    {
        if (!There(id is not null)) return;
        id!.Value.TryWriteBytes(_bytes.GetSpan(16), bigEndian: true, out var written);
        _bytes.Advance(written);
    }

    private void Words(string? words)
    {
        if (!There(words is not null)) return;
        Number(Encoding.UTF8.GetByteCount(words!));
        _bytes.Advance(Encoding.UTF8.GetBytes(words, _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(words!.Length))));
    }

    private void Bytes(byte[]? bytes)
    {
        if (!There(bytes is not null)) return;
        Number(bytes!.Length);
        _bytes.Write(bytes);
    }

    private bool There(bool there)
    {
        _bytes.GetSpan(1)[0] = there ? (byte)1 : (byte)0;
        _bytes.Advance(1);
        return there;
    }
}
