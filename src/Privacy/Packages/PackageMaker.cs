using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>
/// Gathers what every room holds about one person and writes it as one ZIP: a page, JSON and CSV of each table, files as they are kept,
/// and a manifest. A room that fails ends it, for a package that lacks something would look like all there is. Memory does not grow with
/// the rows nor with the files.
/// </summary>
internal sealed class PackageMaker(IServiceScopeFactory scopes, IBlobStore store)
{
    /// <summary>How many rows lie between one word on the progress and the next.</summary>
    internal const int Step = 1_000;

    private const int FileStep = 25;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="bench">An empty folder to work in.</param>
    /// <param name="tell">Hears how far it has come; what it throws ends the making.</param>
    public async Task<MadePackage> MakeAsync(PackageOrder order, string bench, Func<PackageProgress, Task> tell, CancellationToken stop)
    {
        Language.Speak(order.Language);
        var rooms = new List<PackageRoom>();
        var progress = new PackageProgress(0, 0, 0);
        for (var number = 0; await RoomAsync(order.Person, number, bench, progress, tell, stop) is var (room, rows); number++)
        {
            rooms.Add(room);
            progress = progress with { Rooms = number + 1, Rows = progress.Rows + rows };
            await tell(progress);
        }

        var file = Path.Combine(bench, "package.zip");
        await using (var zip = await PackageZip.CreateAsync(file, order.At, stop))
        {
            foreach (var table in rooms.SelectMany(r => r.Tables)) await TableAsync(zip, table, stop);
            progress = await FilesAsync(zip, order.Person, progress, tell, stop);
            await zip.WriteTextAsync("index.html", text => new PackagePage(order).WriteAsync(text, rooms, zip.Entries, stop), stop);
            await ManifestAsync(zip, order, stop);
        }

        await tell(progress);
        return new(file, progress);
    }

    /// <summary>Null past the last room. Each is asked in a scope of its own, so that nothing of it stays.</summary>
    private async Task<(PackageRoom Room, int Rows)?> RoomAsync(PersonId person, int number, string bench, PackageProgress so, Func<PackageProgress, Task> tell, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetServices<IPersonalData>().ElementAtOrDefault(number) is not { } room) return null;

        var folder = Directory.CreateDirectory(Path.Combine(bench, $"{number}")).FullName;
        await using var spool = new PackageSpool(folder);
        var rows = 0;
        await foreach (var row in room.ExportAsync(person, stop).WithCancellation(stop))
        {
            if (!room.Tables.Contains(row.Table, StringComparer.Ordinal)) throw new InvalidOperationException($"{row.Table} is not a table of the room that gave a row of it");
            await spool.AddAsync(row);
            if (++rows % Step == 0) await tell(so with { Rows = so.Rows + rows });
        }

        return (new(room.Tables[0].Split('_')[0], room.Description, await spool.EndAsync()), rows);
    }

    private static async Task TableAsync(PackageZip zip, SpooledTable table, CancellationToken stop)
    {
        await zip.WriteTextAsync($"data/{table.Name}.json", async text =>
        {
            var between = "[\n";
            await foreach (var line in table.LinesAsync(stop))
            {
                await text.WriteAsync(between);
                await text.WriteAsync(line);
                between = ",\n";
            }

            await text.WriteAsync("\n]\n");
        }, stop);
        await zip.WriteTextAsync($"data/{table.Name}.csv", async text =>
        {
            // The mark tells a spreadsheet that it is UTF-8.
            await text.WriteAsync('\uFEFF');
            await LineAsync(text, table.Columns);
            await foreach (var row in table.ReadAsync(stop)) await LineAsync(text, row);
        }, stop);
    }

    private static Task LineAsync(StreamWriter text, IEnumerable<string?> cells) => text.WriteAsync($"{string.Join(';', cells.Select(CsvCell.Of))}\r\n");

    private async Task<PackageProgress> FilesAsync(PackageZip zip, PersonId person, PackageProgress progress, Func<PackageProgress, Task> tell, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var names = new PackageNames();
        foreach (var room in scope.ServiceProvider.GetServices<IPersonalFiles>())
        {
            await foreach (var file in room.OfAsync(person, stop).WithCancellation(stop))
            {
                // Gone from the store since the room was asked: deleted by somebody, and so not the person's to take any more.
                await using var bytes = await store.OpenAsync(file.Rendition.Sha256, stop);
                if (bytes is null) continue;

                var packed = file.Rendition.Type.StartsWith("text/", StringComparison.Ordinal);
                await zip.WriteAsync($"{PackagePage.Files}{names.Next(file)}", packed, into => bytes.CopyToAsync(into, stop), stop);
                progress = progress with { Files = progress.Files + 1 };
                if (progress.Files % FileStep == 0) await tell(progress);
            }
        }

        return progress;
    }

    private static Task ManifestAsync(PackageZip zip, PackageOrder order, CancellationToken stop) => zip.WriteAsync("manifest.json", packed: true, into => JsonSerializer.SerializeAsync(into, new
    {
        made = order.At,
        timeZone = "Europe/Helsinki",
        version = PackagePage.Version,
        language = order.Language,
        files = zip.Entries.Select(e => new { name = e.Name, bytes = e.Bytes, sha256 = e.Sha256 }),
    }, Indented, stop), stop);
}
