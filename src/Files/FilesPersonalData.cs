using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>Files stay with their space and lose who sent them; uploads that were never attached go.</summary>
internal sealed class FilesPersonalData(TupaDb db, BlobRelease release) : IPersonalData
{
    public IReadOnlyList<string> Tables => ["files_files", "files_uploads"];

    public Text Description => new(
        Fi: "Liittämäsi kuvat, videot, äänet ja tiedostot.",
        Sv: "Bilder, videor, ljud och filer som du har bifogat.",
        En: "Pictures, videos, sounds and files that you have attached.");

    public async IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var file in db.Set<AttachedFile>().Where(f => f.Author == person).OrderBy(f => f.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return new("files_files", new Dictionary<string, string?>
            {
                ["id"] = file.Id.ToString(),
                ["owner"] = file.Owner.ToString(),
                ["space"] = file.Space.ToString(),
                ["name"] = file.Name,
                ["alt"] = file.Alt,
                ["visible_from"] = file.VisibleFrom.ToString("O", CultureInfo.InvariantCulture),
            });
        }

        await foreach (var upload in db.Set<Upload>().Where(u => u.Person == person).OrderBy(u => u.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return new("files_uploads", new Dictionary<string, string?>
            {
                ["id"] = upload.Id.ToString(),
                ["name"] = upload.Name,
                ["at"] = upload.At.ToString("O", CultureInfo.InvariantCulture),
            });
        }
    }

    public async Task<int> EraseAsync(PersonId person, CancellationToken stop)
    {
        var sent = await db.Set<Upload>().Where(u => u.Person == person).Select(u => u.Blob).ToListAsync(stop);
        var touched = await db.Set<AttachedFile>().Where(f => f.Author == person).ExecuteUpdateAsync(set => set.SetProperty(f => f.Author, (PersonId?)null), stop)
            + await db.Set<Upload>().Where(u => u.Person == person).ExecuteDeleteAsync(stop);
        await release.LetGoAsync(sent, stop);
        return touched;
    }

    public async Task<int> RemainingAsync(PersonId person, CancellationToken stop) =>
        await db.Set<AttachedFile>().CountAsync(f => f.Author == person, stop)
        + await db.Set<Upload>().CountAsync(u => u.Person == person, stop);
}
