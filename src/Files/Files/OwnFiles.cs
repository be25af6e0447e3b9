using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Files;

/// <summary>
/// What a person has attached, for the take-away package: bytes go there by the audience function as they do everywhere, so what lies in
/// a space that the person is no longer in stays there. Uploads that wait for a place are the sender's alone.
/// </summary>
internal sealed class OwnFiles(TupaDb db, Audience audience, Delivery delivery) : IPersonalFiles
{
    private const int AtOnce = 200;

    public async IAsyncEnumerable<PersonalFile> OfAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        var visible = audience.Visible(Actor.Of(person));
        var attached = db.Set<AttachedFile>().Where(f => f.Author == person && visible.Contains(f.Audience)).Select(f => new Own { Id = f.Id, Blob = f.Blob, Name = f.Name });
        var waiting = db.Set<Upload>().Where(u => u.Person == person).Select(u => new Own { Id = u.Id, Blob = u.Blob, Name = u.Name });
        foreach (var files in new[] { attached, waiting })
        {
            FileId? last = null;
            while (true)
            {
                var after = last is { } id ? files.Where(f => f.Id.CompareTo(id) > 0) : files;
                var some = await after.Join(delivery.Whole(), f => f.Blob, r => r.Blob, (f, r) => new { f.Id, f.Name, Rendition = r }).OrderBy(f => f.Id).Take(AtOnce).ToListAsync(stop);
                foreach (var file in some) yield return new(file.Name, file.Rendition);
                if (some.Count < AtOnce) break;
                last = some[^1].Id;
            }
        }
    }

    private sealed class Own
    {
        public required FileId Id { get; init; }
        public required BlobId Blob { get; init; }
        public required string Name { get; init; }
    }
}
