using Microsoft.Extensions.Configuration;
using Tupa.Kernel;
using Tupa.Privacy;

namespace Tupa.Tests;

/// <summary>The ledger remembers whom without saying who, survives a torn line, and is believed only whole and with its own key.</summary>
public sealed class LedgerTests : IAsyncDisposable
{
    private static readonly DateOnly Day = new(2027, 3, 1);
    private readonly SpareFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "erasures.ledger");

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public void What_is_appended_is_read_again_and_names_nobody()
    {
        var (aino, eero) = (PersonId.New(), PersonId.New());
        var ledger = Ledger();
        Assert.Null(ledger.Read());
        Assert.Equal(1, ledger.Append(aino, Day).Number);
        Assert.Equal(2, Ledger().Append(eero, Day.AddDays(1)).Number);

        var content = ledger.Read()!;
        Assert.Equal(2, content.Last);
        Assert.Equal([(1, Day, ledger.DigestOf(aino)), (2, Day.AddDays(1), ledger.DigestOf(eero))], content.Entries.Select(e => (e.Number, e.Day, e.Digest)));
        Assert.DoesNotContain(aino.ToString(), System.IO.File.ReadAllText(File), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_line_torn_by_a_power_cut_was_never_there()
    {
        var ledger = Ledger();
        ledger.Append(PersonId.New(), Day);
        var whole = System.IO.File.ReadAllText(File);
        foreach (var torn in new[] { "2 2027-0", "2 2027-03-01 00ff 0123456789abcdef\n" })
        {
            System.IO.File.WriteAllText(File, whole + torn);
            Assert.Equal(1, ledger.Read()!.Last);
            Assert.Equal(2, ledger.Append(PersonId.New(), Day).Number);
            Assert.Equal(2, ledger.Read()!.Entries.Count);
        }
    }

    [Fact]
    public void Damage_before_the_end_and_a_missing_line_are_told()
    {
        var ledger = Ledger();
        for (var i = 0; i < 4; i++) ledger.Append(PersonId.New(), Day);
        var lines = System.IO.File.ReadAllLines(File);

        System.IO.File.WriteAllLines(File, [.. lines[..2], lines[2].Replace("2027", "2028", StringComparison.Ordinal), .. lines[3..]]);
        Assert.Contains("damaged after entry 1", Assert.Throws<LedgerException>(() => ledger.Read()).Message, StringComparison.Ordinal);
        System.IO.File.WriteAllLines(File, [.. lines[..2], .. lines[3..]]);
        Assert.Contains("damaged after entry 1", Assert.Throws<LedgerException>(() => ledger.Read()).Message, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, "something else\n");
        Assert.Contains("no ledger", Assert.Throws<LedgerException>(() => ledger.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_key_file_it_is_not_silently_empty()
    {
        Ledger().Append(PersonId.New(), Day);
        await using var other = new SpareFolder();
        Assert.Contains("another key file", Assert.Throws<LedgerException>(() => Ledger(other.Path).Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_end_with_the_backups_and_their_numbers_are_not_given_again()
    {
        var ledger = Ledger();
        ledger.Append(PersonId.New(), Day);
        ledger.Append(PersonId.New(), Day.AddDays(10));
        var id = ledger.Read()!.Id;

        Assert.Equal(1, ledger.Expire(Day.AddDays(1)));
        Assert.Equal(1, ledger.Expire(Day.AddDays(11)));
        Assert.Equal(0, ledger.Expire(Day.AddDays(11)));
        Assert.Equal((id, 2L, 0), (ledger.Read()!.Id, ledger.Read()!.Last, ledger.Read()!.Entries.Count));
        Assert.Equal(3, ledger.Append(PersonId.New(), Day).Number);
    }

    [Fact]
    public void What_the_disk_refuses_is_not_said_to_be_there()
    {
        var ledger = Ledger();
        ledger.Append(PersonId.New(), Day);
        var failing = new Ledger(new(_folder.Path), Keys(_folder.Path), new Disk(_ => -1));
        Assert.Throws<IOException>(() => failing.Append(PersonId.New(), Day));
    }

    private Ledger Ledger(string? keys = null) => new(new(_folder.Path), Keys(keys ?? _folder.Path), new Disk());

    private static HouseKeys Keys(string folder) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Tupa:KeyFile", Path.Combine(folder, "access.key"))]).Build());
}
