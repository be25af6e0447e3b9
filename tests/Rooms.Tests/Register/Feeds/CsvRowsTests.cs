using System.Text;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class CsvRowsTests
{
    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "1:a|b 2:1|2")]
    [InlineData("a,b\n1,2", "1:a|b 2:1|2")]
    [InlineData("\ufeffa,b\r\n\r\n1,\"\"\r\n", "1:a|b 3:1|")]
    [InlineData("\"a, \"\"x\"\"\",b\r\n,\r\n", "1:a, \"x\"|b 2:|")]
    [InlineData("a\r\n\"yksi\r\nkaksi\"\r\nloppu\r\n", "1:a 2:yksikaksi!LineBreak 4:loppu")]
    [InlineData("a\r\nyk\"si\r\nloppu", "1:a 2:yksi!StrayQuote 3:loppu")]
    [InlineData("a,b\r\n\"x\"y,z\r\nloppu,b", "1:a|b 2:xy|z!AfterQuote 3:loppu|b")]
    [InlineData("a\r\n\"auki", "1:a 2:auki!Unclosed")]
    [InlineData("a\r\nx\0y\r\n", "1:a 2:x\0y!Control")]
    [InlineData("", "")]
    public void Rows_are_read_to_the_letter_and_what_is_wrong_is_known_by_its_line(string text, string rows) => Assert.Equal(rows, Read(Encoding.UTF8.GetBytes(text), Encoding.UTF8));

    [Fact]
    public void A_letter_of_another_charset_is_a_fault() =>
        Assert.Equal("1:nimi 2:M\ufffdkel\ufffd!BrokenLetter", Read(Encoding.Latin1.GetBytes("nimi\r\nMäkelä\r\n"), Encoding.UTF8));

    [Fact]
    public void A_field_that_does_not_end_is_cut_and_a_row_has_only_so_many()
    {
        Assert.EndsWith("!TooLong", Read(Encoding.UTF8.GetBytes(new string('x', 10_000)), Encoding.UTF8), StringComparison.Ordinal);
        Assert.EndsWith("!TooMany", Read(Encoding.UTF8.GetBytes(new string(',', 1_000)), Encoding.UTF8), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_skipped_is_not_kept()
    {
        using var rows = new CsvRows(new MemoryStream(Encoding.UTF8.GetBytes("nimi,hetu,koulu\r\nAino,\"salaisuus, iso\",03764\r\n")), Encoding.UTF8);
        rows.Read();
        rows.Skip(1);
        rows.Read();

        Assert.Equal(["Aino", "", "03764"], Enumerable.Range(0, rows.Count).Select(i => rows[i].ToString()));
    }

    [Fact]
    public void A_table_larger_than_its_buffers_comes_through_whole()
    {
        var text = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"{i},\"ä{i}, ö\"\r\n"));
        using var rows = new CsvRows(new MemoryStream(Encoding.UTF8.GetBytes(text)), Encoding.UTF8);
        for (var i = 1; i <= 20_000; i++)
        {
            Assert.True(rows.Read());
            Assert.Equal((i, $"{i}", $"ä{i}, ö"), (rows.Line, rows[0].ToString(), rows[1].ToString()));
        }

        Assert.False(rows.Read());
    }

    private static string Read(byte[] bytes, Encoding encoding)
    {
        using var rows = new CsvRows(new MemoryStream(bytes), encoding);
        var read = new List<string>();
        while (rows.Read())
        {
            var fields = string.Join('|', Enumerable.Range(0, rows.Count).Select(i => rows[i].ToString()));
            read.Add($"{rows.Line}:{(fields.Length > 100 ? "" : fields)}{string.Concat(rows.Faults.Select(f => $"!{f.Fault}"))}");
        }

        return string.Join(' ', read);
    }
}
