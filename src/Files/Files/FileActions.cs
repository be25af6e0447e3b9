using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Files;

/// <summary>What the rooms that own files do with them, inside their own writings.</summary>
public sealed class FileActions(TupaDb db, Writing writing, AuditLog audit, TimeProvider clock)
{
    /// <summary>As many as one thing may have.</summary>
    public const int MostOfOne = 30;

    /// <summary>
    /// Makes these the files of the thing, in this order: own uploads are attached, what is attached already keeps its place or
    /// gets a new one, what is not named is taken away. Whether the actor may write to the thing, the caller has asked.
    /// </summary>
    public Task<Refusal?> AttachAsync(
        Guid owner, IReadOnlyList<FileInput> files, AudienceId audience, SpaceId space,
        DateTime visibleFrom, DateTime visibleUntil, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (files.Count > MostOfOne) return new Refusal(FileText.TooMany(MostOfOne));
        if (files.Any(f => f.Alt.Length > AttachedFile.LongestAlt)) return new Refusal(FileText.AltTooLong);

        var attached = await db.Set<AttachedFile>().Where(f => f.Owner == owner).ToDictionaryAsync(f => f.Id, stop);
        var wanted = files.Select(f => f.Upload).ToList();
        var me = by.Person ?? new PersonId(Guid.Empty);
        var uploads = await db.Set<Upload>().Where(u => u.Person == me && wanted.Contains(u.Id)).ToDictionaryAsync(u => u.Id, stop);
        if (wanted.Any(id => !attached.ContainsKey(id) && !uploads.ContainsKey(id))) return new Refusal(FileText.UploadGone);

        foreach (var gone in attached.Values.Where(f => !wanted.Contains(f.Id))) db.Remove(gone);
        for (var i = 0; i < files.Count; i++)
        {
            if (!attached.TryGetValue(files[i].Upload, out var file))
            {
                var upload = uploads[files[i].Upload];
                file = new AttachedFile
                {
                    Id = upload.Id,
                    Blob = upload.Blob,
                    Owner = owner,
                    Audience = audience,
                    Space = space,
                    Author = me,
                    Name = upload.Name,
                    Alt = "",
                    Ordinal = i,
                    VisibleFrom = visibleFrom,
                    VisibleUntil = visibleUntil,
                };
                db.Add(file);
                db.Remove(upload);
            }

            (file.Alt, file.Ordinal, file.Audience, file.VisibleFrom, file.VisibleUntil) = (files[i].Alt, i, audience, visibleFrom, visibleUntil);
        }

        if (uploads.Count > 0) audit.Write(by, "files.file.attached", owner, space: space.Value, count: uploads.Count);
        return null;
    }, stop);

    /// <summary>The thing is gone, and its files with it; their bytes follow within the hour.</summary>
    public Task<int> RemoveOfAsync(Guid owner, CancellationToken stop = default) => writing.RunAsync(
        () => db.Set<AttachedFile>().Where(f => f.Owner == owner).ExecuteDeleteAsync(stop), stop);

    /// <summary>The thing has another audience from now on, and so have its files.</summary>
    public Task<int> MoveAudienceAsync(Guid owner, AudienceId audience, CancellationToken stop = default) => writing.RunAsync(
        () => db.Set<AttachedFile>().Where(f => f.Owner == owner).ExecuteUpdateAsync(set => set.SetProperty(f => f.Audience, audience), stop), stop);

    /// <summary>The thing is published, scheduled or expires: its files are seen from and until the same instants.</summary>
    public Task<int> ShowFromAsync(Guid owner, DateTime from, DateTime until, CancellationToken stop = default) => writing.RunAsync(
        () => db.Set<AttachedFile>().Where(f => f.Owner == owner)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.VisibleFrom, from).SetProperty(f => f.VisibleUntil, until), stop), stop);

    /// <summary>An upload is written down once its bytes are durable; refused when too much waits already.</summary>
    internal Task<(FileId? Id, Refusal? Refusal)> ReceiveAsync(
        Blobs.Receiving receiving, Blobs.Received received, string name, Actor by, CancellationToken stop) => writing.RunAsync<(FileId?, Refusal?)>(async () =>
    {
        var me = by.Person!.Value;
        await writing.InTurnAsync($"uploads {me}", stop);
        var waiting = await db.Set<Upload>().Where(u => u.Person == me)
            .Join(db.Set<Blobs.Blob>(), u => u.Blob, b => b.Id, (u, b) => b.Bytes).ToListAsync(stop);
        if (waiting.Count >= Upload.MostWaiting || waiting.Sum() + received.Bytes > Upload.MostBytes)
            return (null, audit.Refused(by, "files.upload.receive", null, FileText.TooMuchWaiting));

        var upload = new Upload
        {
            Id = FileId.New(),
            Blob = await receiving.AddAsync(received, stop),
            Person = me,
            Name = name,
            At = clock.UtcNow(),
        };
        db.Add(upload);
        audit.Write(by, "files.upload.received", upload.Id.Value);
        return (upload.Id, null);
    }, stop);
}
