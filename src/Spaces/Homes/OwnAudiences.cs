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
internal sealed class OwnAudiences(TupaDb db, Audience audience, IWaiting elsewhere, TimeProvider clock)
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
        var unmarked = now - ReadMarks.Newness;
        var overdue = now - Patience;
        var mine = audience.Mine(by);
        var waiting = elsewhere.For(by).Take(MostUnread);
        var found = await (
            from a in db.Set<AudienceRow>().Where(a => mine.Contains(a.Id))
            join s in db.Set<Space>() on a.Space equals s.Id
            join mark in db.Set<ReadMark>().Where(m => m.Person == me) on a.Space equals mark.Space into marks
            from mark in marks.DefaultIfEmpty()
            select new OwnAudience(
                a.Id, s.Id, s.Name, s.ClosedAt != null, (DateTime?)mark.SeenUntil,
                db.Set<Arrival>().Where(r => r.Audience == a.Id && r.At <= now).Max(r => (DateTime?)r.At),
                db.Set<Arrival>()
                    .Where(r => r.Audience == a.Id && r.At > ((DateTime?)mark.SeenUntil ?? unmarked) && r.At <= now && now < r.UntilUtc && r.Author != me)
                    .Take(MostUnread).Count(),
                db.Set<Arrival>().Any(r => r.Audience == a.Id && r.MustReadUntil != null && r.MustReadUntil > overdue),
                waiting.Count()))
            .ToListAsync(stop);
        _asked = (by, found);
        return found;
    }
}
