using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Notifications;

/// <summary>Writes the mail of a farewell, in its reader's language: what ends, when, why, whom to ask, what to take along. It names nobody.</summary>
internal sealed class FarewellWriter(TupaDb db, ComingEnds ends, MailAddresses addresses, IEraseBy eraseBy, MailOptions options, TimeProvider clock)
{
    /// <summary>Null where the end has moved meanwhile, or there is no address.</summary>
    public async Task<Mail?> WriteAsync(OutboundMail mail, CancellationToken stop)
    {
        var farewell = await db.Set<Farewell>().FirstOrDefaultAsync(f => f.Id == mail.Farewell, stop);
        if (farewell is null) return null;

        var at = farewell.EndsAt;
        var ending = (await ends.BetweenAsync(at.AddTicks(-TimeSpan.TicksPerMicrosecond), at, stop)).Where(e => e.Person == mail.Person).ToList();
        var to = (await addresses.OfAsync([mail.Person], FarewellRounds.Sight(at), stop)).GetValueOrDefault(mail.Person);
        if (ending.Count == 0 || to is null) return null;

        var last = ending.Any(e => e.Last);
        var lines = Lines(ending, last, farewell).Select(t => t.In(to.Language)).ToList();
        return new(to.Address, FarewellText.Subject(at, clock.UtcNow()).In(to.Language), string.Concat(lines.Select(l => $"{l}\r\n")), to.Language) { Id = mail.Id.Value };
    }

    private IEnumerable<Text> Lines(List<ComingEnd> ending, bool last, Farewell farewell)
    {
        var (at, now) = (farewell.EndsAt, clock.UtcNow());
        yield return MailText.Hello;
        yield return default(Text) with { Fi = "", Sv = "", En = "" };
        yield return FarewellText.When(at, now);
        foreach (var end in ending)
        {
            yield return FarewellText.Item(end.What);
            yield return EndingText.Why(end.Source);
            yield return FarewellText.Ask(EndingText.WhomToAsk(end.Population));
        }

        yield return last ? FarewellText.Goes(at <= now) : FarewellText.Stays;
        if (at > now)
        {
            yield return FarewellText.TakeAway(options.Link("/me/take-away"));
            yield return FarewellText.Details(options.Link("/me/ends"));
            if (ending.Any(e => e.Population == Population.Staff)) yield return FarewellText.HandOver(options.Link("/me/handover"));
        }
        else if (last)
        {
            yield return FarewellText.Later(options.Link("/privacy"));
        }

        if (last && eraseBy.EraseBy(at) is { } day) yield return FarewellText.Erased(day);
    }
}
