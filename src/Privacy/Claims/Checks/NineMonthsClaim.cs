using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Privacy;

/// <summary>Nobody is past the nine months but those under a legal hold (DESIGN, law 5), and the nightly erasure runs.</summary>
internal sealed class NineMonthsClaim(TupaDb db, Leavers leavers, JobRuns jobs, EraseBy rule, TimeProvider clock) : IClaimCheck
{
    /// <summary>The job looks every hour whether there is something to do.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(26);

    public string Key => "privacy.nine-months";

    public Text Promise => new(
        Fi: "Henkilötietoja säilytetään enintään 9 kuukautta palvelun käytön päättymisestä.",
        Sv: "Personuppgifter förvaras högst 9 månader efter att användningen av tjänsten har upphört.",
        En: "Personal data is kept for at most 9 months after the use of the service has ended.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Yli 9 kuukautta", Sv: "Över 9 månader", En: "Past 9 months"),
        new(Fi: "Joista säilytysvelvoite koskee", Sv: "Av dem omfattas av en bevarandeplikt", En: "Of them under a legal hold"),
        new(Fi: "Poistopäivä ohitettu", Sv: "Raderingsdagen passerad", En: "Past the day of erasure"),
        new(Fi: "Tunteja poistoajosta", Sv: "Timmar sedan raderingen", En: "Hours since the erasure ran"),
    ];

    public ClaimOwner Owner => ClaimOwner.DataProtection;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        var held = LegalHold.At(db, now);
        var past = leavers.EndedBy((rule with { BackupDays = 0, MarginDays = 0 }).EndedBy(today.AddDays(-1)));
        var kept = await past.Where(l => held.Contains(l.Person)).Select(l => l.Person).Distinct().CountAsync(stop);
        var all = await past.Select(l => l.Person).Distinct().CountAsync(stop);
        var late = await leavers.EndedBy(rule.EndedBy(today.AddDays(-1))).Where(l => !held.Contains(l.Person)).Select(l => l.Person).Distinct().CountAsync(stop);
        var run = await jobs.LastAsync<ErasureNight>(stop);
        var age = run is { FinishedAt: { } at, Error: null } ? now - at : TimeSpan.MaxValue;
        return ClaimFinding.Of(all == kept && age <= Longest, all, kept, late, age == TimeSpan.MaxValue ? -1 : (long)age.TotalHours);
    }
}
