using Microsoft.EntityFrameworkCore;

namespace Tupa.Kernel;

/// <summary>
/// The only way to write. The work reads again inside the transaction, decides, changes, and leaves its audit; all of it is
/// durable when the task ends, or none of it happened. Inside a writing, a second one joins the first.
/// </summary>
public sealed class Writing(TupaDb db, IWriteGate gate, IEnumerable<IWritingEnd> ends, WriteHolds holds)
{
    private const string Part = "part";

    private readonly List<Func<Task>> _afterwards = [];
    private bool _inside;

    /// <summary>Runs the work and returns its answer once the commit is durable.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken stop = default)
    {
        if (_inside) return await work();

        T answer = default!;
        await gate.RunAsync(db, async () => answer = await OneAsync(work, stop), stop);

        var afterwards = _afterwards.ToArray();
        _afterwards.Clear();
        foreach (var deed in afterwards) await deed();
        return answer;
    }

    /// <summary>As <see cref="RunAsync{T}"/>; a row that somebody else changed meanwhile is answered with <see cref="Refusal.Clash"/>.</summary>
    public async Task<Refusal?> RunAsync(Func<Task<Refusal?>> work, CancellationToken stop = default)
    {
        try
        {
            return await RunAsync<Refusal?>(work, stop);
        }
        catch (DbUpdateConcurrencyException) when (!_inside)
        {
            return Refusal.Clash;
        }
    }

    /// <summary>Puts down what has been added so far, so that a statement over whole sets sees it. Still the same writing: nothing is kept before its end.</summary>
    public async Task FlushAsync(CancellationToken stop = default)
    {
        if (!_inside) throw new InvalidOperationException("There is nothing to put down outside a writing");
#pragma warning disable RS0030 // Saved into the transaction that RunAsync holds.
        await db.SaveChangesAsync(stop);
#pragma warning restore RS0030
    }

    /// <summary>
    /// Whoever decides about the thing after us waits until we have committed: for what is counted, spent or kept from running out, where two
    /// at once would each read that there is still one. Call it before what is read for the decision; it holds to the end of the writing.
    /// </summary>
    /// <param name="thing">What is decided about: "uploads" and an id.</param>
    public Task InTurnAsync(string thing, CancellationToken stop = default) =>
        _inside ? gate.InTurnAsync(db, thing, stop) : throw new InvalidOperationException("There is no turn to take outside a writing");

    /// <summary>
    /// A part of the writing that may fail by itself: what it did is taken back, and the rest goes on. Returns what stopped it, or null.
    /// A deadlock is no failure of its own and ends the whole writing, which is then tried again.
    /// </summary>
    public async Task<Exception?> ApartAsync(Func<Task> part, CancellationToken stop = default)
    {
        await FlushAsync(stop);
        var transaction = db.Database.CurrentTransaction!;
        var afterwards = _afterwards.Count;
        await transaction.CreateSavepointAsync(Part, stop);
        try
        {
            await part();
            await FlushAsync(stop);
            await transaction.ReleaseSavepointAsync(Part, stop);
            return null;
        }
#pragma warning disable CA1031 // What may fail is whatever the part does; the caller is told.
        catch (Exception failure) when (!gate.IsPassing(failure) && !stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await transaction.RollbackToSavepointAsync(Part, CancellationToken.None);
            db.ChangeTracker.Clear();
            _afterwards.RemoveRange(afterwards, _afterwards.Count - afterwards);
            return failure;
        }
    }

    /// <summary>Something to do once the commit is durable and not before: a live event, an eviction from a cache.</summary>
    public void Afterwards(Func<Task> deed) => _afterwards.Add(deed);

    private async Task<T> OneAsync<T>(Func<Task<T>> work, CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        _inside = true;
        _afterwards.Clear();
        db.ChangeTracker.Clear();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        try
        {
            var answer = await work();
            foreach (var end in ends) await end.BeforeCommitAsync(db, stop);
#pragma warning disable RS0030 // This is the one place that saves.
            await db.SaveChangesAsync(stop);
#pragma warning restore RS0030
            return answer;
        }
        catch
        {
            foreach (var end in ends) end.Forget();
            throw;
        }
        finally
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            _inside = false;
            holds.Note(TimeProvider.System.GetElapsedTime(began));
        }
    }
}
