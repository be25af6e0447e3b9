using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>The number on the bell.</summary>
public sealed class Unread
{
    /// <summary>Counting stops here: the bell says "99+".</summary>
    public const int Most = 100;

    private readonly NoticesSeen _seen;

    internal Unread(NoticesSeen seen) => _seen = seen;

    /// <summary>How many unread notices the person may read now, at most <see cref="Most"/>; 0 for a visitor, without asking.</summary>
    public async Task<int> CountAsync(Actor by, CancellationToken stop = default) => by.Person is null
        ? 0
        : await _seen.By(by).Where(n => n.ReadAt == null).Take(Most).CountAsync(stop);
}

/// <summary>The same number, counted within the statement of the rail.</summary>
internal sealed class UnreadRows : IWaiting
{
    public Part<Func<TupaDb, PersonId, DateTime, IQueryable<DateTime>>> Rows { get; } = new((db, me, now) =>
        NoticesSeen.Of.In(db, me, now).Where(n => n.ReadAt == null).Select(n => n.At));
}
