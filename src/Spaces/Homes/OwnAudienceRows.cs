using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>The statement behind every page: a person's own audiences, with what waits elsewhere taken in. Compiled once.</summary>
internal sealed class OwnAudienceRows(IWaiting elsewhere)
{
    /// <summary>Given: the person, now, since when something is new that was never looked at, since when a must-read is too late to stay on top.</summary>
    public Compiled<Func<TupaDb, PersonId, DateTime, DateTime, DateTime, IAsyncEnumerable<OwnAudience>>> Of { get; } = With(elsewhere.Rows);

    private static Compiled<Func<TupaDb, PersonId, DateTime, DateTime, DateTime, IAsyncEnumerable<OwnAudience>>> With(
        Part<Func<TupaDb, PersonId, DateTime, IQueryable<DateTime>>> waiting) =>
        Compiled.Rows<PersonId, DateTime, DateTime, DateTime, OwnAudience>((db, me, now, unmarked, overdue) =>
            from a in Audience.OwnOf.In(db, me, now)
            join s in db.Set<Space>() on a.Space equals s.Id
            join mark in db.Set<ReadMark>().Where(m => m.Person == me) on a.Space equals mark.Space into marks
            from mark in marks.DefaultIfEmpty()
            select new OwnAudience(
                a.Id, s.Id, s.Name, s.ClosedAt != null, (DateTime?)mark.SeenUntil,
                db.Set<Arrival>().Where(r => r.Audience == a.Id && r.At <= now).Max(r => (DateTime?)r.At),
                db.Set<Arrival>()
                    .Where(r => r.Audience == a.Id && r.At > ((DateTime?)mark.SeenUntil ?? unmarked) && r.At <= now && now < r.UntilUtc && r.Author != me)
                    .Take(OwnAudiences.MostUnread).Count(),
                db.Set<Arrival>().Any(r => r.Audience == a.Id && r.MustReadUntil != null && r.MustReadUntil > overdue),
                waiting.In(db, me, now).Take(OwnAudiences.MostUnread).Count()));
}
