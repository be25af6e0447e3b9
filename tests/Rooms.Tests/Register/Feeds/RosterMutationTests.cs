using System.IO.Compression;
using System.Text;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Ten ways in which a good feed comes out bad: each is refused with its place and reason, and nobody comes out.</summary>
public sealed class RosterMutationTests : IDisposable
{
    private static readonly byte[] Good = RosterMaker.Make(new(60));

    private readonly DeliveryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Mutations => new(All.Keys);

    private static readonly Dictionary<string, (Func<byte[], byte[]> Change, Text Reason, string? File, int? Line, string? Column)> All = new(StringComparer.Ordinal)
    {
        ["a package that is cut"] = (zip => zip[..(zip.Length * 6 / 10)], DeliveryText.NotAZip, null, null, null),
        ["a file that is cut"] = (zip => DeliveryFolder.WithText(zip, "users.csv", text => text[..^40]), DeliveryText.TooFewFields, "users.csv", 61, null),
        ["a byte that has turned"] = (Turned, DeliveryText.Damaged, "users.csv", null, null),
        ["another charset"] = (zip => DeliveryFolder.With(zip, "users.csv", bytes => Encoding.Convert(Encoding.UTF8, Encoding.Latin1, bytes)), DeliveryText.BrokenLetter, "users.csv", null, null),
        ["columns that have changed places"] = (zip => DeliveryFolder.WithText(zip, "users.csv", text => text.Replace("givenName,familyName", "familyName,givenName", StringComparison.Ordinal)), SchoolText.ColumnExpected, "users.csv", 1, "givenName"),
        ["one id for two"] = (zip => DeliveryFolder.WithText(zip, "users.csv", text => text.Replace(RosterMaker.Key(7), RosterMaker.Key(6), StringComparison.Ordinal)), DeliveryText.Twice, "users.csv", 9, "sourcedId"),
        ["one id for two enrolments"] = (zip => DeliveryFolder.WithText(zip, "enrollments.csv", text => text.Replace("e7-0,", "e6-0,", StringComparison.Ordinal)), DeliveryText.Twice, "enrollments.csv", 31, "sourcedId"),
        ["a class that is not there"] = (zip => DeliveryFolder.WithText(zip, "enrollments.csv", text => text.Replace("e3-l,,,lk-", "e3-l,,,poissa-", StringComparison.Ordinal)), SchoolText.NoSuchClass, "enrollments.csv", 14, "classSourcedId"),
        ["a user that is not there"] = (zip => DeliveryFolder.WithText(zip, "roles.csv", text => text.Replace($"r3,,,{RosterMaker.Key(3)}", "r3,,,poissa", StringComparison.Ordinal)), SchoolText.NoSuchUser, "roles.csv", 5, "userSourcedId"),
        ["the 31st of February"] = (zip => DeliveryFolder.WithText(zip, "roles.csv", text => text.Replace("student,,,", "student,2026-02-31,,", StringComparison.Ordinal)), DeliveryText.NotADay, "roles.csv", 3, "beginDate"),
        ["UTF-16 with its mark"] = (zip => DeliveryFolder.With(zip, "users.csv", bytes => [0xff, 0xfe, .. Encoding.Convert(Encoding.UTF8, Encoding.Unicode, bytes)]), DeliveryText.BrokenLetter, "users.csv", 1, null),
        ["a line break in quotes"] = (zip => DeliveryFolder.WithText(zip, "users.csv", text => text.Replace("tunnus4,,", "tunnus4,,\"Kaksi\r\nriviä\"", StringComparison.Ordinal)), DeliveryText.LineBreak, "users.csv", 6, "givenName"),
        ["a bomb"] = (zip => DeliveryFolder.With(zip, "users.csv", _ => new byte[40_000_000]), DeliveryText.Bomb, "users.csv", null, null),
        ["a way out"] = (zip => DeliveryFolder.With(zip, "../users.csv", _ => [1]), DeliveryText.OutOfPackage, "../users.csv", null, null),
        ["a way out by the other stroke"] = (zip => DeliveryFolder.With(zip, "..\\users.csv", _ => [1]), DeliveryText.OutOfPackage, "..\\users.csv", null, null),
        ["a folder"] = (zip => DeliveryFolder.With(zip, "kansio/users.csv", _ => [1]), DeliveryText.Folder, "kansio/users.csv", null, null),
        ["a file twice"] = (zip => DeliveryFolder.With(zip, "USERS.csv", _ => [1]), DeliveryText.FileTwice, "USERS.csv", null, null),
    };

