using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Notifications;

/// <summary>
/// Writes and hands over what is due. A try is counted before it is made, so a mail that brings the house down is not tried for ever;
/// one that was handed over just before a crash may come twice, with the same Message-ID. Logs say what kind of failure, never whose.
/// </summary>
internal sealed class MailDelivery(
    Writing writing, TupaDb db, MailAddresses addresses, MailNewsQueries news, MailWriter writer, FarewellWriter farewells, IMailer mailer,
    MailOptions options, TimeProvider clock, ILogger<MailDelivery> log) : IJob
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        if (!options.IsConfigured) return new();

        var started = clock.UtcNow();
        var report = new JobReport();
        while (clock.UtcNow() - started < LongestRun && await ClaimAsync(stop) is { Count: > 0 } mails)
        {
            var to = await addresses.OfAsync([.. mails.Select(m => m.Person)], stop);
            foreach (var mail in mails)
            {
                var state = await TryAsync(mail, to.GetValueOrDefault(mail.Person), stop);
                await NoteAsync(mail, state, stop);
                report = report with
                {
                    Counted = report.Counted + 1,
                    Changed = report.Changed + (state == MailState.Sent ? 1 : 0),
                    Failed = report.Failed + (state is MailState.Waiting or MailState.Failed ? 1 : 0),
                };
            }
        }

        return report;
    }

    private Task<List<OutboundMail>> ClaimAsync(CancellationToken stop) => writing.RunAsync(async () =>
    {
        var now = clock.UtcNow();
        var due = await db.Set<OutboundMail>()
            .Where(m => m.State == MailState.Waiting && m.DueAt <= now)
            .OrderBy(m => m.DueAt).Take(AtOnce).ToListAsync(stop);
        foreach (var mail in due)
        {
            mail.Tries++;
            mail.DueAt = now + Claim;
        }

        return due;
    }, stop);

    private async Task<Mail?> WrittenAsync(OutboundMail mail, Addressee? to, CancellationToken stop)
    {
        if (mail.Kind == MailKind.Farewell) return await farewells.WriteAsync(mail, stop);
        return to is null ? null : writer.Write(mail, await news.OfAsync(mail, stop), to);
    }

    private async Task<MailState> TryAsync(OutboundMail mail, Addressee? to, CancellationToken stop)
    {
        if (await WrittenAsync(mail, to, stop) is not { } written) return MailState.Dropped;

        try
        {
            await mailer.SendAsync(written, stop);
            return MailState.Sent;
        }
        catch (SmtpFailedRecipientException refused) when ((int)refused.StatusCode >= 500)
        {
            log.LogWarning("A mail was refused for good: {Status}", refused.StatusCode);
            return MailState.Failed;
        }
        catch (Exception failure) when (failure is SmtpException or TimeoutException or FormatException or IOException)
        {
            log.LogWarning("A mail was not handed over at try {Try}: {Kind}", mail.Tries, failure.GetType().Name);
            return mail.Tries >= OutboundMail.MostTries ? MailState.Failed : MailState.Waiting;
        }
    }

    private Task<bool> NoteAsync(OutboundMail mail, MailState state, CancellationToken stop) => writing.RunAsync(async () =>
    {
        var now = clock.UtcNow();
        var row = await db.Set<OutboundMail>().SingleAsync(m => m.Id == mail.Id, stop);
        row.State = state;
        if (state == MailState.Waiting) row.DueAt = now + OutboundMail.Pause(row.Tries);
        else row.DoneAt = now;

        if (state == MailState.Sent)
        {
            await db.Set<NoticeRow>().Where(n => n.Mail == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.MailedAt, now), stop);
        }

        return true;
    }, stop);
}
