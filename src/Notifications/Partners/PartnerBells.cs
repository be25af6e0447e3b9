using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Notifications;

/// <summary>Those to whom it falls to answer for a partner are told.</summary>
internal sealed class SponsorshipBell(Notices notices) : IHear<SponsorshipPassed>
{
    public Task HearAsync(IReadOnlyList<SponsorshipPassed> announced, CancellationToken stop) => notices.SendAsync(
        [.. announced.Select(s => new Notice(
            s.To, NoticeKind.PartnerPassed, s.Partner.Value, From: s.Person,
            ThingKind: s.Acting ? PartnerWords.Mark(PartnerWords.Acting, s.LastDay) : PartnerWords.Mark(PartnerWords.Passed, s.From)))], stop);
}

/// <summary>A sponsor and the deputy are reminded that a partner's access ends.</summary>
internal sealed class PartnerEndBell(Notices notices) : IHear<SponsorshipEnds>
{
    public Task HearAsync(IReadOnlyList<SponsorshipEnds> announced, CancellationToken stop) => notices.SendAsync(
        [.. announced.SelectMany(e => e.To.Select(to => new Notice(
            to, NoticeKind.PartnerEnds, e.Partner.Value, From: e.Person, ThingKind: PartnerWords.Mark(PartnerWords.Ends, e.LastDay))))], stop);
}

/// <summary>A partner who goes on needs no renewal: reminders that nobody has read yet are taken back.</summary>
internal sealed class PartnerEndRecall(TupaDb db, Writing writing) : IHear<SponsorshipRenewed>
{
    public async Task HearAsync(IReadOnlyList<SponsorshipRenewed> announced, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        var partners = announced.Select(a => a.Partner.Value).ToList();
        await db.Set<NoticeRow>().Where(n => n.Kind == NoticeKind.PartnerEnds && n.ReadAt == null && partners.Contains(n.Thing)).ExecuteDeleteAsync(stop);
    }
}

/// <summary>The sentences of notices about partners. A notice keeps which one, and its day: "ends 2026-07-31".</summary>
internal static class PartnerWords
{
    public const string Acting = "acting";
    public const string Passed = "passed";
    public const string Ends = "ends";

    private static readonly Text Somebody = new(Fi: "Kumppani", Sv: "En partner", En: "A partner");

    public static string Mark(string which, DateOnly day) => $"{which} {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>Null for a notice about something else.</summary>
    public static Text? Sentence(NoticeRow notice, string? who)
    {
        if (notice.Kind is not (NoticeKind.PartnerEnds or NoticeKind.PartnerPassed) || notice.ThingKind.Split(' ') is not [var which, var written]) return null;
        if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) return null;

        var (day, partner) = (Say.Day(on), who is null ? Somebody : new Text(who, who, who));
        return which switch
        {
            Ends => new(
                Fi: $"{partner.Fi}: kumppanin pääsy päättyy {day}. Jatka, jos häntä tarvitaan edelleen.",
                Sv: $"{partner.Sv}: partnerns åtkomst upphör {day}. Förläng om hen fortfarande behövs.",
                En: $"{partner.En}: the partner's access ends {day}. Renew if they are still needed."),
            Acting => new(
                Fi: $"{partner.Fi}: olet kumppanin tilapäinen vastuuhenkilö {day} asti. Ota vastuu, tai pääsy päättyy silloin.",
                Sv: $"{partner.Sv}: du är partnerns tillfälliga ansvarsperson till {day}. Ta ansvaret, annars upphör åtkomsten då.",
                En: $"{partner.En}: you are the partner's acting sponsor until {day}. Take over, or the access ends then."),
            _ => new(
                Fi: $"{partner.Fi}: vastaat kumppanista {day} alkaen.",
                Sv: $"{partner.Sv}: du ansvarar för partnern från och med {day}.",
                En: $"{partner.En}: you answer for the partner from {day} on."),
        };
    }
}
