using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>Tells people things. The one way into the inbox for every room above.</summary>
public sealed class Notices(TupaDb db, Writing writing, LiveHub live, TimeProvider clock)
{
    /// <summary>How long the mail rounds wait for more of the same before they write.</summary>
    internal static readonly TimeSpan Gathering = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Puts the notices into the inboxes, in the caller's writing. Nobody is told of their own deeds, and nobody twice of the same in
    /// one call. Bells ring once the commit is durable.
    /// </summary>
    /// <exception cref="ArgumentException">A notice is <see cref="NoticeKind.NewInSpace"/>: those are read from the arrivals.</exception>
    public Task SendAsync(IReadOnlyList<Notice> notices, CancellationToken stop = default)
    {
        if (notices.Any(n => n.Kind == NoticeKind.NewInSpace)) throw new ArgumentException("What is new in a space is an arrival, not a notice", nameof(notices));

        var told = notices.Where(n => n.From is null || n.From != n.To || n.Kind.IsAboutAccount()).Distinct().ToList();
        return told.Count == 0 ? Task.CompletedTask : writing.RunAsync(() => AddAsync(told, stop), stop);
    }

    private Task<bool> AddAsync(List<Notice> told, CancellationToken stop)
    {
        var now = clock.UtcNow();
        db.AddRange(told.Select(n => new NoticeRow
        {
            Id = NoticeId.New(),
            Person = n.To,
            Kind = n.Kind,
            Thing = n.Thing,
            ThingKind = n.ThingKind,
            Space = n.Space,
            From = n.From,
            At = now,

            // A farewell is a mail of its own.
            MailAt = n.Kind == NoticeKind.AccessEnds ? null : n.Kind.IsAboutAccount() ? now : now + Gathering,
        }));
        var people = told.Select(n => n.To).Distinct().ToList();
        writing.Afterwards(() => live.NoticedAsync(people, stop));
        return Task.FromResult(true);
    }
}
