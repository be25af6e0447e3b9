using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>What one mail has to tell, read as the recipient would see it at this moment.</summary>
/// <param name="Spaces">The recipient's open spaces among those named.</param>
/// <param name="Titles">Of things outside confidential spaces only: the others' titles are never even asked for.</param>
/// <param name="ArrivalCount">All of them, also those beyond what is listed.</param>
internal sealed record MailNews(
    IReadOnlyList<NoticeRow> Notices,
    IReadOnlyList<Arrival> Arrivals,
    int ArrivalCount,
    IReadOnlyDictionary<SpaceId, OpenSpace> Spaces,
    IReadOnlyDictionary<Guid, string> Titles)
{
    public bool IsEmpty => Notices.Count == 0 && Arrivals.Count == 0;

    /// <summary>A space that cannot be opened any more counts as confidential: the careful answer.</summary>
    public bool IsConfidential(SpaceId? space) =>
        space is { } id && Spaces.GetValueOrDefault(id) is not { Confidentiality: < Confidentiality.Confidential };
}

/// <summary>Reads what a mail has to tell. The audience function is asked now, whatever it said when the mail was made.</summary>
internal sealed class MailNewsQueries(TupaDb db, NoticesSeen seen, Audience audience, SpaceAccess access, Titles titles, TimeProvider clock)
{
    private const int MostNotices = 50;
    private const int MostArrivals = 100;

    public async Task<MailNews> OfAsync(OutboundMail mail, CancellationToken stop)
    {
        var by = Actor.Of(mail.Person);
        var notices = await seen.By(by).Where(n => n.Mail == mail.Id).OrderByDescending(n => n.Id).Take(MostNotices).ToListAsync(stop);

        List<Arrival> arrivals = [];
        var count = 0;
        if (mail is { SinceUtc: { } since, UntilUtc: { } until })
        {
            var window = New(by, since, until);
            arrivals = await window.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(MostArrivals).ToListAsync(stop);
            count = arrivals.Count < MostArrivals ? arrivals.Count : await window.CountAsync(stop);
        }

        SpaceId[] named = [.. notices.Select(n => n.Space).OfType<SpaceId>().Concat(arrivals.Select(a => a.Space)).Distinct()];
        var spaces = named.Length == 0 ? new Dictionary<SpaceId, OpenSpace>() : await access.OpenManyAsync(named, by, stop);
        var news = new MailNews(notices, arrivals, count, spaces, new Dictionary<Guid, string>());

        return news with
        {
            Titles = await titles.OfAsync(
                notices.Where(n => n.Space is not null && !news.IsConfidential(n.Space)).Select(n => (n.ThingKind, n.Thing))
                    .Concat(arrivals.Where(a => !news.IsConfidential(a.Space)).Select(a => (a.Kind, a.Id))),
                stop),
        };
    }

    /// <summary>What arrived in the person's own spaces in the window, by others.</summary>
    public IQueryable<Arrival> New(Actor by, DateTime since, DateTime until)
    {
        var now = clock.UtcNow();
        var me = by.Person;
        var mine = audience.Mine(by);
        return db.Set<Arrival>().Where(a => mine.Contains(a.Audience) && a.At >= since && a.At < until && a.UntilUtc > now && a.Author != me);
    }
}
