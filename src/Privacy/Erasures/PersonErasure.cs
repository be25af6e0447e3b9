using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Privacy;

/// <summary>How it went with one person.</summary>
internal enum ErasureOutcome
{
    /// <summary>Gone from every room.</summary>
    Whole,

    /// <summary>A room failed; what remains is in a task.</summary>
    Partly,

    /// <summary>No longer due: came back, is held, or is gone already.</summary>
    NotNow,
}

/// <summary>
/// Erases one person in one writing: every room by itself, so that one that fails does not stop the others, and the register only
/// once all have let go. The entry in the ledger is durable before the commit is.
/// </summary>
internal sealed class PersonErasure(
    TupaDb db, Writing writing, ErasureRooms rooms, Leavers leavers, CardErasure cards, Ledger ledger, EraseBy rule, TimeProvider clock)
{
    /// <param name="run">Counts what was touched, in the same writing.</param>
    /// <param name="asked">Whether the clock and holds are asked once more: not for those whom the ledger names.</param>
    public Task<ErasureOutcome> EraseAsync(Leaver leaver, ErasureId run, bool asked, CancellationToken stop) => writing.RunAsync(async () =>
    {
        if (asked && !await IsDueAsync(leaver, stop)) return ErasureOutcome.NotNow;

        var formerly = leaver.What == Ended.Use ? await leavers.FormerlyAsync(leaver.Person, stop) : [];
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var failures = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (leaver.What == Ended.Use)
        {
            foreach (var (name, room) in rooms.BeforeTheLast) await ApartAsync(name, () => room.EraseAsync(leaver.Person, stop), rows, failures, stop);
            if (failures.Count == 0) await ApartAsync(rooms.Last.Name, () => rooms.Last.Room.EraseAsync(leaver.Person, stop), rows, failures, stop);
        }
        else
        {
            var card = leaver.What == Ended.CardA ? Card.A : Card.B;
            await ApartAsync(rooms.Last.Name, () => cards.EraseAsync(leaver.Person, card, rule.EndedBy(clock.Today()), stop), rows, failures, stop);
            if (failures.Count == 0) await db.Set<ErasureTask>().Where(t => t.Person == leaver.Person && t.What == leaver.What).ExecuteDeleteAsync(stop);
        }

        if (failures.Count > 0) await NoteAsync(leaver, run, failures, stop);
        await CountAsync(run, leaver, rows, whole: failures.Count == 0, stop);
        if (failures.Count > 0) return ErasureOutcome.Partly;

        if (leaver.What == Ended.Use)
        {
            // Whoever was joined into the person stands in older backups by themself.
            foreach (var gone in formerly) ledger.Append(gone, clock.Today());
            var (noted, number) = ledger.Append(leaver.Person, clock.Today());
            await LedgerMark.MoveAsync(db, noted, number, stop);
        }

        return ErasureOutcome.Whole;
    }, stop);

    private async Task ApartAsync(
        string room, Func<Task<int>> erase, SortedDictionary<string, int> rows, SortedDictionary<string, string> failures, CancellationToken stop)
    {
        var touched = 0;
        if (await writing.ApartAsync(async () => touched = await erase(), stop) is { } failure) failures[room] = failure.GetType().Name;
        else if (touched > 0) rows[room] = touched;
    }

    private Task<bool> IsDueAsync(Leaver leaver, CancellationToken stop)
    {
        var held = LegalHold.At(db, clock.UtcNow());
        return leavers.EndedBy(rule.EndedBy(clock.Today()))
            .AnyAsync(l => l.Person == leaver.Person && l.What == leaver.What && !held.Contains(l.Person), stop);
    }

    private async Task NoteAsync(Leaver leaver, ErasureId run, SortedDictionary<string, string> failures, CancellationToken stop)
    {
        var task = await db.Set<ErasureTask>().FirstOrDefaultAsync(t => t.Person == leaver.Person && t.What == leaver.What, stop);
        if (task is null)
        {
            task = new() { Person = leaver.Person, What = leaver.What, Since = clock.UtcNow(), TriedAt = default, Run = run, Rooms = "", Failures = "" };
            db.Add(task);
        }

        (task.TriedAt, task.Run, task.Tries) = (clock.UtcNow(), run, task.Tries + 1);
        (task.Rooms, task.Failures) = (string.Join(", ", failures.Keys), Cut(string.Join(", ", failures.Values.Distinct(StringComparer.Ordinal))));
    }

    private async Task CountAsync(ErasureId run, Leaver leaver, SortedDictionary<string, int> rows, bool whole, CancellationToken stop)
    {
        var erasure = await db.Set<Erasure>().SingleAsync(e => e.Id == run, stop);
        erasure.Add(rows);
        erasure.TouchedAt = clock.UtcNow();
        if (whole && leaver.What == Ended.Use) erasure.People++;
        else if (whole) erasure.Cards++;
    }

    private static string Cut(string text) => text.Length <= ErasureTask.Longest ? text : text[..ErasureTask.Longest];
}
