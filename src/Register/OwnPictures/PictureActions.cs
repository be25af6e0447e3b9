using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Sets and removes one's own picture; nobody else's.</summary>
public sealed class PictureActions(TupaDb db, Writing writing, Receiving receiving, AuditLog audit, TimeProvider clock)
{
    /// <summary>Takes the picture in as it streams. It is shown when it has been checked and made ready.</summary>
    public async Task<Refusal?> SetAsync(Stream body, string name, PersonId person, CancellationToken stop = default)
    {
        var by = Actor.Of(person);
        var (received, refusal) = await receiving.ReceiveAsync(body, name, stop);
        if (received is null) return refusal;
        if (received.Kind != MediaKind.Picture)
        {
            receiving.Forget(received);
            return new(PictureText.NotAPicture);
        }

        return await writing.RunAsync(async () =>
        {
            var blob = await receiving.AddAsync(received, stop);
            var picture = await db.Set<Picture>().SingleOrDefaultAsync(p => p.Person == person, stop);
            var key = Guid.CreateVersion7();
            if (picture is null) db.Add(new Picture { Person = person, Blob = blob, Key = key, SetAt = clock.UtcNow() });
            else (picture.Blob, picture.Key, picture.SetAt) = (blob, key, clock.UtcNow());
            audit.Write(by, "register.picture.set", person.Value, person);
            return (Refusal?)null;
        }, stop);
    }

    /// <summary>Gone everywhere at once; safe to repeat.</summary>
    public Task<Refusal?> RemoveAsync(PersonId person, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (await db.Set<Picture>().Where(p => p.Person == person).ExecuteDeleteAsync(stop) > 0)
            audit.Write(Actor.Of(person), "register.picture.removed", person.Value, person);
        return (Refusal?)null;
    }, stop);
}
