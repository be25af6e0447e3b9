using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>A person's inbox, mails and wishes die with the person; in others' inboxes the one who caused a notice is forgotten.</summary>
internal sealed class NotificationsPersonalData(TupaDb db) : IPersonalData
{
    public IReadOnlyList<string> Tables =>
        ["notifications_notices", "notifications_mails", "notifications_preferences", "notifications_quiet_times", "notifications_farewells"];

    public Text Description => new(
        Fi: "Saamasi ilmoitukset, sinulle lähetettyjen sähköpostien ajat ja ilmoitusten asetuksesi.",
        Sv: "De aviseringar du har fått, när e-post har skickats till dig och dina inställningar för aviseringar.",
        En: "The notifications you have received, when e-mail was sent to you, and your notification settings.");

    public async IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var notice in db.Set<NoticeRow>().Where(n => n.Person == person).OrderBy(n => n.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return Row("notifications_notices", ("kind", notice.Kind.ToString()), ("at", At(notice.At)), ("read_at", At(notice.ReadAt)), ("mailed_at", At(notice.MailedAt)));
        }

        // In whose inboxes these stand is the others' own.
        var caused = await db.Set<NoticeRow>().Where(n => n.From == person && n.Person != person).GroupBy(n => n.Kind).Select(g => new { Kind = g.Key, Number = g.Count() }).ToListAsync(stop);
        foreach (var kind in caused.OrderBy(c => c.Kind.ToString(), StringComparer.Ordinal))
            yield return Row("notifications_notices", ("kind", kind.Kind.ToString()), ("caused_by_me", kind.Number.ToString(CultureInfo.InvariantCulture)));

        await foreach (var mail in db.Set<OutboundMail>().Where(m => m.Person == person).OrderBy(m => m.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return Row("notifications_mails", ("kind", mail.Kind.ToString()), ("state", mail.State.ToString()), ("made_at", At(mail.MadeAt)), ("done_at", At(mail.DoneAt)));
        }

        await foreach (var farewell in db.Set<Farewell>().Where(f => f.Person == person).OrderBy(f => f.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return Row("notifications_farewells", ("stage", farewell.Stage.ToString()), ("ends_at", At(farewell.EndsAt)), ("told_at", At(farewell.ToldAt)));
        }

        await foreach (var one in db.Set<Preference>().Where(p => p.Person == person).OrderBy(p => p.Kind).AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return Row("notifications_preferences", ("kind", one.Kind.ToString()), ("pace", one.Pace.ToString()), ("chosen_at", At(one.ChosenAt)));
        }

        await foreach (var quiet in db.Set<QuietTime>().Where(q => q.Person == person).AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return Row("notifications_quiet_times", ("from_hour", $"{quiet.FromHour}"), ("until_hour", $"{quiet.UntilHour}"), ("weekends", quiet.Weekends ? "true" : "false"));
        }
    }

    public async Task<int> EraseAsync(PersonId person, CancellationToken stop) =>
        await db.Set<NoticeRow>().Where(n => n.From == person).ExecuteUpdateAsync(set => set.SetProperty(n => n.From, (PersonId?)null), stop)
        + await db.Set<NoticeRow>().Where(n => n.Person == person).ExecuteDeleteAsync(stop)
        + await db.Set<OutboundMail>().Where(m => m.Person == person).ExecuteDeleteAsync(stop)
        + await db.Set<Farewell>().Where(f => f.Person == person).ExecuteDeleteAsync(stop)
        + await db.Set<Preference>().Where(p => p.Person == person).ExecuteDeleteAsync(stop)
        + await db.Set<QuietTime>().Where(q => q.Person == person).ExecuteDeleteAsync(stop);

    public async Task<int> RemainingAsync(PersonId person, CancellationToken stop) =>
        await db.Set<NoticeRow>().CountAsync(n => n.Person == person || n.From == person, stop)
        + await db.Set<OutboundMail>().CountAsync(m => m.Person == person, stop)
        + await db.Set<Farewell>().CountAsync(f => f.Person == person, stop)
        + await db.Set<Preference>().CountAsync(p => p.Person == person, stop)
        + await db.Set<QuietTime>().CountAsync(q => q.Person == person, stop);

    private static PersonalRow Row(string table, params (string Column, string? Value)[] values) =>
        new(table, values.ToDictionary(v => v.Column, v => v.Value));

    private static string? At(DateTime? at) => at?.ToString("O", CultureInfo.InvariantCulture);
}
