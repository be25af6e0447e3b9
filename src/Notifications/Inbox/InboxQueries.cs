using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>One line of the inbox.</summary>
/// <param name="About">The thing's title; null where there is none.</param>
/// <param name="Opens">Whether it leads somewhere.</param>
public sealed record NoticeLine(NoticeId Id, NoticeKind Kind, DateTime At, bool Unread, string Words, string? About, string? SpaceName, bool Opens);

/// <summary>A page of the inbox.</summary>
/// <param name="OlderHref">Where it goes on; null at the end.</param>
public sealed record InboxView(IReadOnlyList<NoticeLine> Lines, int Unread, string? OlderHref);

/// <summary>Reads the inbox of the one who asks.</summary>
internal sealed class InboxQueries(NoticesSeen seen, SpaceAccess spaces, PeopleNames names, Titles titles, Unread unread)
{
    public const int PageLength = 50;

    /// <summary>Newest first. <paramref name="before"/> is the id of the last line of the page before: ids sort by the time they were made.</summary>
    public async Task<InboxView> PageAsync(Actor by, bool unreadOnly, NoticeId? before, CancellationToken stop)
    {
        var query = seen.By(by);
        if (unreadOnly) query = query.Where(n => n.ReadAt == null);
        if (before is { } last) query = query.Where(n => n.Id.CompareTo(last) < 0);

        var rows = await query.OrderByDescending(n => n.Id).Take(PageLength + 1).ToListAsync(stop);
        var shown = rows.Take(PageLength).ToList();
        var older = rows.Count > PageLength ? $"/notifications?{(unreadOnly ? "show=unread&" : "")}before={shown[^1].Id}" : null;
        return new(await LinesAsync(shown, by, stop), await unread.CountAsync(by, stop), older);
    }

    /// <summary>Where a notice leads, if the reader may still see it; null otherwise.</summary>
    public async Task<string?> HrefAsync(NoticeId id, Actor by, CancellationToken stop) =>
        await seen.By(by).FirstOrDefaultAsync(n => n.Id == id, stop) is { } row ? Href(row) ?? "/notifications" : null;

    private async Task<IReadOnlyList<NoticeLine>> LinesAsync(List<NoticeRow> rows, Actor by, CancellationToken stop)
    {
        if (rows.Count == 0) return [];

        var who = await names.ForAsync([.. rows.Select(r => r.From).OfType<PersonId>().Distinct()], by, stop);
        var open = await spaces.OpenManyAsync([.. rows.Select(r => r.Space).OfType<SpaceId>().Distinct()], by, stop);
        var about = await titles.OfAsync(rows.Where(r => HasThing(r.Kind)).Select(r => (r.ThingKind, r.Thing)), stop);

        return [.. rows.Select(r => new NoticeLine(
            r.Id,
            r.Kind,
            r.At,
            r.ReadAt is null,
            Words(r, r.From is { } from ? who.GetValueOrDefault(from)?.Name : null),
            HasThing(r.Kind) ? about.GetValueOrDefault(r.Thing) ?? NoticeText.Untitled : null,
            r.Space is { } space ? open.GetValueOrDefault(space)?.Name : null,
            Href(r) is not null))];
    }

    private static string Words(NoticeRow row, string? who) =>
        AccessBell.Sentence(row) ?? JoinBell.Sentence(row) ?? ConfirmationRounds.Sentence(row) ?? TakeAwayBell.Sentence(row) ?? FarewellText.Sentence(row, who) ?? PartnerWords.Sentence(row, who) ?? NoticeText.Said(row.Kind, who);

    private static bool HasThing(NoticeKind kind) =>
        kind is NoticeKind.Mention or NoticeKind.Reply or NoticeKind.CommentOnMine or NoticeKind.MustRead;

    private string? Href(NoticeRow row) => row.Kind switch
    {
        NoticeKind.NewSignIn or NoticeKind.PasswordChanged or NoticeKind.AccountJoined => "/me",
        NoticeKind.AccessEnds => "/me/ends",
        NoticeKind.TakeAway => "/me/take-away",
        NoticeKind.ClaimBroken => "/privacy/claims",
        NoticeKind.TeamEnds => "/me/people",
        NoticeKind.ExtensionProposed => "/register/extensions",
        NoticeKind.PartnerEnds or NoticeKind.PartnerPassed => $"/me/partners/{row.Thing}",
        NoticeKind.ConfirmTeam => "/me/people/confirmation",
        NoticeKind.SpaceGranted => $"/spaces/{row.Space}",
        NoticeKind.ContentReported => $"/reports/{row.Thing}",
        NoticeKind.Mention or NoticeKind.Reply or NoticeKind.CommentOnMine or NoticeKind.MustRead or NoticeKind.NewInSpace =>
            titles.Href(row.ThingKind, row.Thing),
    };
}
