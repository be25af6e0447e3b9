using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Begins and ends the reasons why people are here. All access follows from these rows, at the tick.</summary>
public sealed class AssignmentActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly Announcer _announcer;
    private readonly GroupActions _groups;
    private readonly RuleGroups _rules;
    private readonly CardEnds _cards;
    private readonly PersonNaming _naming;

    public AssignmentActions(TupaDb db, Writing writing, AuditLog audit, Announcer announcer, GroupActions groups, TimeProvider clock)
    {
        (_db, _writing, _audit, _announcer, _groups) = (db, writing, audit, announcer, groups);
        (_rules, _cards, _naming) = (new(db, clock), new(db), new(db, writing, clock));
    }

    /// <summary>Begins an assignment and puts the person into its groups from the first day until the last; returns the refusal, or null.</summary>
    public Task<Refusal?> BeginAsync(AssignmentId id, NewAssignment told, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        if (await RefusalOfAsync(told, stop) is { } reason) return _audit.Refused(by, "register.assignment.begin", id.Value, reason);

        _db.Add(new Assignment
        {
            Id = id,
            Person = told.Person,
            Population = told.Population,
            Kind = told.Kind,
            Unit = told.Unit,
            Organ = told.Organ,
            Duty = told.Duty,
            StandsInFor = told.StandsInFor,
            Source = told.Source,
            FirstDay = told.FirstDay,
            LastDay = told.LastDay,
        });
        await _writing.FlushAsync(stop);
        if (told.Sponsor is { } sponsor) await SponsorAsync(id, told, sponsor, stop);

        var groups = await _rules.OfAsync(told, stop);
        var (from, until) = (Helsinki.StartOf(told.FirstDay), Helsinki.EndOf(told.LastDay));
        _db.AddRange(groups.Select(g => new GroupMember
        {
            Person = told.Person,
            Group = g,
            Cause = id.Value,
            Because = Because.Assignment,
            FromUtc = from,
            UntilUtc = until,
        }));
        await SettleAsync([told.Person], groups, new Dictionary<AssignmentId, DateTime>(), stop);
        _audit.Write(by, "register.assignment.begun", id.Value, told.Person);
        return null;
    }, stop);

    /// <summary>
    /// Ends assignments from an instant on, with everything they gave: memberships, authorities, the partners they answer for.
    /// Statements over sets, as many for a thousand as for one. Returns how many ended; those that had ended already are left alone.
    /// </summary>
    public Task<int> EndAsync(IReadOnlyCollection<AssignmentId> assignments, DateTime at, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await _writing.FlushAsync(stop);
        var lastDay = Helsinki.Day(at.AddTicks(-1));
        var sponsored = _db.Set<Sponsorship>().Where(s => assignments.Contains(s.SponsorAssignment)).Select(s => s.Assignment);
        var ending = await _db.Set<Assignment>().AsNoTracking()
            .Where(a => (assignments.Contains(a.Id) || sponsored.Contains(a.Id)) && a.LastDay >= lastDay).ToListAsync(stop);
        if (ending.Count == 0) return 0;

        var ids = ending.ConvertAll(a => a.Id);
        var causes = ids.ConvertAll(a => a.Value);
        var people = ending.Select(a => a.Person).Distinct().ToList();
        var members = _db.Set<GroupMember>().Where(m => causes.Contains(m.Cause) && m.Because == Because.Assignment && m.UntilUtc > at);
        var groups = await members.Select(m => m.Group).Distinct().ToListAsync(stop);

        await _db.Set<Sponsorship>().Where(s => ids.Contains(s.Assignment) && s.EndsOn > lastDay)
            .ExecuteUpdateAsync(set => set
                .SetProperty(s => s.StartsOn, s => s.StartsOn > lastDay ? lastDay : s.StartsOn)
                .SetProperty(s => s.EndsOn, lastDay), stop);
        await _db.Set<Assignment>().Where(a => ids.Contains(a.Id) && a.LastDay > lastDay)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastDay, a => a.FirstDay > lastDay ? a.FirstDay : lastDay), stop);
        await members.ExecuteUpdateAsync(set => set.SetProperty(m => m.UntilUtc, at), stop);
        await _db.Set<Authority>().Where(a => ids.Contains(a.Assignment) && a.UntilUtc > at)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.UntilUtc, at), stop);
        await SettleAsync(people, groups, ids.ToDictionary(id => id, _ => at), stop);

        var staying = await StayingAsync(people, ids, lastDay, stop);
        foreach (var assignment in ending) _audit.Write(by, "register.assignment.ended", assignment.Id.Value, assignment.Person);
        await _announcer.AnnounceAsync<AssignmentEnded>(
            [.. ending.Select(a => new AssignmentEnded(a.Id, a.Person, a.Population, at, Last: !staying.Contains(a.Person)))], stop);
        return ending.Count;
    }, stop);

    private async Task SettleAsync(List<PersonId> people, IReadOnlyCollection<GroupId> groups, Dictionary<AssignmentId, DateTime> ended, CancellationToken stop)
    {
        await _naming.RewriteAsync(people, stop);
        await _cards.SetAsync(people, ended, stop);
        var spaces = await _db.Set<Inclusion>().Where(i => groups.Contains(i.Part)).Select(i => i.Whole).Distinct().ToListAsync(stop);
        await _groups.RecountCloseAsync(spaces, stop);
    }

    private Task<List<PersonId>> StayingAsync(List<PersonId> people, List<AssignmentId> ended, DateOnly lastDay, CancellationToken stop) =>
        _db.Set<Assignment>().Where(a => people.Contains(a.Person) && !ended.Contains(a.Id) && a.LastDay > lastDay)
            .Select(a => a.Person).Distinct().ToListAsync(stop);

    private async Task SponsorAsync(AssignmentId id, NewAssignment told, NewSponsorship sponsor, CancellationToken stop)
    {
        var lastDay = await _db.Set<Assignment>().Where(a => a.Id == sponsor.SponsorAssignment).Select(a => a.LastDay).SingleAsync(stop);
        _db.Add(new Sponsorship
        {
            Assignment = id,
            SponsorAssignment = sponsor.SponsorAssignment,
            SponsorEndsOn = lastDay,
            StartsOn = told.FirstDay,
            EndsOn = told.LastDay,
            ContractReference = sponsor.ContractReference,
            Purpose = sponsor.Purpose,
        });
    }

    private async Task<Refusal?> RefusalOfAsync(NewAssignment told, CancellationToken stop)
    {
        if (told.LastDay < told.FirstDay) return new(AssignmentText.DaysReversed);
        if (told.Unit is null && told.Organ is null) return new(AssignmentText.NoPlace);
        if (!await _db.Set<Person>().AnyAsync(p => p.Id == told.Person, stop)) return new(AssignmentText.NoPerson);
        if (told.Kind == AssignmentKind.Substitute && !await _db.Set<Assignment>().AnyAsync(a => a.Id == told.StandsInFor, stop))
            return new(AssignmentText.NobodyToStandInFor);
        if (told.Population != Population.Partner) return null;

        if (told.LastDay > told.FirstDay.AddMonths(12)) return new(AssignmentText.TooLong);
        var answered = told.Sponsor is { } sponsor && await _db.Set<Assignment>().AnyAsync(
            a => a.Id == sponsor.SponsorAssignment && a.Population == Population.Staff && told.LastDay <= a.LastDay, stop);
        return answered ? null : new(AssignmentText.NoSponsor);
    }
}
