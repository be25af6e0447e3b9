using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A partner's assignment, as it was, and the end that the chain of sponsors gives it.</summary>
internal sealed record ChainEnd(Assignment Before, DateTime Until);

/// <summary>
/// Keeps the chains of sponsors true to the assignments they stand on: cut before a sponsor's end is moved, written anew after it.
/// What follows a sponsor stands in windows as soon as it is known, so that it holds at the tick with every job dead. Inside a
/// writing; as many statements for a thousand partners as for one, one more for each distinct end, and the rows.
/// </summary>
internal sealed class SponsorChains(TupaDb db, Writing writing, AuditLog audit, Announcer announcer, TimeProvider clock)
{
    /// <summary>The partners whose access still hangs on one of these assignments: as the sponsor's, one that is to follow, or the deputy's.</summary>
    public async Task<List<AssignmentId>> TouchedAsync(List<AssignmentId> changing, DateTime now, CancellationToken stop)
    {
        await writing.InTurnAsync("sponsorships", stop);
        return await db.Set<Sponsorship>()
            .Where(s => s.UntilUtc > now && (changing.Contains(s.SponsorAssignment) || (s.Deputy != null && changing.Contains(s.Deputy.Value))))
            .Select(s => s.Assignment).Distinct().ToListAsync(stop);
    }

    /// <summary>Before assignments end earlier: nothing may stand on them, or for them, beyond that. The database would refuse it.</summary>
    public async Task ReleaseAsync(List<AssignmentId> ending, DateTime at, DateTime now, CancellationToken stop)
    {
        var lastDay = SponsorPlan.LastDay(at);
        var theirs = db.Set<Sponsorship>().Where(s => ending.Contains(s.SponsorAssignment) || ending.Contains(s.Assignment));
        await theirs.Where(s => s.FromUtc > now && s.FromUtc >= at).ExecuteDeleteAsync(stop);
        await theirs.Where(s => s.UntilUtc > at).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.StartsOn, s => s.StartsOn > lastDay ? lastDay : s.StartsOn)
            .SetProperty(s => s.EndsOn, s => s.EndsOn > lastDay ? lastDay : s.EndsOn)
            .SetProperty(s => s.FromUtc, s => s.FromUtc > at ? at : s.FromUtc)
            .SetProperty(s => s.UntilUtc, at), stop);

        // A partner who is ended is not suspended: what was agreed is over with the last whole day.
        var agreed = Helsinki.Day(at).AddDays(-1);
        await db.Set<Sponsorship>().Where(s => ending.Contains(s.Assignment) && s.AgreedUntil > agreed)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.AgreedUntil, agreed), stop);
    }

    /// <summary>Writes anew who answers for these partners from now on. Returns those whose access ends at another instant than before.</summary>
    public async Task<List<ChainEnd>> SettleAsync(IReadOnlyCollection<AssignmentId> partners, Actor by, CancellationToken stop)
    {
        if (partners.Count == 0) return [];

        var now = clock.UtcNow();
        await writing.FlushAsync(stop);
        var chains = (await db.Set<Sponsorship>().AsNoTracking().Where(s => partners.Contains(s.Assignment)).ToListAsync(stop))
            .GroupBy(s => s.Assignment).ToDictionary(g => g.Key, g => g.OrderBy(s => s.FromUtc).ThenBy(s => s.Id).ToList());
        var asked = chains.SelectMany(c => c.Value).SelectMany(s => new[] { s.Assignment, s.SponsorAssignment, s.Deputy ?? s.Assignment }).Distinct().ToList();
        var known = await db.Set<Assignment>().AsNoTracking().Where(a => asked.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
        var heads = await HeadLines.ReadAsync(db, stop);
        var changes = chains.Values.Select(c => new ChainChange(c, known, heads, now)).ToList();

        await WriteAsync(changes, heads, known, stop);
        await TellAsync(changes, heads, known, now, by, stop);
        return [.. changes.Where(c => c.Until != known[c.Partner].UntilUtc).Select(c => new ChainEnd(known[c.Partner], c.Until))];
    }

    private async Task WriteAsync(List<ChainChange> changes, HeadLines heads, Dictionary<AssignmentId, Assignment> known, CancellationToken stop)
    {
        var gone = changes.SelectMany(c => c.Gone).Select(s => s.Id).ToList();
        if (gone.Count > 0) await db.Set<Sponsorship>().Where(s => gone.Contains(s.Id)).ExecuteDeleteAsync(stop);
        foreach (var some in changes.Where(c => c.Moves).GroupBy(c => c.Standing.Until, c => c.Base.Id))
        {
            var (until, day, ids) = (some.Key, SponsorPlan.LastDay(some.Key), some.ToList());
            await db.Set<Sponsorship>().Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(set => set
                .SetProperty(s => s.EndsOn, s => day < s.StartsOn ? s.StartsOn : day).SetProperty(s => s.UntilUtc, until).SetProperty(s => s.Reminded, 0), stop);
        }

        db.AddRange(changes.SelectMany(c => c.Fresh.Select(s => c.Row(s, LastDayOf(s.Sponsor), clock.UtcNow()))));
        await writing.FlushAsync(stop);

        DateOnly LastDayOf(AssignmentId sponsor) => known.TryGetValue(sponsor, out var row) ? row.LastDay : heads.LastDayOf(sponsor);
    }

    /// <summary>Those to whom it falls are told, and what befalls a partner is noted.</summary>
    private async Task TellAsync(
        List<ChainChange> changes, HeadLines heads, Dictionary<AssignmentId, Assignment> known, DateTime now, Actor by, CancellationToken stop)
    {
        foreach (var change in changes.Where(c => c.Fresh.Count > 0)) audit.Write(by, "register.sponsorship.passed", change.Partner.Value, known[change.Partner].Person);
        foreach (var change in changes.Where(c => c.Until <= now && c.Until < Helsinki.EndOf(c.Base.AgreedUntil) && known[c.Partner].UntilUtc > now))
            audit.Write(by, "register.sponsorship.suspended", change.Partner.Value, known[change.Partner].Person);

        await announcer.AnnounceAsync<SponsorshipPassed>(
            [.. changes.SelectMany(c => c.Fresh.Select(s => new SponsorshipPassed(
                c.Partner, known[c.Partner].Person, PersonOf(s.Sponsor), Helsinki.Day(s.From), SponsorPlan.LastDay(s.Until), s.Kind == SponsorshipKind.Acting)))], stop);

        PersonId PersonOf(AssignmentId sponsor) => known.TryGetValue(sponsor, out var row) ? row.Person : heads.PersonOf(sponsor);
    }
}

