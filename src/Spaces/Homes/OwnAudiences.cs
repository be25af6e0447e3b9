using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>An audience a person is in by more than being staff, with what the rail and home need to know of it.</summary>
/// <param name="SeenUntil">How far the person has looked; null for never.</param>
/// <param name="Latest">When something last came; null where nothing has.</param>
/// <param name="Unread">What is new to the person, counted up to <see cref="OwnAudiences.MostUnread"/>.</param>
/// <param name="HasMustReads">Whether there are must-reads whose day is ahead or not long past.</param>
/// <param name="Waiting">What waits for the person elsewhere: the same in each row.</param>
internal sealed record OwnAudience(
    AudienceId Id, SpaceId Space, string SpaceName, bool Closed, DateTime? SeenUntil, DateTime? Latest, int Unread, bool HasMustReads, int Waiting)
{
    /// <summary>What came after this is new.</summary>
    public DateTime SeenBy(DateTime now) => SeenUntil ?? now - ReadMarks.Newness;
}

/// <summary>
/// What stands behind every page of a person: asked once a request, by the rail, and used again by home. One seek per audience
/// and question, so it costs what the person has and not what the house has.
/// </summary>
internal sealed class OwnAudiences(TupaDb db, OwnAudienceRows rows, IWaiting elsewhere, TimeProvider clock)
{
    /// <summary>Counting stops here; the badge says 99+.</summary>
    public const int MostUnread = 100;

    /// <summary>How long a must-read stays on top after its day has passed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    private (Actor By, IReadOnlyList<OwnAudience> Found)? _asked;

    public async Task<IReadOnlyList<OwnAudience>> OfAsync(Actor by, CancellationToken stop)
    {
        if (_asked is { } asked && asked.By == by) return asked.Found;
        if (by.Person is not { } me) return [];

        var now = clock.UtcNow();
        var found = await rows.Of.On(db)(db, me, now, now - ReadMarks.Newness, now - Patience).ToListAsync(stop);
        _asked = (by, found);
        return found;
    }

    /// <summary>What waits elsewhere, for one who has no audience to whose row it could be added.</summary>
    public Task<int> WaitingAsync(Actor by, CancellationToken stop) => by.Person is { } me
        ? elsewhere.Rows.In(db, me, clock.UtcNow()).Take(MostUnread).CountAsync(stop)
        : Task.FromResult(0);
}
