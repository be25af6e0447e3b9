using System.Text.Encodings.Web;
using System.Text.Unicode;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>The page of a package: read from a folder, without network and without script, on paper too; in the language of its person.</summary>
internal sealed class PackagePage(PackageOrder order)
{
    /// <summary>Where files lie in a package.</summary>
    public const string Files = "files/";

    private const string Style = """
        body { font: 1rem/1.5 "Source Sans 3", Arial, sans-serif; color: #1b1b1b; background: #fff; margin: 0 auto; padding: 1rem; max-width: 75rem }
        h2 { border-top: 2px solid #1b1b1b; padding-top: 1rem; margin-top: 2.5rem }
        .wide { overflow-x: auto }
        table { border-collapse: collapse }
        th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; min-width: 5rem; max-width: 40rem }
        th { background: #f0f0f0 }
        @media print { a { color: inherit } .wide { overflow: visible } }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The house's own version.</summary>
    public static string Version => typeof(PackagePage).Assembly.GetName().Version!.ToString(3);

    public async Task WriteAsync(StreamWriter text, IReadOnlyList<PackageRoom> rooms, IReadOnlyList<PackageEntry> entries, CancellationToken stop)
    {
        await text.WriteAsync($"<!doctype html>\n<html lang=\"{order.Language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        await text.WriteAsync($"<title>{Encode(PackageText.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>{Encode(PackageText.Title)}</h1>\n");
        await text.WriteAsync($"<p>{Encode(PackageText.Made(order.At, Version))}</p>\n<p>{Encode(PackageText.What)}</p>\n<p>{Encode(PackageText.Others)}</p>\n");
        await ContentsAsync(text, rooms);
        foreach (var room in rooms) await RoomAsync(text, room, stop);
        await FilesAsync(text, [.. entries.Where(e => e.Name.StartsWith(Files, StringComparison.Ordinal))]);
        await text.WriteAsync("</main>\n</body>\n</html>\n");
    }

    private static async Task ContentsAsync(StreamWriter text, IReadOnlyList<PackageRoom> rooms)
    {
        await text.WriteAsync($"<nav aria-label=\"{Encode(PackageText.Contents)}\">\n<ul>\n");
        foreach (var room in rooms) await text.WriteAsync($"<li><a href=\"#{room.Name}\">{Encode(PackageWords.Room(room.Name))}</a>: {Encode(PackageText.RowCount(room.Tables.Sum(t => t.Rows)))}</li>\n");
        await text.WriteAsync($"<li><a href=\"#own-files\">{Encode(PackageText.OwnFiles)}</a></li>\n</ul>\n</nav>\n");
    }

    private static async Task RoomAsync(StreamWriter text, PackageRoom room, CancellationToken stop)
    {
        await text.WriteAsync($"<section aria-labelledby=\"{room.Name}\">\n<h2 id=\"{room.Name}\">{Encode(PackageWords.Room(room.Name))}</h2>\n<p>{Encode(room.Description)}</p>\n");
        if (room.Tables.Count == 0) await text.WriteAsync($"<p>{Encode(PackageText.Nothing)}</p>\n");
        foreach (var table in room.Tables) await TableAsync(text, table, stop);
        await text.WriteAsync("</section>\n");
    }

    private static async Task TableAsync(StreamWriter text, SpooledTable table, CancellationToken stop)
    {
        var title = Encode(PackageWords.Table(table.Name));
        await text.WriteAsync($"<h3 id=\"{table.Name}\">{title}</h3>\n<p>{Encode(PackageText.RowCount(table.Rows))}: <a href=\"data/{table.Name}.csv\">{table.Name}.csv</a>, <a href=\"data/{table.Name}.json\">{table.Name}.json</a></p>\n");
        await text.WriteAsync($"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{table.Name}\">\n<table>\n");
        var labels = table.Columns.Select(c => Encode(PackageColumns.Label(c))).ToList();
        if (table.Rows > 1) await text.WriteAsync($"<thead><tr>{string.Concat(labels.Select(l => $"<th scope=\"col\">{l}</th>"))}</tr></thead>\n");
        await text.WriteAsync("<tbody>\n");
        await foreach (var row in table.ReadAsync(stop))
        {
            var cells = row.Select((v, i) => Encode(PackageColumns.Value(table.Columns[i], v))).ToList();

            // A single row is easier to read downward.
            if (table.Rows > 1) await text.WriteAsync($"<tr>{string.Concat(cells.Select(c => $"<td>{c}</td>"))}</tr>\n");
            else for (var i = 0; i < cells.Count; i++) await text.WriteAsync($"<tr><th scope=\"row\">{labels[i]}</th><td>{cells[i]}</td></tr>\n");
        }

        await text.WriteAsync("</tbody>\n</table>\n</div>\n");
    }

    private static async Task FilesAsync(StreamWriter text, IReadOnlyList<PackageEntry> files)
    {
        await text.WriteAsync($"<section aria-labelledby=\"own-files\">\n<h2 id=\"own-files\">{Encode(PackageText.OwnFiles)}</h2>\n<p>{Encode(PackageText.OwnFilesWhat)}</p>\n");
        if (files.Count == 0) await text.WriteAsync($"<p>{Encode(PackageText.NoFiles)}</p>\n");
        else await text.WriteAsync("<ul>\n");
        foreach (var file in files)
        {
            var name = file.Name[Files.Length..];
            await text.WriteAsync($"<li><a href=\"{Files}{Encode(Uri.EscapeDataString(name))}\">{Encode(name)}</a>, {Encode(Say.Bytes(file.Bytes))}</li>\n");
        }

        await text.WriteAsync(files.Count == 0 ? "</section>\n" : "</ul>\n</section>\n");
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
