using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>Changes how a person is told.</summary>
internal sealed class PreferenceActions(Writing writing, TupaDb db, WishQueries wishes, AuditLog audit, TimeProvider clock)
{
    /// <summary>Chooses a pace for each kind named, and the quiet hours. A pace that is not offered is refused.</summary>
    public Task<Refusal?> ChooseAsync(IReadOnlyDictionary<NoticeKind, Pace> paces, QuietHours quiet, Actor by, CancellationToken stop) =>
        writing.RunAsync(async () =>
        {
            if (by.Person is not { } me) return Refusal.Absent;
            if (quiet.From is < 0 or > 23 || quiet.Until is < 0 or > 23) return new Refusal(PreferenceText.HoursAreHours);

            var pupil = (await wishes.OfAsync(me, stop)).Wishes.Pupil;
            if (paces.Any(p => !Wishes.Offered(p.Key, pupil).Contains(p.Value))) return new Refusal(PreferenceText.NotOffered);

            await SetAsync(me, paces, stop);
            await SetAsync(me, quiet, stop);
            audit.Write(by, "notifications.preferences.chosen", subject: me);
            return null;
        }, stop);

    /// <summary>No more mail but what cannot be silenced. The link in a mail proves whose it is.</summary>
    public Task<Refusal?> UnsubscribeAsync(PersonId person, CancellationToken stop) =>
        writing.RunAsync(async () =>
        {
            if (!await db.Set<Preference>().AnyAsync(p => p.Person == person, stop) && !(await wishes.ReachedAsync([person], stop)).ContainsKey(person))
                return null;

            var pupil = (await wishes.OfAsync(person, stop)).Wishes.Pupil;
            await SetAsync(person, Enum.GetValues<NoticeKind>().ToDictionary(k => k, k => Wishes.Quietest(k, pupil)), stop);
            audit.Write(Actor.Of(person), "notifications.mail.unsubscribed", subject: person);
            return (Refusal?)null;
        }, stop);

    private async Task SetAsync(PersonId me, IReadOnlyDictionary<NoticeKind, Pace> paces, CancellationToken stop)
    {
        var known = await db.Set<Preference>().Where(p => p.Person == me).ToDictionaryAsync(p => p.Kind, stop);
        foreach (var (kind, pace) in paces)
        {
            if (!known.TryGetValue(kind, out var preference))
                db.Add(new Preference { Person = me, Kind = kind, Pace = pace, ChosenAt = clock.UtcNow() });
            else if (preference.Pace != pace) (preference.Pace, preference.ChosenAt) = (pace, clock.UtcNow());
        }
    }

    private async Task SetAsync(PersonId me, QuietHours quiet, CancellationToken stop)
    {
        if (await db.Set<QuietTime>().FirstOrDefaultAsync(q => q.Person == me, stop) is { } known)
            (known.FromHour, known.UntilHour, known.Weekends) = (quiet.From, quiet.Until, quiet.Weekends);
        else db.Add(new QuietTime { Person = me, FromHour = quiet.From, UntilHour = quiet.Until, Weekends = quiet.Weekends });
    }
}
