using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>Marks notices read.</summary>
internal sealed class InboxActions(Writing writing, TupaDb db, TimeProvider clock)
{
    /// <summary>One notice of one's own; another's is left alone.</summary>
    public Task<int> ReadAsync(NoticeId id, Actor by, CancellationToken stop) => MarkAsync(db.Set<NoticeRow>().Where(n => n.Id == id), by, stop);

    /// <summary>All up to and with this one, so that what came while one was reading stays unread.</summary>
    public Task<int> ReadAllAsync(NoticeId newest, Actor by, CancellationToken stop) =>
        MarkAsync(db.Set<NoticeRow>().Where(n => n.Id.CompareTo(newest) <= 0), by, stop);

    private Task<int> MarkAsync(IQueryable<NoticeRow> notices, Actor by, CancellationToken stop)
    {
        if (by.Person is not { } me) return Task.FromResult(0);

        var now = clock.UtcNow();
        return writing.RunAsync(() => notices
            .Where(n => n.Person == me && n.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), stop), stop);
    }
}
