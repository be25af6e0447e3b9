using Microsoft.EntityFrameworkCore;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Files;

/// <summary>The files of things, for those who may see them.</summary>
public sealed class FileQueries(TupaDb db, Audience audience, SpaceAccess spaces, Delivery delivery, TimeProvider clock)
{
    /// <summary>The files of these things that the actor reads now, in their order; one statement. What is not in its time has none here: lists show what is in sight.</summary>
    public async Task<ILookup<Guid, FileRow>> OfAsync(IReadOnlyCollection<Guid> owners, Actor by, CancellationToken stop = default) => owners.Count == 0
        ? Enumerable.Empty<FileRow>().ToLookup(f => f.Owner)
        : (await RowsAsync(InSight(by).Where(f => owners.Contains(f.Owner)), by, stop)).ToLookup(f => f.Owner);

    /// <summary>All files of one thing that the caller has opened for the actor, also before its time, after it, and while it is hidden: a form that lacked one would take it away.</summary>
    public Task<IReadOnlyList<FileRow>> OfOpenAsync(Guid owner, Actor by, CancellationToken stop = default)
    {
        var visible = audience.Visible(by);
        return RowsAsync(db.Set<AttachedFile>().Where(f => f.Owner == owner && visible.Contains(f.Audience)), by, stop);
    }

    /// <summary>What the person has sent and not attached, of these ids, in the order given: the composer shows them again after a refusal.</summary>
    public async Task<IReadOnlyList<FileRow>> UploadsAsync(IReadOnlyCollection<FileId> ids, Actor by, CancellationToken stop = default)
    {
        if (by.Person is not { } me || ids.Count == 0) return [];

        var found = await db.Set<Upload>()
            .Where(u => u.Person == me && ids.Contains(u.Id))
            .Join(db.Set<Blob>(), u => u.Blob, b => b.Id, (u, b) => new { Upload = u, Blob = b })
            .ToListAsync(stop);
        var order = ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        return [.. found.OrderBy(x => order[x.Upload.Id]).Select(x => Row(x.Upload.Id, Guid.Empty, x.Upload.Name, "", x.Blob, mine: true))];
    }

    /// <summary>One rendition of one file, if this actor may have it now; one statement, whatever the answer.</summary>
    internal Task<Delivered?> DeliveredAsync(FileId id, string rendition, Actor by, CancellationToken stop)
    {
        var me = by.Person ?? new PersonId(Guid.Empty);
        var attached = Open(by).Where(f => f.Id == id).Select(f => new { f.Blob, f.Name });
        var own = db.Set<Upload>().Where(u => u.Id == id && u.Person == me).Select(u => new { u.Blob, u.Name });
        return attached.Concat(own)
            .Join(delivery.Deliverable(), f => f.Blob, r => r.Blob, (f, r) => new { f.Name, Rendition = r })
            .Where(x => x.Rendition.Name == rendition)
            .Select(x => new Delivered(x.Name, x.Rendition))
            .FirstOrDefaultAsync(stop);
    }

    private async Task<IReadOnlyList<FileRow>> RowsAsync(IQueryable<AttachedFile> files, Actor by, CancellationToken stop)
    {
        var me = by.Person ?? new PersonId(Guid.Empty);
        var found = await files
            .Join(db.Set<Blob>(), f => f.Blob, b => b.Id, (f, b) => new { File = f, Blob = b })
            .OrderBy(x => x.File.Owner).ThenBy(x => x.File.Ordinal).ThenBy(x => x.File.Id)
            .ToListAsync(stop);
        return [.. found.Select(x => Row(x.File.Id, x.File.Owner, x.File.Name, x.File.Alt, x.Blob, x.File.Author == me))];
    }

    private IQueryable<AttachedFile> InSight(Actor by)
    {
        var now = clock.UtcNow();
        var visible = audience.Visible(by);
        return db.Set<AttachedFile>().Where(f => f.VisibleFrom <= now && now < f.VisibleUntil && visible.Contains(f.Audience));
    }

    /// <summary>As the thing itself: within its audience by its readers in its time, at any time by its author and by those who look after its space.</summary>
    private IQueryable<AttachedFile> Open(Actor by)
    {
        var now = clock.UtcNow();
        var me = by.Person ?? new PersonId(Guid.Empty);
        var visible = audience.Visible(by);
        var kept = spaces.LookedAfter(by);
        return db.Set<AttachedFile>().Where(f => visible.Contains(f.Audience)
            && ((f.VisibleFrom <= now && now < f.VisibleUntil) || f.Author == me || kept.Contains(f.Space)));
    }

    private FileRow Row(FileId id, Guid owner, string name, string alt, Blob blob, bool mine) => new(
        id, owner, blob.Kind, blob.Type, name, alt, State(blob), blob.State == BlobState.Clean, mine,
        blob.Width, blob.Height, blob.Seconds, blob.Bytes, blob.Peaks, blob.Reason, blob.Signature);

    private FileState State(Blob blob) => blob switch
    {
        { State: BlobState.Infected or BlobState.Unscannable } or { Media: MediaState.Failed } => FileState.Blocked,
        _ when !delivery.Allows(blob.State) => FileState.Checking,
        { Media: MediaState.Ready } => FileState.Ready,
        _ => FileState.Preparing,
    };
}

/// <summary>Bytes that may be handed on, and what they are called.</summary>
internal sealed record Delivered(string Name, Rendition Rendition);
