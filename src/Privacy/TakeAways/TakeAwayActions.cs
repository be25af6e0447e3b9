using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>Orders a package of one's own data, lets go of it, and notes that it was fetched.</summary>
internal sealed class TakeAwayActions(TupaDb db, Writing writing, TakeAwayRemoval removal, TakeAwayFolder folder, AuditLog audit, JobBell bell, TimeProvider clock)
{
    /// <summary>One at a time. Sent twice it is ordered once.</summary>
    public Task<Refusal?> OrderAsync(TakeAwayId id, Actor by, CancellationToken stop = default) => OrderAsync(id, Language.Current, by, stop);

    // The language is the request's, and a writing that is shared with others is not in the request.
    private Task<Refusal?> OrderAsync(TakeAwayId id, string language, Actor by, CancellationToken stop) => writing.RunAsync(async () =>
    {
        if (by.Person is not { } me) return audit.Refused(by, "privacy.take-away.order", null, Refusal.Absent);

        await writing.InTurnAsync($"take-away {me}", stop);
        var now = clock.UtcNow();
        var last = await db.Set<TakeAway>().FirstOrDefaultAsync(t => t.Person == me, stop);
        if (last?.Id == id) return null;
        if (last is not null && Why(last, now) is { } why) return audit.Refused(by, "privacy.take-away.order", null, why);
        if (await db.Set<TakeAway>().AnyAsync(t => t.Id == id, stop)) return audit.Refused(by, "privacy.take-away.order", null, Refusal.Absent);

        if (last is not null)
        {
            db.Entry(last).State = EntityState.Detached;
            await removal.LetGoAsync(db.Set<TakeAway>().Where(t => t.Person == me), stop);
        }

        db.Add(new TakeAway { Id = id, Person = me, Language = language, OrderedAt = now });
        audit.Write(by, "privacy.take-away.ordered", id.Value, me);
        writing.Afterwards(() =>
        {
            bell.Ring<TakeAwayMaking>();
            return Task.CompletedTask;
        });
        return null;
    }, stop);

    /// <summary>The package goes before its day.</summary>
    public Task<Refusal?> RemoveAsync(TakeAwayId id, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var gone = by.Person is { } me ? await removal.LetGoAsync(db.Set<TakeAway>().Where(t => t.Id == id && t.Person == me), stop) : 0;
        if (gone == 0) return audit.Refused(by, "privacy.take-away.remove", null, Refusal.Absent);

        audit.Write(by, "privacy.take-away.removed", id.Value, by.Person);
        return null;
    }, stop);

    /// <summary>Before the first byte is sent: that it was fetched, when, and by whom.</summary>
    public Task<bool> FetchedAsync(TakeAwayId id, Actor by, CancellationToken stop) => writing.RunAsync(() =>
    {
        audit.Write(by, "privacy.take-away.fetched", id.Value, by.Person);
        return Task.FromResult(true);
    }, stop);

    private Text? Why(TakeAway last, DateTime now) => last.State switch
    {
        TakeAwayState.Waiting or TakeAwayState.Making => TakeAwayText.IsBeingMade,
        TakeAwayState.Ready when now < last.OrderedAt + TakeAway.Pause && File.Exists(folder.FileOf(last.Id)) => TakeAwayText.TooSoon,
        TakeAwayState.Ready or TakeAwayState.Failed => null,
    };
}
