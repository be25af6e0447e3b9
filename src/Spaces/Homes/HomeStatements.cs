using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>An arrival of home, and whether it was found as something to be read by a day.</summary>
internal sealed class ArrivalFound
{
    public required Arrival Arrival { get; init; }
    public required bool Must { get; init; }
}

/// <summary>The statements of home, compiled once. The audiences they are given are the reader's own, read a moment ago.</summary>
internal static class HomeStatements
{
    private static readonly Part<Func<TupaDb, DateTime, IQueryable<Arrival>>> Shown = new((db, now) =>
        db.Set<Arrival>().Where(a => a.At <= now && now < a.UntilUtc));

    private static readonly Part<Func<IQueryable<Arrival>, IQueryable<Arrival>>> Newest = new(shown =>
        shown.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(HomeQueries.OnPage + 1));

    /// <summary>Nobody is asked to confirm what they wrote themself.</summary>
    private static readonly Part<Func<TupaDb, List<AudienceId>, PersonId, DateTime, DateTime, IQueryable<Arrival>>> MustReads = new((db, among, me, now, overdue) =>
        Shown.In(db, now).Where(a => among.Contains(a.Audience) && a.Author != me && a.MustReadUntil != null && a.MustReadUntil > overdue));

    /// <summary>Of each audience no more than a page is read: what lies deeper in one audience cannot be on the page.</summary>
    private static readonly Part<Func<TupaDb, List<AudienceId>, DateTime, IQueryable<Arrival>, IQueryable<Arrival>>> DeepIn = new((db, among, since, within) => db
        .Set<AudienceRow>()
        .Where(d => among.Contains(d.Id))
        .Join(within, d => d.Id, a => a.Audience, (d, a) => new { d, a })
        .Where(j => j.a.At >= since && j.a.At >= (within
            .Where(x => x.Audience == j.d.Id)
            .OrderByDescending(x => x.At)
            .Select(x => (DateTime?)x.At)
            .Skip(HomeQueries.OnPage + 1).FirstOrDefault() ?? DateTime.UnixEpoch))
        .Select(j => j.a));

    /// <summary>A page that is known to lie above a time, and what must be read. Given: the audiences that have anything since, the time, those with must-reads, the reader, now, since when a must-read is too late.</summary>
    public static readonly Compiled<Func<TupaDb, List<AudienceId>, DateTime, List<AudienceId>, PersonId, DateTime, DateTime, IAsyncEnumerable<ArrivalFound>>> Near =
        Compiled.Rows<List<AudienceId>, DateTime, List<AudienceId>, PersonId, DateTime, DateTime, ArrivalFound>((db, among, since, withMusts, me, now, overdue) =>
            Newest.In(Shown.In(db, now).Where(a => among.Contains(a.Audience) && a.At >= since)).Select(a => new ArrivalFound { Arrival = a, Must = false })
                .Concat(MustReads.In(db, withMusts, me, now, overdue).Select(a => new ArrivalFound { Arrival = a, Must = true })));

    /// <summary>As <see cref="Near"/>, where it is not known to lie there.</summary>
    public static readonly Compiled<Func<TupaDb, List<AudienceId>, DateTime, List<AudienceId>, PersonId, DateTime, DateTime, IAsyncEnumerable<ArrivalFound>>> Deep =
        Compiled.Rows<List<AudienceId>, DateTime, List<AudienceId>, PersonId, DateTime, DateTime, ArrivalFound>((db, among, since, withMusts, me, now, overdue) =>
            Newest.In(DeepIn.In(db, among, since, Shown.In(db, now))).Select(a => new ArrivalFound { Arrival = a, Must = false })
                .Concat(MustReads.In(db, withMusts, me, now, overdue).Select(a => new ArrivalFound { Arrival = a, Must = true })));

    /// <summary>A page further down. Given: the audiences, now, and where the page before ended.</summary>
    public static readonly Compiled<Func<TupaDb, List<AudienceId>, DateTime, DateTime, Guid, IAsyncEnumerable<Arrival>>> Older =
        Compiled.Rows<List<AudienceId>, DateTime, DateTime, Guid, Arrival>((db, among, now, at, id) => Newest.In(DeepIn.In(
            db, among, DateTime.UnixEpoch, Shown.In(db, now).Where(a => a.At <= at && (a.At < at || a.Id.CompareTo(id) < 0)))));
}
