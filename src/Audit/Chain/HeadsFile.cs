using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>
/// The heads of the chain in a file outside the database, so that whoever rewrites the database cannot rewrite what was. Lines are only
/// ever added, and each carries a keyed check over itself and the line before; a line is on the disk before anybody is told of it.
/// </summary>
internal sealed class HeadsFile(HeadsPlace place, HouseKeys keys, Disk disk)
{
    private const string Title = "tupa-audit-heads 1";
    private const string Use = "audit.heads";
    private const string Name = "audit.heads";
    private const string Day = "yyyy-MM-dd";
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private readonly FileTurn _turn = new(System.IO.Path.Combine(place.Folder, Name));

    public string Path => System.IO.Path.Combine(place.Folder, Name);

    /// <summary>Null where there is none.</summary>
    /// <param name="torn">Whether a last line without its end is passed over: for who goes on with it, not for who verifies.</param>
    /// <exception cref="ChainException">It was changed, or written with another key file.</exception>
    public Heads? Read(bool torn) => File.Exists(Path) ? _turn.Held(() => Parsed(File.ReadAllBytes(Path), torn).Heads) : null;

    /// <summary>Makes the file where there is none: before there is a first seal, so that a seal without a file means that the file was lost.</summary>
    public void Prepare() => _turn.Held(() =>
    {
        if (!File.Exists(Path)) Make();
        return true;
    });

    /// <summary>Adds seals, in their order.</summary>
    public void Append(IReadOnlyCollection<Head> heads) => Add([.. heads.Select(h => $"seal {Words(h)}")]);

    /// <summary>Rows of a class are gone up to and with this day, because their time was over. Before the rows go.</summary>
    public void Sweep(LogClass of, DateOnly to, DateTime at) => Add([string.Create(CultureInfo.InvariantCulture, $"swept {of} {to.ToString(Day, CultureInfo.InvariantCulture)} {Written(at)}")]);

    /// <summary>An operator says that the chain goes on from here.</summary>
    public void Accept(Head top) => Add([$"accepted {Words(top)}"]);

    private void Add(IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0) return;
        _turn.Held(() =>
        {
            if (!File.Exists(Path)) Make();
            var bytes = File.ReadAllBytes(Path);
            var (_, check, whole) = Parsed(bytes, torn: true);
            var text = new StringBuilder();
            foreach (var line in lines)
            {
                check = Check(check, line);
                text.Append(line).Append(' ').Append(check).Append('\n');
            }

            using var file = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.Read);

            // What a power cut left half written was never acknowledged.
            file.SetLength(whole);
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.ASCII.GetBytes(text.ToString()));
            file.Flush();
            disk.SettleFile(file.SafeFileHandle);
            return true;
        });
    }

    private void Make()
    {
        disk.MakeFolder(place.Folder);
        var next = Path + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            file.Write(Encoding.ASCII.GetBytes($"{Title} {Check("", Title)}\n"));
            file.Flush();
            disk.SettleFile(file.SafeFileHandle);
        }

        disk.Place(next, Path);
    }

    private (Heads Heads, string Check, long Whole) Parsed(byte[] bytes, bool torn)
    {
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (whole < bytes.Length && !torn) throw Broken("its last line has no end: a power cut tore it, and the next sealing mends it, or it was changed");

        var heads = new Heads();
        var (check, number) = ("", 0);
        foreach (var line in Encoding.Latin1.GetString(bytes, 0, whole).Split('\n')[..^1])
        {
            number++;
            var cut = line.LastIndexOf(' ');
            var words = cut < 0 ? "" : line[..cut];
            var due = Check(check, words);
            if (cut < 0 || !Same(line[(cut + 1)..], due)) throw Broken($"line {number} was changed, or lines before it are missing, or it was written with another key file");
            if (number == 1 ? words != Title : !Take(heads, words.Split(' '))) throw Broken($"line {number} cannot be read");
            check = due;
        }

        return number == 0 ? throw Broken("it is empty") : (heads, check, whole);
    }

    private static bool Take(Heads heads, string[] words)
    {
        switch (words)
        {
            case ["seal", var seal, var last, var at, var hash]:
                heads.Add(Read(seal, last, at, hash));
                return true;
            case ["accepted", var seal, var last, var at, var hash]:
                heads.Accept(Read(seal, last, at, hash));
                return true;
            case ["swept", var of, var day, _]:
                heads.Sweep(Enum.Parse<LogClass>(of), DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    private static Head Read(string seal, string last, string at, string hash) => new(
        long.Parse(seal, CultureInfo.InvariantCulture), long.Parse(last, CultureInfo.InvariantCulture),
        DateTime.ParseExact(at, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal), hash);

    private static string Words(Head head) => string.Create(CultureInfo.InvariantCulture, $"{head.Seal} {head.Last} {Written(head.At)} {head.Hash}");

    private static string Written(DateTime at) => at.ToString(Instant, CultureInfo.InvariantCulture);

    private string Check(string before, string words) => Convert.ToHexStringLower(keys.Digest(Use, $"{before}|{words}"))[..16];

    private static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.Latin1.GetBytes(a), Encoding.Latin1.GetBytes(b));

    private ChainException Broken(string how) => new($"{Path} is not what it was: {how}. Put it back from where it is kept.");
}
