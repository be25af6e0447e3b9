using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>
/// The notices a person may read now: those about things that the one audience function still shows, about spaces still known, about
/// the own account, and about a report that the person was named to handle (which says nothing of its content).
/// </summary>
internal sealed class NoticesSeen(TupaDb db, TimeProvider clock)
{
    // The one arrival of a notice is asked for its audience, and that audience alone whether it is in sight: asked the other way
    // round, PostgreSQL gathers every arrival of every audience of the reader first.
    public static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<NoticeRow>>> Of = new((db, me, now) => db.Set<NoticeRow>()
        .Where(n => n.Person == me)
        .Where(n =>
            n.Kind == NoticeKind.NewSignIn || n.Kind == NoticeKind.PasswordChanged || n.Kind == NoticeKind.ContentReported
            || n.Kind == NoticeKind.AccessEnds || n.Kind == NoticeKind.TeamEnds || n.Kind == NoticeKind.ExtensionProposed
            || n.Kind == NoticeKind.PartnerEnds || n.Kind == NoticeKind.PartnerPassed || n.Kind == NoticeKind.ConfirmTeam || n.Kind == NoticeKind.AccountJoined || n.Kind == NoticeKind.TakeAway
            || n.Kind == NoticeKind.ClaimBroken
            || (n.Kind == NoticeKind.SpaceGranted && n.Space != null && Audience.SpacesOf.In(db, me, now).Contains(n.Space.Value))
            || (n.Kind != NoticeKind.SpaceGranted && Audience.VisibleTo.In(db, me, now).Where(v => v ==
                db.Set<Arrival>().Where(a => a.Id == n.Thing && a.At <= now && now < a.UntilUtc).Select(a => a.Audience).FirstOrDefault()).Any())));

    /// <summary>As a query to build on; empty for a visitor and for the house.</summary>
    public IQueryable<NoticeRow> By(Actor by) => Of.In(db, by.Person ?? new PersonId(Guid.Empty), clock.UtcNow());
}
