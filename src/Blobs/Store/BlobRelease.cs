using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>Lets go of blobs at once, where the sweep would within hours: for the picture and the uploads of a person who is erased.</summary>
public sealed class BlobRelease
{
    private readonly TupaDb _db;
    private readonly IEnumerable<IBlobUse> _uses;
    private readonly BlobBytes _bytes;

    internal BlobRelease(TupaDb db, IEnumerable<IBlobUse> uses, BlobBytes bytes) => (_db, _uses, _bytes) = (db, uses, bytes);

    /// <summary>Inside a writing, after the rows that pointed at them are gone: those that nothing else points at go, and their bytes after the commit.</summary>
    public async Task<int> LetGoAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken stop)
    {
        if (blobs.Count == 0) return 0;

        var unused = _db.Set<Blob>().Where(b => blobs.Contains(b.Id));
        foreach (var use in _uses)
        {
            var used = use.Used(_db);
            unused = unused.Where(b => !used.Contains(b.Id));
        }

        var going = await unused.AsNoTracking().ToListAsync(stop);
        return going.Count == 0 ? 0 : await _bytes.LetGoAsync(going, stop);
    }
}
