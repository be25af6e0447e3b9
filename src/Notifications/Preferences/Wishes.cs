using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Notifications;

/// <summary>How one person wants to be told: what was chosen, and the defaults for the rest.</summary>
internal sealed record Wishes(bool Pupil, IReadOnlyDictionary<NoticeKind, Pace> Chosen, QuietHours Quiet)
{
    /// <summary>What comes by mail when nothing was chosen. Pupils get none.</summary>
    public static Pace Default(NoticeKind kind, bool pupil) => pupil ? Pace.Never : kind switch
    {
        NoticeKind.MustRead or NoticeKind.NewSignIn or NoticeKind.PasswordChanged or NoticeKind.ContentReported or NoticeKind.AccessEnds or NoticeKind.AccountJoined or NoticeKind.TakeAway or NoticeKind.ClaimBroken => Pace.Now,
        NoticeKind.Mention or NoticeKind.Reply or NoticeKind.CommentOnMine or NoticeKind.NewInSpace or NoticeKind.SpaceGranted
            or NoticeKind.TeamEnds or NoticeKind.ExtensionProposed or NoticeKind.PartnerEnds or NoticeKind.PartnerPassed or NoticeKind.ConfirmTeam => Pace.Daily,
    };

    /// <summary>
    /// What may be chosen. News about the own account always comes at once, so that a stolen password is noticed; what must be read
    /// by a deadline cannot be silenced by those whose work it is.
    /// </summary>
    public static IReadOnlyList<Pace> Offered(NoticeKind kind, bool pupil) => pupil ? [Pace.Now, Pace.Daily, Pace.Never] : kind switch
    {
        NoticeKind.NewSignIn or NoticeKind.PasswordChanged or NoticeKind.AccessEnds or NoticeKind.AccountJoined => [Pace.Now],
        NoticeKind.MustRead or NoticeKind.ContentReported or NoticeKind.ClaimBroken => [Pace.Now, Pace.Daily],
        NoticeKind.Mention or NoticeKind.Reply or NoticeKind.CommentOnMine or NoticeKind.NewInSpace or NoticeKind.SpaceGranted
            or NoticeKind.TeamEnds or NoticeKind.ExtensionProposed or NoticeKind.PartnerEnds or NoticeKind.PartnerPassed or NoticeKind.ConfirmTeam or NoticeKind.TakeAway =>
            [Pace.Now, Pace.Daily, Pace.Never],
    };

    /// <summary>The quietest that may be chosen: what unsubscribing leaves.</summary>
    public static Pace Quietest(NoticeKind kind, bool pupil) => Offered(kind, pupil)[^1];

    public Pace For(NoticeKind kind) =>
        Chosen.TryGetValue(kind, out var pace) && Offered(kind, Pupil).Contains(pace) ? pace : Default(kind, Pupil);
}

/// <summary>Reads wishes, set-wise.</summary>
internal sealed class WishQueries(TupaDb db, MailAddresses addresses)
{
    /// <summary>Those of the people who can be written to, and how they want it. Three statements for any number.</summary>
    public async Task<Dictionary<PersonId, (Addressee To, Wishes Wishes)>> ReachedAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var reached = await addresses.OfAsync(people, stop);
        var chosen = (await db.Set<Preference>().Where(p => people.Contains(p.Person)).ToListAsync(stop)).ToLookup(p => p.Person);
        var quiet = await db.Set<QuietTime>().Where(q => people.Contains(q.Person)).ToDictionaryAsync(q => q.Person, stop);

        return reached.Values.ToDictionary(to => to.Person, to => (to, new Wishes(
            to.Pupil,
            chosen[to.Person].ToDictionary(p => p.Kind, p => p.Pace),
            quiet.GetValueOrDefault(to.Person)?.Hours ?? QuietHours.Default)));
    }

    /// <summary>One person's own, for the settings page; the address is null where there is none.</summary>
    public async Task<(string? Address, Wishes Wishes)> OfAsync(PersonId person, CancellationToken stop)
    {
        if ((await ReachedAsync([person], stop)).TryGetValue(person, out var reached)) return (reached.To.Address, reached.Wishes);
        return (null, new(Pupil: false, new Dictionary<NoticeKind, Pace>(), QuietHours.Default));
    }
}
