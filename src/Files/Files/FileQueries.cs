using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Files;

/// <summary>The files of things, for those who may see them.</summary>
public sealed class FileQueries(TupaDb db, Audience audience, SpaceAccess spaces, SpaceNames places, Delivery delivery, ViewNotes views, TimeProvider clock)
{
    private static readonly Part<Func<TupaDb, IQueryable<AttachedFile>, IQueryable<FoundFile>>> Found = new((db, files) =>
        files.Join(db.Set<Blob>(), f => f.Blob, b => b.Id, (f, b) => new FoundFile { File = f, Blob = b, Owner = f.Owner }));

    /// <summary>As <see cref="FoundInSight"/>, for statements that are compiled.</summary>
    public static readonly Part<Func<TupaDb, List<Guid>, PersonId, DateTime, IQueryable<FoundFile>>> InSight = new((db, owners, me, now) => Found.In(db, db
        .Set<AttachedFile>()
        .Where(f => owners.Contains(f.Owner) && f.VisibleFrom <= now && now < f.VisibleUntil && Audience.VisibleTo.In(db, me, now).Contains(f.Audience))));

    /// <summary>The files of these things that the actor reads now; one statement. What is not in its time has none here: lists show what is in sight.</summary>
    public async Task<ILookup<Guid, FileRow>> OfAsync(IReadOnlyCollection<Guid> owners, Actor by, CancellationToken stop = default) => owners.Count == 0
        ? Enumerable.Empty<FileRow>().ToLookup(f => f.Owner)
        : Rows(await FoundInSight(owners, by).ToListAsync(stop), by).ToLookup(f => f.Owner);

    /// <summary>As <see cref="OfAsync"/>, to be read within the statement that reads their owners; <see cref="Rows"/> then says what they are.</summary>
    public IQueryable<FoundFile> FoundInSight(IReadOnlyCollection<Guid> owners, Actor by) =>
        InSight.In(db, [.. owners], by.Person ?? new PersonId(Guid.Empty), clock.UtcNow());

    /// <summary>All files of one thing that the caller opens for the actor, also before its time, after it, and while it is hidden: a form that lacked one would take it away.</summary>
    public IQueryable<FoundFile> FoundOpen(Guid owner, Actor by)
    {
        var visible = audience.Visible(by);
        return Found.In(db, db.Set<AttachedFile>().Where(f => f.Owner == owner && visible.Contains(f.Audience)));
    }

    /// <summary>Files as pages show them, in their order.</summary>
    public IReadOnlyList<FileRow> Rows(IEnumerable<FoundFile> found, Actor by) =>
        [.. found.OrderBy(x => x.File.Ordinal).ThenBy(x => x.File.Id)
            .Select(x => Row(x.File.Id, x.File.Owner, x.File.Name, x.File.Alt, x.Blob, by.Person is not null && x.File.Author == by.Person))];

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

    /// <summary>One rendition of one file, if this actor may have it now; one statement, whatever the answer, and the note that somebody has looked where its space is confidential.</summary>
    internal async Task<Delivered?> DeliveredAsync(FileId id, string rendition, Actor by, CancellationToken stop)
    {
        var me = by.Person ?? new PersonId(Guid.Empty);
        var attached = Open(by).Where(f => f.Id == id).Select(f => new { f.Blob, f.Name });
        var own = db.Set<Upload>().Where(u => u.Id == id && u.Person == me).Select(u => new { u.Blob, u.Name });
        var confidential = db.Set<AttachedFile>().Where(f => f.Id == id).Join(places.All.Where(s => s.Confidential), f => f.Space, s => s.Id, (f, s) => s.Id);
        var found = await attached.Concat(own)
            .Join(delivery.Deliverable(), f => f.Blob, r => r.Blob, (f, r) => new { f.Name, Rendition = r })
            .Where(x => x.Rendition.Name == rendition)
            .Select(x => new { x.Name, x.Rendition, Space = confidential.Select(s => (SpaceId?)s).FirstOrDefault() })
            .FirstOrDefaultAsync(stop);
        if (found?.Space is { } space) await views.NoteAsync(by, "files.file.viewed", id.Value, space: space.Value, stop: stop);
        return found is null ? null : new(found.Name, found.Rendition);
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

/// <summary>A file that was found beside the thing it is attached to.</summary>
public sealed class FoundFile
{
    /// <summary>Null where it stands in a row of a thing that has none.</summary>
    public required Guid? Owner { get; init; }
    internal AttachedFile File { get; init; } = null!;
    internal Blob Blob { get; init; } = null!;
}

/// <summary>Bytes that may be handed on, and what they are called.</summary>
internal sealed record Delivered(string Name, Rendition Rendition);
