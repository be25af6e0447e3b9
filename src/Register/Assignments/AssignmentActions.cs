using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Begins and ends the reasons why people are here. All access follows from these rows, at the tick.</summary>
public sealed class AssignmentActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly IBulk _bulk;
    private readonly AuditLog _audit;
    private readonly Announcer _announcer;
    private readonly AssignmentRules _may;
    private readonly RuleGroups _rules;
    private readonly Settling _settling;
    private readonly SponsorChains _chains;
    private readonly TimeProvider _clock;

    public AssignmentActions(TupaDb db, Writing writing, IBulk bulk, AuditLog audit, Announcer announcer, GroupActions groups, TimeProvider clock)
    {
        (_db, _writing, _bulk, _audit, _announcer) = (db, writing, bulk, audit, announcer);
        (_may, _rules, _settling, _clock) = (new(db), new(db, clock), new(db, writing, bulk, groups, clock), clock);
        _chains = new(db, writing, audit, announcer, clock);
    }

    /// <summary>Begins an assignment and puts the person into its groups from the first day until the last; returns the refusal, or null.</summary>
    public Task<Refusal?> BeginAsync(AssignmentId id, NewAssignment told, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
        (await BeginAsync([new(id, told)], by, stop)).GetValueOrDefault(id), stop);

    /// <summary>
    /// Begins many at once; returns what was refused, and why: the others have begun. One that is here already is left as it is.
    /// Statements over sets, as many for a thousand as for one.
    /// </summary>
    public Task<IReadOnlyDictionary<AssignmentId, Refusal>> BeginAsync(IReadOnlyList<Beginning> many, Actor by, CancellationToken stop = default) =>
        _writing.RunAsync(async () =>
        {
            await _writing.FlushAsync(stop);
            var ids = many.Select(b => b.Id).ToList();
            var here = (await _db.Set<Assignment>().Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(stop)).ToHashSet();
            var fresh = many.Where(b => !here.Contains(b.Id)).ToList();
            var refused = await _may.RefusedAsync(fresh, stop);
            foreach (var (id, refusal) in refused) _audit.Refused(by, "register.assignment.begin", id.Value, refusal);

            var beginning = fresh.Where(b => !refused.ContainsKey(b.Id)).ToList();
            if (beginning.Count > 0) await PutDownAsync(beginning, by, stop);
            return refused;
        }, stop);

    /// <summary>
    /// Ends assignments from an instant on, with everything they gave: memberships, authorities. A partner goes on with the deputy of
    /// a sponsor who ends, or with the head of the unit for a fortnight; where there is neither, the access ends with the sponsor's.
    /// Statements over sets, as many for a thousand as for one. Returns how many ended by then; those that had ended already are left alone.
    /// </summary>
    public Task<int> EndAsync(IReadOnlyCollection<AssignmentId> assignments, DateTime at, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await _writing.FlushAsync(stop);
        var (now, lastDay) = (_clock.UtcNow(), Helsinki.Day(at.AddTicks(-1)));
        var ending = await _db.Set<Assignment>().AsNoTracking().Where(a => assignments.Contains(a.Id) && a.UntilUtc > at).ToListAsync(stop);
        if (ending.Count == 0) return 0;

        var ids = ending.ConvertAll(a => a.Id);
        var partners = await TouchedAsync(ending, now, stop);
        if (ending.Exists(MayMatterToPartners)) await _chains.ReleaseAsync(ids, at, now, stop);
        await _db.Set<Assignment>().Where(a => ids.Contains(a.Id))
            .ExecuteUpdateAsync(set => set
                .SetProperty(a => a.LastDay, a => a.FirstDay > lastDay ? a.FirstDay : a.LastDay > lastDay ? lastDay : a.LastDay)
                .SetProperty(a => a.UntilUtc, at), stop);
        await CutAsync(ids, at, stop);
        foreach (var assignment in ending) _audit.Write(by, "register.assignment.ended", assignment.Id.Value, assignment.Person);

        var followed = await FollowAsync([.. partners.Except(ids)], now, by, stop);
        await SettleAsync([.. ending, .. followed.Select(f => f.Before)], stop);
        return ending.Count + followed.Count(f => f.Until <= at);
    }, stop);

    /// <summary>
    /// Moves the last days of assignments that have not ended, with all that they give: a term that goes on, a contract made shorter.
    /// A partner's own is moved by who answers for the partner (<see cref="Sponsorship"/>), and follows the sponsor's where that comes
    /// first. Statements over sets, one more for each distinct day. Returns how many moved.
    /// </summary>
    /// <param name="lastDays">Inclusive; not before the first day, not in the past. <see cref="Helsinki.Open"/> for an open end.</param>
    public Task<int> MoveEndsAsync(IReadOnlyDictionary<AssignmentId, DateOnly> lastDays, DateTime now, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await _writing.FlushAsync(stop);
        var today = Helsinki.Day(now);
        var moving = (await _db.Set<Assignment>().AsNoTracking()
                .Where(a => lastDays.Keys.Contains(a.Id) && a.UntilUtc > now && a.Population != Population.Partner).ToListAsync(stop))
            .Where(a => lastDays[a.Id] is var day && day != a.LastDay && day >= a.FirstDay && day >= today).ToList();
        if (moving.Count == 0) return 0;

        var partners = await TouchedAsync(moving, now, stop);
        foreach (var some in moving.GroupBy(a => lastDays[a.Id]))
        {
            var (day, until, ids) = (some.Key, Helsinki.EndOf(some.Key), some.Select(a => a.Id).ToList());
            if (some.Any(a => MayMatterToPartners(a) && day < a.LastDay)) await _chains.ReleaseAsync(ids, until, now, stop);
            await MoveAsync(ids, day, until, now, stop);
        }

        foreach (var assignment in moving) _audit.Write(by, "register.assignment.moved", assignment.Id.Value, assignment.Person);
        var followed = await FollowAsync(partners, now, by, stop);
        await SettleAsync([.. moving, .. followed.Select(f => f.Before)], stop);
        return moving.Count;
    }, stop);

    /// <summary>Lets partners' assignments follow their sponsors anew, inside a writing: somebody has taken over, renewed, or come to head a unit. Returns how many ends moved.</summary>
    internal async Task<int> FollowSponsorsAsync(IReadOnlyCollection<AssignmentId> partners, Actor by, CancellationToken stop)
    {
        var followed = await FollowAsync(partners, _clock.UtcNow(), by, stop);
        if (followed.Count > 0) await SettleAsync(followed.ConvertAll(f => f.Before), stop);
        return followed.Count;
    }

    /// <summary>Only staff answer for partners, so that whole schools may come and go without a question about sponsors.</summary>
    private static bool MayMatterToPartners(Assignment assignment) => assignment.Population is Population.Staff or Population.Partner;

    private async Task<List<AssignmentId>> TouchedAsync(List<Assignment> changing, DateTime now, CancellationToken stop) => changing.Exists(MayMatterToPartners)
        ? await _chains.TouchedAsync(changing.FindAll(MayMatterToPartners).ConvertAll(a => a.Id), now, stop)
        : [];

    private async Task<List<ChainEnd>> FollowAsync(IReadOnlyCollection<AssignmentId> partners, DateTime now, Actor by, CancellationToken stop)
    {
        var ends = await _chains.SettleAsync(partners, by, stop);
        foreach (var some in ends.GroupBy(e => e.Until, e => e.Before.Id))
            await MoveAsync([.. some], SponsorPlan.LastDay(some.Key), some.Key, now, stop);
        return ends;
    }

    private async Task MoveAsync(List<AssignmentId> ids, DateOnly day, DateTime until, DateTime now, CancellationToken stop)
    {
        await _db.Set<Assignment>().Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.LastDay, a => a.FirstDay > day ? a.FirstDay : day).SetProperty(a => a.UntilUtc, until), stop);
        var causes = ids.ConvertAll(i => i.Value);
        await _db.Set<GroupMember>().Where(m => causes.Contains(m.Cause) && m.Because == Because.Assignment && m.UntilUtc > now)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.UntilUtc, until), stop);
        await _db.Set<Authority>().Where(a => ids.Contains(a.Assignment) && a.UntilUtc > until)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.UntilUtc, until), stop);
    }

    /// <summary>Cuts what assignments gave short at an instant.</summary>
    private async Task CutAsync(List<AssignmentId> ids, DateTime at, CancellationToken stop)
    {
        var causes = ids.ConvertAll(a => a.Value);
        await _db.Set<GroupMember>().Where(m => causes.Contains(m.Cause) && m.Because == Because.Assignment && m.UntilUtc > at)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.UntilUtc, at), stop);
        await _db.Set<Authority>().Where(a => ids.Contains(a.Assignment) && a.UntilUtc > at)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.UntilUtc, at), stop);
    }

    /// <summary>What follows from changed ends, and the word to the rooms above.</summary>
    /// <param name="changed">As they were before.</param>
    private async Task SettleAsync(List<Assignment> changed, CancellationToken stop)
    {
        var causes = changed.ConvertAll(a => a.Id.Value);
        var people = changed.Select(a => a.Person).Distinct().ToList();
        var groups = await _db.Set<GroupMember>().Where(m => causes.Contains(m.Cause)).Select(m => m.Group).Distinct().ToListAsync(stop);
        await _settling.SettleAsync(people, groups, stop);

        var ids = changed.ConvertAll(a => a.Id);
        var ends = await _db.Set<Assignment>().Where(a => ids.Contains(a.Id))
            .Join(_db.Set<Person>(), a => a.Person, p => p.Id, (a, p) => new { a.Id, a.UntilUtc, p.UsedUntil }).ToDictionaryAsync(a => a.Id, stop);
        await _announcer.AnnounceAsync<StandingChanged>([.. people.Select(p => new StandingChanged(p))], stop);
        await _announcer.AnnounceAsync<AssignmentEnded>(
            [.. changed.Where(a => ends[a.Id].UntilUtc < Helsinki.Never)
                .Select(a => new AssignmentEnded(a.Id, a.Person, a.Population, ends[a.Id].UntilUtc, Last: ends[a.Id].UsedUntil <= ends[a.Id].UntilUtc))], stop);
    }

    private async Task PutDownAsync(List<Beginning> beginning, Actor by, CancellationToken stop)
    {
        await _bulk.InsertAsync(_db, beginning.Select(b => b.Told.Row(b.Id)), stop);
        await SponsorAsync(beginning, by, stop);

        var groups = await _rules.OfAsync(beginning, stop);
        await _bulk.InsertAsync(_db, beginning.SelectMany(b => groups[b.Id].Select(g => new GroupMember
        {
            Person = b.Told.Person,
            Group = g,
            Cause = b.Id.Value,
            Because = Because.Assignment,
            FromUtc = Helsinki.StartOf(b.Told.FirstDay),
            UntilUtc = Helsinki.EndOf(b.Told.LastDay),
            Deputy = b.Told.Kind == AssignmentKind.Deputy,
        })), stop);
        List<PersonId> people = [.. beginning.Select(b => b.Told.Person).Distinct()];
        await _settling.SettleAsync(people, groups.Values.SelectMany(g => g).ToHashSet(), stop);
        foreach (var (id, told) in beginning) _audit.Write(by, "register.assignment.begun", id.Value, told.Person);
        await _announcer.AnnounceAsync<StandingChanged>([.. people.Select(p => new StandingChanged(p))], stop);
        await _announcer.AnnounceAsync<AssignmentBegun>(
            [.. beginning.Select(b => new AssignmentBegun(b.Id, b.Told.Person, b.Told.Population, Helsinki.StartOf(b.Told.FirstDay), Helsinki.EndOf(b.Told.LastDay)))], stop);
    }

    private async Task SponsorAsync(List<Beginning> beginning, Actor by, CancellationToken stop)
    {
        var partners = beginning.Where(b => b.Told.Sponsor is not null).ToList();
        if (partners.Count == 0) return;

        var sponsors = partners.ConvertAll(b => b.Told.Sponsor!.SponsorAssignment);
        var ends = await _db.Set<Assignment>().Where(a => sponsors.Contains(a.Id)).Select(a => new { a.Id, a.LastDay }).ToDictionaryAsync(a => a.Id, a => a.LastDay, stop);
        _db.AddRange(partners.Select(b => new Sponsorship
        {
            Assignment = b.Id,
            SponsorAssignment = b.Told.Sponsor!.SponsorAssignment,
            SponsorEndsOn = ends[b.Told.Sponsor.SponsorAssignment],
            StartsOn = b.Told.FirstDay,
            EndsOn = b.Told.LastDay,
            FromUtc = Helsinki.StartOf(b.Told.FirstDay),
            UntilUtc = Helsinki.EndOf(b.Told.LastDay),
            AgreedUntil = b.Told.LastDay,
            ContractReference = b.Told.Sponsor.ContractReference,
            Purpose = b.Told.Sponsor.Purpose,
            Deputy = b.Told.Sponsor.Deputy,
            ToldBy = by.Person,
            ToldAt = _clock.UtcNow(),
        }));
    }
}
