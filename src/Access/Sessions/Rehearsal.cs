using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>
/// As soon as the doors are open the house answers a request that nobody has sent, so that the first who does need not wait while
/// everything is done for the first time. Somebody must be thought of as its reader: one who has signed in lately, or anyone who
/// could. Nothing of it is written down, and what was drawn goes nowhere.
/// </summary>
public sealed class Rehearsal
{
    private readonly TupaDb _db;
    private readonly DoorQueries _door;
    private readonly Visitor _visitor;
    private readonly WhoAsks _asks;
    private readonly Whence _whence;
    private readonly TimeProvider _clock;

    internal Rehearsal(TupaDb db, DoorQueries door, Visitor visitor, WhoAsks asks, Whence whence, TimeProvider clock) =>
        (_db, _door, _visitor, _asks, _whence, _clock) = (db, door, visitor, asks, whence, clock);

    /// <summary>Puts somebody into this scope; false where nobody could sign in.</summary>
    public async Task<bool> EnterAsync(CancellationToken stop)
    {
        var now = _clock.UtcNow();
        var latest = await _db.Set<Session>().OrderByDescending(s => s.Id).Select(s => new { s.Person, s.TokenHash }).FirstOrDefaultAsync(stop);
        var somebody = latest?.Person ?? await _db.Set<Account>().OrderBy(a => a.Person).Select(a => (PersonId?)a.Person).FirstOrDefaultAsync(stop);

        // The door is asked as it will be, with a row to read; what it says of a session that may be long over is of no matter.
        await _door.SessionAsync(latest?.TokenHash ?? new byte[32]);
        if (somebody is null || await PersonAtDoor.At.In(_db, now, Helsinki.Day(now)).FirstOrDefaultAsync(p => p.Person == somebody.Value && p.Live, stop) is not { } standing) return false;

        _visitor.Enter(new SessionRow
        {
            Session = new(Guid.Empty),
            Standing = standing,
            SeenAt = now,
            Shared = false,
            Pending = false,
            HasFactor = true,
            Notice = true,
            Pledge = true,
        });
        _asks.Is(standing);
        _whence.Rehearses();
        return true;
    }
}
