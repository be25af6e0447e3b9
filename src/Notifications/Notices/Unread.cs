using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>The number on the bell.</summary>
public sealed class Unread : IWaiting
{
    /// <summary>Counting stops here: the bell says "99+".</summary>
    public const int Most = 100;

    private readonly NoticesSeen _seen;

    internal Unread(NoticesSeen seen) => _seen = seen;

    /// <summary>How many unread notices the person may read now, at most <see cref="Most"/>; 0 for a visitor, without asking.</summary>
    public async Task<int> CountAsync(Actor by, CancellationToken stop = default) => by.Person is null
        ? 0
        : await For(by).Take(Most).CountAsync(stop);

    /// <inheritdoc/>
    public IQueryable<DateTime> For(Actor by) => _seen.By(by).Where(n => n.ReadAt == null).Select(n => n.At);
}