/// <summary>What becomes of one chain: how long what stands goes on, what no longer follows, what follows instead.</summary>
internal sealed class ChainChange
{
    public ChainChange(List<Sponsorship> chain, IReadOnlyDictionary<AssignmentId, Assignment> known, HeadLines heads, DateTime now)
    {
        var at = Math.Max(chain.FindLastIndex(s => s.FromUtc <= now), 0);
        Base = chain[at];
        var later = chain.Skip(at + 1).ToList();
        var deputy = Base.Deputy is { } id ? CoverOf(known[id]) : null;
        var plan = SponsorPlan.Of(
            new(Base.Kind, CoverOf(known[Base.SponsorAssignment]), Base.FromUtc, ActingSince(chain, at), Base.AgreedUntil, deputy),
            heads.Of(known[Base.Assignment].Unit));
        (Standing, Until) = (plan[0], plan[^1].Until);

        var same = later.Select(s => new Stretch(s.Kind, s.SponsorAssignment, s.FromUtc, s.UntilUtc)).SequenceEqual(plan.Skip(1));
        Gone = same ? [] : later;
        Fresh = same ? [] : [.. plan.Skip(1)];
    }

    public Sponsorship Base { get; }
    public AssignmentId Partner => Base.Assignment;
    public Stretch Standing { get; }
    public DateTime Until { get; }
    public bool Moves => Standing.Until != Base.UntilUtc;
    public IReadOnlyList<Sponsorship> Gone { get; }
    public IReadOnlyList<Stretch> Fresh { get; }

    public Sponsorship Row(Stretch stretch, DateOnly sponsorEnds, DateTime now) => new()
    {
        Assignment = Base.Assignment,
        SponsorAssignment = stretch.Sponsor,
        SponsorEndsOn = sponsorEnds,
        StartsOn = Helsinki.Day(stretch.From),
        EndsOn = SponsorPlan.LastDay(stretch.Until),
        FromUtc = stretch.From,
        UntilUtc = stretch.Until,
        AgreedUntil = Base.AgreedUntil,
        ContractReference = Base.ContractReference,
        Purpose = Base.Purpose,
        Kind = stretch.Kind,
        ToldAt = now,
    };

    private static Cover CoverOf(Assignment row) => new(row.Id, row.Person, Helsinki.StartOf(row.FirstDay), row.UntilUtc);

    /// <summary>When the fortnight began of which this is a part: heads may follow one another in it.</summary>
    private static DateTime ActingSince(List<Sponsorship> chain, int at)
    {
        while (at > 0 && chain[at].Kind == SponsorshipKind.Acting && chain[at - 1].Kind == SponsorshipKind.Acting) at--;
        return chain[at].FromUtc;
    }
}