    [Theory, MemberData(nameof(Mutations))]
    public async Task It_is_refused_with_its_place_and_reason(string mutation)
    {
        var (change, reason, file, line, column) = All[mutation];
        var reading = await ReadAsync(change(Good));

        Assert.Null(reading.Feed);
        Assert.Contains(reading.Errors, e => e.Reason == reason && e.File == file && (line is null || e.Line == line) && (column is null || e.Column == column));
        Assert.All(reading.Errors, e => Assert.False(string.IsNullOrWhiteSpace(e.Reason.Fi) || string.IsNullOrWhiteSpace(e.Reason.Sv) || string.IsNullOrWhiteSpace(e.Reason.En)));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_fault_and_changes_nothing()
    {
        var marked = await ReadAsync(DeliveryFolder.With(Good, "users.csv", bytes => [0xef, 0xbb, 0xbf, .. bytes]));

        Assert.Equal((await ReadAsync(Good)).Everything(), marked.Good().Everything());
    }

    [Fact]
    public async Task All_errors_are_named_and_not_only_the_first()
    {
        var bad = DeliveryFolder.WithText(Good, "users.csv", text => text.Replace("@edu.example.fi", "", StringComparison.Ordinal));
        var reading = await ReadAsync(DeliveryFolder.WithText(bad, "enrollments.csv", text => text.Replace("koulu0", "poissa", StringComparison.Ordinal)));

        Assert.Equal(60, reading.Errors.Count(e => e.Reason == DeliveryText.NotMail && e.Column == "email"));
        Assert.Equal(240, reading.Errors.Count(e => e.Reason == SchoolText.NoSuchOrg && e.Column == "schoolSourcedId"));
        Assert.Equal(Enumerable.Range(2, 60).Cast<int?>(), reading.Errors.Where(e => e.Reason == DeliveryText.NotMail).Select(e => e.Line));
    }

    [Fact]
    public async Task Errors_without_end_are_counted_and_only_the_first_thousand_worded()
    {
        var reading = await ReadAsync(DeliveryFolder.WithText(RosterMaker.Make(new(1_300)), "users.csv", text => text.Replace("true", "ehkä", StringComparison.Ordinal)));

        Assert.Equal(FeedNotes.MostInWords, reading.Errors.Count);
        Assert.True(reading.Notes.Count(FeedNoteKind.Error) >= 1_300);
    }

    [Fact]
    public async Task An_error_never_repeats_a_value()
    {
        foreach (var (change, _, _, _, _) in All.Values)
        {
            var reading = await ReadAsync(change(Good));
            Assert.DoesNotContain("tunnus", reading.Everything(), StringComparison.Ordinal);
            Assert.DoesNotContain("edu.example.fi", reading.Everything(), StringComparison.Ordinal);
        }

        // A file without a header has somebody's data in its place.
        var headless = await ReadAsync(DeliveryFolder.WithText(Good, "users.csv", text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]));
        Assert.NotEmpty(headless.Errors);
        Assert.DoesNotContain("example.fi", headless.Everything(), StringComparison.Ordinal);
        Assert.DoesNotContain("tunnus", headless.Everything(), StringComparison.Ordinal);
    }

    private Task<FeedReading> ReadAsync(byte[] package) => FeedReading.Of(new OneRosterReader(new(), TimeProvider.System), _folder.Put(package));

    /// <summary>One byte of the packed users is another.</summary>
    private static byte[] Turned(byte[] package)
    {
        var stored = DeliveryFolder.With(package, "users.csv", (byte[] b) => b);
        var bytes = stored.ToArray();
        var name = Encoding.ASCII.GetBytes("users.csv");
        var at = bytes.AsSpan().IndexOf(name) + name.Length + 200;
        bytes[at] ^= 0x20;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Contains(zip.Entries, e => e.FullName == "users.csv");
        return bytes;
    }
}
