using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Reads the proposals of a supervisor that wait: those one has made, and those about the people one answers for, whoever made them.</summary>
public sealed class ProposalQueries
{
    private const int Most = 100;

    private readonly TupaDb _db;
    private readonly TeamAccess _teams;
    private readonly Authorities _authorities;
    private readonly PeopleNames _names;

    internal ProposalQueries(TupaDb db, TeamAccess teams, Authorities authorities, PeopleNames names) => (_db, _teams, _authorities, _names) = (db, teams, authorities, names);

    /// <summary>Four statements, whatever the number.</summary>
    public async Task<ProposalList> OfAsync(Actor by, CancellationToken stop = default)
    {
        if (by.Person is not { } me) return new([], false);

        var team = await _teams.OfAsync(me, stop);
        var colleagues = await ColleaguesAsync(team, stop);
        var extensions = await ExtensionsAsync(team, stop);
        var named = await _names.ForAsync([.. extensions.Select(e => e.Person).Concat(extensions.Select(e => e.ProposedBy).OfType<PersonId>()).Distinct()], by, stop);
        return new(
            [.. colleagues.Concat(extensions.Select(e => new ProposalRow(
                ProposalKind.Extension, e.Id.Value, named[e.Person].Name, named[e.Person].Href,
                $"{TeamText.What(e.DutyFi, e.DutySv, e.UnitFi, e.UnitSv, e.Population)}. {EndingText.Wanted(e.EndsNow, e.LastDay)}", e.ProposedAt,
                e.ProposedBy is { } who && who != me ? named[who] : null, e.Source, Answered: false))).OrderBy(r => r.Since).ThenBy(r => r.Id)],
            await _authorities.ShowsAsync(me, AuthorityKind.SourceSteward, stop));
    }

    /// <summary>Those whom one has typed and whom the house could not tell from somebody who is here.</summary>
    internal static IQueryable<SourceRecord> Typed(TupaDb db, PersonId by) => db.Set<SourceRecord>()
        .Where(r => r.Source == Source.Supervisors && r.Feed == TeamRecords.Feed && r.Person == null
            && db.Set<Batch>().Any(b => r.LastBatch == b.Id.Value && b.Format == Batch.Typed && b.SentBy == by));

    private async Task<IEnumerable<ProposalRow>> ColleaguesAsync(Team team, CancellationToken stop)
    {
        var rows = await Typed(_db, team.Head)
            .Join(_db.Set<SameTask>().Where(t => t.State == SameState.Open), r => r.Id, t => t.Record, (r, t) => new { r.Id, t.Payload, t.MadeAt, t.Said })
            .OrderBy(r => r.MadeAt).Take(Most).ToListAsync(stop);
        return rows.GroupBy(r => r.Id).Select(questions =>
        {
            var told = questions.Select(q => q.Payload).OfType<string>().Select(Canon.Read).FirstOrDefault();
            var unit = told?.Assignments.Select(a => a.Unit).FirstOrDefault() is { } said && Guid.TryParse(said, out var id) && team.IsUnit(new(id)) ? team.NameOf(new(id)).ToString() : null;
            return new ProposalRow(
                ProposalKind.Colleague, questions.Key.Value, told is null ? PersonText.Former : FeedQueries.NameOf(told), null, unit ?? TeamText.NewTitle, questions.Min(q => q.MadeAt), null,
                Source.Supervisors, questions.Any(q => q.Said is not null));
        });
    }

    private async Task<List<Waiting>> ExtensionsAsync(Team team, CancellationToken stop)
    {
        var (me, units) = (team.Head, team.Units.Concat(team.Below.Select(b => b.Unit)).Distinct().ToList());
        var rows = await (
            from e in _db.Set<Extension>().Where(e => e.State == ExtensionState.Proposed)
            join a in _db.Set<Assignment>() on e.Assignment equals a.Id
            where e.ProposedBy == me || (a.Population == Population.Staff && a.Unit != null && units.Contains(a.Unit.Value))
            join duty in _db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join unit in _db.Set<Unit>() on a.Unit equals unit.Id into places
            from u in places.DefaultIfEmpty()
            orderby e.ProposedAt, e.Id
            select new Waiting
            {
                Id = e.Id,
                ProposedBy = e.ProposedBy,
                ProposedAt = e.ProposedAt,
                LastDay = e.LastDay,
                Person = a.Person,
                Unit = a.Unit,
                Population = a.Population,
                Source = a.Source,
                EndsNow = a.LastDay,
                DutyFi = d.NameFi,
                DutySv = d.NameSv,
                UnitFi = u.NameFi,
                UnitSv = u.NameSv,
            }).Take(Most).ToListAsync(stop);
        return rows.FindAll(r => r.ProposedBy == me || team.AnswersFor(r.Person, r.Unit!.Value));
    }

    private sealed class Waiting
    {
        public required ExtensionId Id { get; init; }
        public PersonId? ProposedBy { get; init; }
        public required DateTime ProposedAt { get; init; }
        public required DateOnly LastDay { get; init; }
        public required PersonId Person { get; init; }
        public UnitId? Unit { get; init; }
        public required Population Population { get; init; }
        public required Source Source { get; init; }
        public required DateOnly EndsNow { get; init; }
        public string? DutyFi { get; init; }
        public string? DutySv { get; init; }
        public string? UnitFi { get; init; }
        public string? UnitSv { get; init; }
    }
}
