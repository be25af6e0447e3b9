using System.Buffers.Binary;
using System.Text;

namespace Tupa.Tests;

/// <summary>Looks for many short strings at once in the bytes of files, wherever they stand.</summary>
internal sealed class Needles
{
    /// <summary>Shorter ones would be found by chance.</summary>
    private const int Least = 8;

    private readonly Dictionary<ulong, List<(byte[] Bytes, string What)>> _byHead = [];

    public int Count { get; private set; }

    public void Add(string text, string what) => Add(Encoding.UTF8.GetBytes(text), what);

    public void Add(byte[] bytes, string what)
    {
        if (bytes.Length < Least) throw new ArgumentException($"{what} is too short to be told from chance", nameof(bytes));

        var head = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (!_byHead.TryGetValue(head, out var same)) _byHead[head] = same = [];
        same.Add((bytes, what));
        Count++;
    }

    /// <summary>What was found in the files under this folder, as "what in file at offset"; files that went meanwhile are passed over.</summary>
    public IReadOnlyList<string> InFolder(string folder)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            // A folder is named by what is in it, and so may a file be.
            found.AddRange(In(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)), "the name of " + file));
            try
            {
                found.AddRange(In(Read(file), file));
            }
            catch (FileNotFoundException)
            {
                // Gone since it was listed.
            }
        }

        return found;
    }

    public IEnumerable<string> In(byte[] bytes, string where)
    {
        for (var i = 0; i + Least <= bytes.Length; i++)
        {
            if (!_byHead.TryGetValue(BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i)), out var same)) continue;

            foreach (var (needle, what) in same)
            {
                if (bytes.AsSpan(i).StartsWith(needle)) yield return $"{what} in {where} at {i}";
            }
        }
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
