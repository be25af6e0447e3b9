using System.IO.Compression;
using System.Text;

namespace Tupa.Register;

/// <summary>A CSV file of OneRoster that is being made, packed in memory because a package takes one file at a time.</summary>
internal sealed class CsvPart : IDisposable
{
    private readonly IReadOnlyList<RosterColumn> _columns;
    private readonly MemoryStream _packed = new();
    private readonly StreamWriter _writer;

    public CsvPart(IReadOnlyList<RosterColumn> columns)
    {
        _columns = columns;
        _writer = new(new BrotliStream(_packed, CompressionLevel.Fastest, leaveOpen: true), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Write(columns.Select(c => c.Name));
    }

    public void Row(params IReadOnlyCollection<(string Column, string Value)> values) =>
        Write(_columns.Select(c => values.FirstOrDefault(v => v.Column == c.Name).Value ?? ""));

    public async Task PutAsync(ZipArchive zip, string name, CancellationToken stop)
    {
        await _writer.DisposeAsync();
        _packed.Position = 0;
        await using var from = new BrotliStream(_packed, CompressionMode.Decompress, leaveOpen: true);
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(stop);
        await from.CopyToAsync(entry, stop);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _packed.Dispose();
    }

    private void Write(IEnumerable<string> values) => _writer.Write(string.Join(',', values.Select(Quoted)) + "\r\n");

    /// <summary>As it came: what may not stand in a field is for the reader to refuse.</summary>
    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
