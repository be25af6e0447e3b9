using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What became of one thing a directory asked for.</summary>
/// <param name="Resource">As it is now; null where it is gone, or nothing was done.</param>
internal sealed record ScimOutcome(JsonObject? Resource, ScimError? Error = null)
{
    public static ScimOutcome No(ScimError error) => new(null, error);
}

/// <summary>Makes, changes and ends users at the word of the directory. The access they have follows from the assignment behind each.</summary>
internal sealed class ScimUserActions(
    TupaDb db, Writing writing, AuditLog audit, ScimUserQueries users, ScimArrivals arrivals, ScimMatching matching, ScimCards cards, ScimPlacing places, ScimEnds ends,
    SourceCuts cuts, IBulk bulk, TimeProvider clock)
{
    /// <summary>How many are made in one writing, so that none holds the database for long.</summary>
    public const int MostAtOnce = 25;

    public static readonly Actor By = Actor.House("register.scim");

    /// <summary>Makes users, or lets those return whom the directory had deleted; in order, all of a set in one writing.</summary>
    /// <param name="said">What was read; what could not be read is refused in its turn.</param>
    /// <param name="mostErrors">After so many nothing more is done; what was not done is null.</param>
    public async Task<IReadOnlyList<ScimOutcome?>> MakeAsync(IReadOnlyList<(ScimUser? User, ScimError? Error)> said, int mostErrors, string root, CancellationToken stop)
    {
        try
        {
            return await writing.RunAsync(() => arrivals.MakeAsync(said, mostErrors, root, stop), stop);
        }
        catch (DbUpdateException)
        {
            // Another request took one of the keys between the look and the commit.
            if (said.Count == 1) return [ScimOutcome.No(ScimError.Taken(ScimText.UserNameTaken))];
        }

        return await EachAsync(said, mostErrors, root, stop);
    }

    /// <summary>Changes a user into what the caller makes of what stands; read and written in one transaction.</summary>
    /// <param name="ifMatch">The entity tags of which one must stand; null for any.</param>
    public async Task<ScimOutcome> ChangeAsync(SourceRecordId id, string? ifMatch, Func<JsonObject, (ScimUser? User, ScimError? Error)> change, string root, CancellationToken stop)
    {
        try
        {
            return await writing.RunAsync(async () =>
            {
                if (await users.FindAsync(id, root, stop) is not { } stands) return ScimOutcome.No(ScimError.Absent);
                if (!ScimTags.Match(ifMatch, ScimJson.Version(stands))) return ScimOutcome.No(ScimError.Changed);

                var (said, error) = change(stands);
                return said is null ? ScimOutcome.No(error!) : await WriteAsync(id, said, root, stop);
            }, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ScimOutcome.No(ScimError.Changed);
        }
        catch (DbUpdateException)
        {
            return ScimOutcome.No(ScimError.Taken(ScimText.UserNameTaken));
        }
    }

    /// <summary>Ends everything the record keeps up, or lets the end wait where too many have gone (<see cref="ScimEnds"/>); for the directory the user is gone either way.</summary>
    public Task<ScimOutcome> EndAsync(SourceRecordId id, string? ifMatch, CancellationToken stop) => writing.RunAsync(async () =>
    {
        if (await users.FindAsync(id, "", stop) is not { } stands) return ScimOutcome.No(ScimError.Absent);
        if (!ScimTags.Match(ifMatch, ScimJson.Version(stands))) return ScimOutcome.No(ScimError.Changed);

        await ends.EndAsync(id, By, stop);
        return new ScimOutcome(null);
    }, stop);

    private async Task<ScimOutcome> WriteAsync(SourceRecordId id, ScimUser said, string root, CancellationToken stop)
    {
        var record = await db.Set<SourceRecord>().AsNoTracking().SingleAsync(r => r.Id == id, stop);
        var own = await db.Set<ScimUserRecord>().SingleAsync(u => u.Record == id, stop);
        var digest = Digest(said);
        if (record.Said is { } before && digest.AsSpan().SequenceEqual(before)) return await NowAsync(id, said, root, stop);

        var person = record.Person!.Value;
        if (await TakenAsync(id, person, own, said, stop) is { } error) return ScimOutcome.No(error);

        var batch = Guid.CreateVersion7();
        var key = said.ExternalId ?? id.ToString();
        await db.Set<SourceRecord>().Where(r => r.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Key, key).SetProperty(r => r.LastBatch, (Guid?)batch).SetProperty(r => r.Said, digest), stop);
        arrivals.Put(own, said);
        var set = new[] { new ScimSaid(person, id, said) };
        await cards.WriteAsync(set, await places.CityAsync(stop), batch, stop);
        await new PersonNaming(db, writing, bulk, clock).RewriteAsync([person], stop);
        await places.PlaceAsync(set, By, stop);
        audit.Write(By, "register.scim.user.changed", id.Value, person);
        return await NowAsync(id, said, root, stop);
    }

    /// <summary>Sign-in as the directory says; then what stands.</summary>
    private async Task<ScimOutcome> NowAsync(SourceRecordId id, ScimUser said, string root, CancellationToken stop)
    {
        var turned = said.Active switch
        {
            false => await cuts.CutAsync([id], By, stop),
            true => await cuts.RestoreAsync([id], By, stop),
            null => 0,
        };
        if (turned > 0)
        {
            var now = clock.UtcNow();
            await writing.FlushAsync(stop);
            await db.Set<ScimUserRecord>().Where(u => u.Record == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.ChangedAt, now), stop);
        }

        await writing.FlushAsync(stop);
        return new((await users.FindAsync(id, root, stop))!);
    }

    /// <summary>A key that is changed must be nobody else's.</summary>
    private async Task<ScimError?> TakenAsync(SourceRecordId id, PersonId person, ScimUserRecord own, ScimUser said, CancellationToken stop)
    {
        if (said.ExternalId is { } key && key != own.ExternalId && await db.Set<SourceRecord>().AnyAsync(r => r.Source == Source.Scim && r.Feed == "" && r.Key == key && r.Id != id, stop))
            return ScimError.Taken(ScimText.KeyTaken);
        if (said.Folded == own.UserName) return null;

        var asked = said with { Email = null };
        var found = (await matching.OfAsync([asked], stop))[asked];
        return found.Person is { } other && (other != person || !found.Alone) ? ScimError.Taken(ScimText.UserNameTaken) : null;
    }

    private async Task<IReadOnlyList<ScimOutcome?>> EachAsync(IReadOnlyList<(ScimUser? User, ScimError? Error)> said, int mostErrors, string root, CancellationToken stop)
    {
        var outcomes = new List<ScimOutcome?>(said.Count);
        foreach (var one in said) outcomes.Add(outcomes.Count(o => o?.Error is not null) >= mostErrors ? null : (await MakeAsync([one], 1, root, stop))[0]);
        return outcomes;
    }

    /// <summary>Of all that is stored of it but active, which may be said without the rest.</summary>
    public static byte[] Digest(ScimUser user) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(user with { Active = null }));
}
