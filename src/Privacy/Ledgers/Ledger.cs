using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>The ledger is not there, is damaged, or is another house's; the message says what to do. The doors stay shut.</summary>
public sealed class LedgerException(string message) : Exception(message);

/// <summary>An erased person, as a keyed digest of the id; without the key file of the house it says nothing.</summary>
internal sealed record LedgerEntry(long Number, DateOnly Day, string Digest);

/// <summary>What stands in the ledger.</summary>
/// <param name="Id">Of this ledger; a database remembers how far it has kept up with it.</param>
/// <param name="Last">The number of the newest entry there ever was; entries that have expired are counted.</param>
internal sealed record LedgerContent(Guid Id, long Last, ImmutableList<LedgerEntry> Entries);

/// <summary>
/// Who has been erased, in a file outside the database and its backups, so that a backup put back does not bring them back. Entries
/// are added and made durable before the erasure is committed, and go when no backup can hold the person any more.
/// </summary>
internal sealed class Ledger(LedgerPlace place, HouseKeys keys, Disk disk)
{
    private const string Title = "tupa-erasures 1";
    private const string Use = "privacy.ledger";
    private const string Name = "erasures.ledger";

    private readonly FileTurn _turn = new(Path.Combine(place.Folder, Name));
    private Known? _known;

    private string File => Path.Combine(place.Folder, Name);

    public string DigestOf(PersonId person) => Digest(person.ToString());

    /// <summary>Null where nobody has ever been erased from here.</summary>
    /// <exception cref="LedgerException">It is damaged, or sealed with another key file.</exception>
    public LedgerContent? Read() => System.IO.File.Exists(File) ? _turn.Held(() => Parsed().Content) : null;

    /// <summary>Adds a person, and returns the ledger and the entry's number once it is on the disk.</summary>
    public (Guid Ledger, long Number) Append(PersonId person, DateOnly day) => _turn.Held(() =>
    {
        if (!System.IO.File.Exists(File)) Put(Guid.CreateVersion7(), 0, []);

        var (content, length) = Parsed();
        var entry = new LedgerEntry(content.Last + 1, day, DigestOf(person));
        var line = Encoding.ASCII.GetBytes(Line(entry));
        _known = null;
        using (var file = new FileStream(File, FileMode.Open, FileAccess.Write, FileShare.Read))
        {
            // What a power cut left half written was never acknowledged.
            file.SetLength(length);
            file.Seek(0, SeekOrigin.End);
            file.Write(line);
            file.Flush();
            disk.SettleFile(file.SafeFileHandle);
        }

        _known = new(new(content.Id, entry.Number, content.Entries.Add(entry)), length + line.Length, Stamp());
        return (content.Id, entry.Number);
    });

    /// <summary>Lets go of the entries from before this day; returns how many.</summary>
    public int Expire(DateOnly before) => _turn.Held(() =>
    {
        if (!System.IO.File.Exists(File)) return 0;

        var (content, _) = Parsed();
        var kept = content.Entries.Where(e => e.Day >= before).ToList();
        if (kept.Count < content.Entries.Count) Put(content.Id, kept.Count > 0 ? kept[0].Number - 1 : content.Last, kept);
        return content.Entries.Count - kept.Count;
    });

    private void Put(Guid id, long expired, IReadOnlyList<LedgerEntry> entries)
    {
        disk.MakeFolder(place.Folder);
        var text = string.Create(CultureInfo.InvariantCulture, $"{Title} {id:n} {Digest($"{id:n}")} {expired}\n") + string.Concat(entries.Select(Line));
        var next = File + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            file.Write(Encoding.ASCII.GetBytes(text));
            file.Flush();
            disk.SettleFile(file.SafeFileHandle);
        }

        disk.Place(next, File);
    }

    /// <summary>The content, and up to which byte it is whole. Read again only where somebody else has written.</summary>
    private (LedgerContent Content, long Length) Parsed()
    {
        var stamp = Stamp();
        if (_known is not { } known || known.Stamp != stamp)
        {
            var (content, length) = ReadWhole();
            _known = known = new(content, length, stamp);
        }

        return (known.Content, known.Length);
    }

    private (long, DateTime) Stamp()
    {
        var file = new FileInfo(File);
        return (file.Length, file.LastWriteTimeUtc);
    }

    private (LedgerContent Content, long Length) ReadWhole()
    {
        var text = Encoding.ASCII.GetString(System.IO.File.ReadAllBytes(File));
        var whole = text.LastIndexOf('\n') + 1;
        var lines = text[..whole].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || lines[0].Split(' ') is not [var name, var version, var id, var proof, var expired] || $"{name} {version}" != Title || !Guid.TryParseExact(id, "n", out var ledger))
            throw new LedgerException($"{File} is no ledger of erasures. Put it back from where it is kept.");
        if (!Same(proof, Digest(id)))
            throw new LedgerException($"{File} was written with another key file. Put back the keys of this house (Tupa:KeyFile) together with its ledger.");

        var entries = new List<LedgerEntry>();
        var last = long.Parse(expired, CultureInfo.InvariantCulture);
        foreach (var line in lines.Skip(1))
        {
            if (Entry(line) is not { } entry || entry.Number != last + 1)
            {
                // The last line alone may have been torn.
                if (ReferenceEquals(line, lines[^1])) return (new(ledger, last, [.. entries]), whole - line.Length - 1);
                throw new LedgerException($"{File} is damaged after entry {last}. Put it back from where it is kept.");
            }

            entries.Add(entry);
            last = entry.Number;
        }

        return (new(ledger, last, [.. entries]), whole);
    }

    /// <summary>What was read or written last, and how the file looked then.</summary>
    private sealed record Known(LedgerContent Content, long Length, (long, DateTime) Stamp);

    private LedgerEntry? Entry(string line) =>
        line.Split(' ') is [var number, var day, var digest, var check] && Same(check, Check($"{number} {day} {digest}"))
            ? new(long.Parse(number, CultureInfo.InvariantCulture), DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), digest)
            : null;

    private string Line(LedgerEntry entry)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{entry.Number} {entry.Day:yyyy-MM-dd} {entry.Digest}");
        return $"{words} {Check(words)}\n";
    }

    private string Digest(string text) => Convert.ToHexStringLower(keys.Digest(Use, text));

    private string Check(string words) => Digest(words)[..16];

    private static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b));
}
