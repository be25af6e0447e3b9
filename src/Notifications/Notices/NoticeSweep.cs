using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>Old notices and finished mails are let go. Safe to run twice, safe to stop midway.</summary>
internal sealed class NoticeSweep(Writing writing, TupaDb db, TimeProvider clock) : IJob
{
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(180);
    private static readonly TimeSpan MailsKept = TimeSpan.FromDays(30);
    private const int AtOnce = 2_000;

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var gone = 0;
        while (await writing.RunAsync(() => SomeAsync(stop), stop) is > 0 and var some) gone += some;
        return new(gone, gone);
    }

    /// <summary>A slice at a time: no writing holds the writer for long.</summary>
    private async Task<int> SomeAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var (oldest, mailsOldest) = (now - Kept, now - MailsKept);
        var notices = await db.Set<NoticeRow>().Where(n => n.At < oldest).OrderBy(n => n.At).Select(n => n.Id).Take(AtOnce).ToListAsync(stop);
        var gone = notices.Count == 0 ? 0 : await db.Set<NoticeRow>().Where(n => notices.Contains(n.Id)).ExecuteDeleteAsync(stop);

        var mails = await db.Set<OutboundMail>()
            .Where(m => m.State != MailState.Waiting && m.MadeAt < mailsOldest)
            .OrderBy(m => m.MadeAt).Select(m => m.Id).Take(AtOnce).ToListAsync(stop);
        if (mails.Count == 0) return gone;

        await db.Set<NoticeRow>().Where(n => n.Mail != null && mails.Contains(n.Mail.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Mail, (MailId?)null), stop);
        return gone + await db.Set<OutboundMail>().Where(m => mails.Contains(m.Id)).ExecuteDeleteAsync(stop);
    }
}
