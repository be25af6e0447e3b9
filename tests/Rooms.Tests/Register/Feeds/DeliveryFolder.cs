using System.IO.Compression;
using System.Text;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>A folder of delivered files, gone after the test; and words for reading them.</summary>
internal sealed class DeliveryFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tupa-feeds-").FullName;
    private int _count;

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public FeedFile Put(byte[] bytes, string name = "aineisto")
    {
        var path = Path($"{++_count}");
        File.WriteAllBytes(path, bytes);
        return new(path, name);
    }

    public FeedFile Put(string text, Encoding? charset = null) => Put((charset ?? new UTF8Encoding(false)).GetBytes(text));

    /// <summary>A package of these files.</summary>
    public FeedFile Zip(params (string Name, string Text)[] files) => Put(Packed(files));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static byte[] Packed(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(new UTF8Encoding(false).GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The package with one file changed, or put in.</summary>
    public static byte[] With(byte[] package, string name, Func<byte[], byte[]> change)
    {
        using var from = new ZipArchive(new MemoryStream(package));
        using var bytes = new MemoryStream();
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.Where(e => e.FullName != name)) Copy(to, entry.FullName, Bytes(entry));
            Copy(to, name, change(from.GetEntry(name) is { } old ? Bytes(old) : []));
        }

        return bytes.ToArray();
    }

    public static byte[] WithText(byte[] package, string name, Func<string, string> change) =>
        With(package, name, bytes => new UTF8Encoding(false).GetBytes(change(Encoding.UTF8.GetString(bytes))));

    private static void Copy(ZipArchive to, string name, byte[] bytes)
    {
        using var entry = to.CreateEntry(name).Open();
        entry.Write(bytes);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var from = entry.Open();
        from.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>What came of reading a file.</summary>
internal sealed record FeedReading(ReadFeed? Feed, FeedNotes Notes, IReadOnlyList<FedPerson> People)
{
    public IReadOnlyList<FeedNote> Errors => [.. Notes.InWords.Where(n => n.Kind == FeedNoteKind.Error)];

    public static async Task<FeedReading> Of(IFeedReader reader, FeedFile file)
    {
        var notes = new FeedNotes();
        var feed = await reader.ReadAsync(file, notes, default);
        Assert.Equal(notes.HasErrors, feed is null);
        return new(feed, notes, feed is null ? [] : await feed.People(default).ToListAsync());
    }

    /// <summary>The feed, which must have no errors.</summary>
    public FeedReading Good()
    {
        Assert.True(Errors.Count == 0, string.Join('\n', Errors.Select(e => $"{e.File}:{e.Line} {e.Column} {e.Reason.En}")));
        return this;
    }

    public FedPerson Person(string key) => Assert.Single(People, p => p.Key == key);

    public void Refused(Text reason, string? file = null, int? line = null, string? column = null) =>
        Assert.Contains(Errors, e => e.Reason == reason && e.File == file && e.Line == line && e.Column == column);

    /// <summary>Everything that came out, in words.</summary>
    public string Everything()
    {
        var words = new List<string>();
        foreach (var person in People)
        {
            words.Add(person.ToString());
            words.AddRange(person.Assignments.Select(a => $"{a} {string.Join(',', a.Groups)}"));
        }

        words.AddRange(Feed?.Units.Select(u => $"{u}") ?? []);
        words.AddRange(Feed?.Groups.Select(g => $"{g}") ?? []);
        words.AddRange(Notes.InWords.Select(n => $"{n}"));
        return string.Join('\n', words);
    }
}
