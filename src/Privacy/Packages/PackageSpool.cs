using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>
/// Rows on their way into a package, in a file for each table and never in memory: a package holds each of them three times (JSON, CSV,
/// page), and a ZIP is written one entry after the other.
/// </summary>
internal sealed class PackageSpool(string folder) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Dictionary<string, (SpooledTable Table, StreamWriter Lines)> _open = new(StringComparer.Ordinal);

    public async Task AddAsync(PersonalRow row)
    {
        if (!_open.TryGetValue(row.Table, out var to))
        {
            to = (new(row.Table, Path.Combine(folder, $"{_open.Count}.rows")), null!);
            to.Lines = new(to.Table.File, append: false);
            _open.Add(row.Table, to);
        }

        to.Table.Count(row);
        await to.Lines.WriteLineAsync(JsonSerializer.Serialize(row.Values, Readable));
    }

    /// <summary>Nothing more comes; the tables, in the order in which they began.</summary>
    public async Task<IReadOnlyList<SpooledTable>> EndAsync()
    {
        await DisposeAsync();
        return [.. _open.Values.Select(o => o.Table)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, lines) in _open.Values) await lines.DisposeAsync();
    }
}

/// <summary>The rows of one table, each a line of JSON.</summary>
internal sealed class SpooledTable(string name, string file)
{
    private readonly List<string> _columns = [];

    public string Name { get; } = name;

    public string File { get; } = file;

    /// <summary>Every column that a row of it has, in the order in which they came.</summary>
    public IReadOnlyList<string> Columns => _columns;

    public int Rows { get; private set; }

    public void Count(PersonalRow row)
    {
        Rows++;
        foreach (var column in row.Values.Keys.Except(_columns, StringComparer.Ordinal).ToList()) _columns.Add(column);
    }

    /// <summary>Each row as it was written.</summary>
    public IAsyncEnumerable<string> LinesAsync(CancellationToken stop) => System.IO.File.ReadLinesAsync(File, stop);

    /// <summary>Each row, its values in the order of <see cref="Columns"/>.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string?>> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var line in LinesAsync(stop))
        {
            var values = JsonSerializer.Deserialize<Dictionary<string, string?>>(line)!;
            yield return [.. Columns.Select(values.GetValueOrDefault)];
        }
    }
}
