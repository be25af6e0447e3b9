using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>How far a delivery has been worked through.</summary>
public sealed record FeedStep(BatchState State, int Done, int Of);

/// <summary>
/// Lays out what a delivery would change, record by record, beside the register: nothing of the register itself is touched. What is
/// the same as last time costs one comparison and no row.
/// </summary>
internal sealed class FeedStaging(TupaDb db, Writing writing, IBulk bulk, Trust trust, SourceCuts cuts, TimeProvider clock)
{
    private const int Chunk = 1_000;

    private readonly PresentReading _presents = new(db, clock);

    /// <summary>Safe to begin anew: what an interrupted run laid out is taken away first.</summary>
    public async Task<StagedReport> StageAsync(Batch batch, ReadFeed feed, FeedNotes notes, IProgress<FeedStep>? progress, CancellationToken stop)
    {
        await ClearAsync(batch.Id, stop);
        var places = await Places.ReadAsync(db, batch.Source, batch.Feed, feed.Units, stop);
        var report = new StagedReport(feed.Count);
        foreach (var unit in feed.Units.Where(u => places.UnitOf(u.Key) is null)) notes.Remark(FeedText.UnknownUnit(unit.Name, unit.InstitutionCode));
        await GroupsAsync(batch, feed, places, report, stop);

        var seen = new HashSet<SourceRecordId>();
        var newer = await NewerAsync(batch, stop);
        var matching = new Matching(db, trust, clock);
        var planning = new Planning(batch.Source, places, Day(batch), batch.HeardAt, ofYear: batch.ForDay is not null);
        var done = 0;
        await foreach (var some in ChunksAsync(feed.People(stop), stop))
        {
            await PeopleAsync(batch, some, places, planning, matching, seen, newer, report, stop);
            progress?.Report(new(BatchState.Received, done += some.Count, feed.Count));
        }

        report.Live = await LiveAsync(batch, stop);
        if (feed.Whole) await EndsAsync(batch, seen, newer, report, stop);
        if (report.Of(Counted.Left) > 0) notes.Remark(FeedText.LeftOut(report.Of(Counted.Left)));
        if (report.InPart > 0) notes.Remark(FeedText.HeardInPart(report.InPart));
        return report;
    }

    /// <summary>In pieces: what was laid out may be a whole city.</summary>
    public Task<int> ClearAsync(BatchId batch, CancellationToken stop) => StagedRows.ClearAsync(db, writing, batch, stop);

    /// <summary>As of which day the plan is made: that of a change of school year, or today.</summary>
    private DateOnly Day(Batch batch) => batch.ForDay is { } day && day > clock.Today() ? day : clock.Today();

    /// <summary>What the feed has said since a change of school year was delivered: whom that put out stays out, and whom it brought stays.</summary>
    private async Task<HashSet<Guid>> NewerAsync(Batch batch, CancellationToken stop) => batch.SaidAt is not { } said ? [] :
        (await db.Set<Batch>().Where(b => b.Source == batch.Source && b.Feed == batch.Feed && b.State == BatchState.Applied && b.SentAt > said).Select(b => b.Id).ToListAsync(stop))
            .ConvertAll(b => b.Value).ToHashSet();

    private async Task GroupsAsync(Batch batch, ReadFeed feed, Places places, StagedReport report, CancellationToken stop)
    {
        var rows = new List<StagedGroup>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var said in feed.Groups)
        {
            var code = places.CodeOf(said.Key);
            if (!named.Add(code)) continue;

            var (fi, sv, unit) = (Short(said.Name), Short(said.NameSv ?? said.Name), places.UnitOf(said.Unit));
            var known = places.GroupOf(said.Key);
            if (known is null)
            {
                var fresh = new Places.GroupRead(GroupId.New(), said.Kind, code, fi, sv, unit);
                places.Expect(fresh);
                rows.Add(Row(batch.Id, fresh, GroupChange.New));
                report.Count(Counted.NewGroups);
            }
            else if (known.NameFi != fi || known.NameSv != sv)
            {
                rows.Add(Row(batch.Id, known with { NameFi = fi, NameSv = sv }, GroupChange.Renamed));
                report.Count(Counted.RenamedGroups);
            }
        }

        if (feed.Whole)
        {
            var over = places.Groups.Where(g => !named.Contains(g.Code)).ToList();
            report.Count(Counted.EndedGroups, over.Count);
            if (batch.ForDay is not null) rows.AddRange((await PeopledAsync(over, stop)).Select(g => Row(batch.Id, g, GroupChange.Ended)));
        }

        if (rows.Count == 0) return;
        await writing.RunAsync(async () =>
        {
            await FeedClaims.HoldAsync(db, batch.Id, clock.UtcNow(), stop);
            return await bulk.InsertAsync(db, rows, stop);
        }, stop);
    }

    /// <summary>Those that somebody is in now.</summary>
    private async Task<List<Places.GroupRead>> PeopledAsync(List<Places.GroupRead> groups, CancellationToken stop)
    {
        var (now, ids) = (clock.UtcNow(), groups.ConvertAll(g => g.Id));
        var peopled = (await db.Set<GroupMember>().Where(m => ids.Contains(m.Group) && m.UntilUtc > now).Select(m => m.Group).Distinct().ToListAsync(stop)).ToHashSet();
        return groups.FindAll(g => peopled.Contains(g.Id));
    }

    private async Task PeopleAsync(
        Batch batch, List<FedPerson> some, Places places, Planning planning, Matching matching, HashSet<SourceRecordId> seen, HashSet<Guid> newer,
        StagedReport report, CancellationToken stop)
    {
        var told = some.ConvertAll(p => Canon.Tidy(p, places));
        var payloads = told.ToDictionary(p => p.Key, Canon.Write, StringComparer.Ordinal);
        var keys = told.ConvertAll(p => p.Key);
        var records = await db.Set<SourceRecord>().AsNoTracking().Where(r => r.Source == batch.Source && r.Feed == batch.Feed && keys.Contains(r.Key))
            .ToDictionaryAsync(r => r.Key, StringComparer.Ordinal, stop);
        seen.UnionWith(records.Values.Select(r => r.Id));
        report.Count(Counted.Newer, told.RemoveAll(p => records.TryGetValue(p.Key, out var record) && record.State == RecordState.Ended && record.LastBatch is { } last && newer.Contains(last)));
        var news = told.FindAll(p => !(records.TryGetValue(p.Key, out var record) && record is { State: RecordState.Live, Person: not null, Said: { } said }
            && said.AsSpan().SequenceEqual(Canon.Digest(payloads[p.Key]))));
        report.Count(Counted.Unchanged, told.Count - news.Count);

        var rows = new List<Staged>();
        if (news.Count > 0)
        {
            var presents = await _presents.OfAsync(batch.Source, batch.Feed, news, matching, stop);
            foreach (var plan in news.Select(p => planning.Of(p, presents[p.Key])))
            {
                report.Note(plan);
                if (!plan.Nowhere && !(plan.Kind == StagedKind.Heard && plan.Told.Left)) rows.Add(Row(batch, plan, payloads[plan.Told.Key], places));
            }
        }

        await writing.RunAsync<bool>(async () =>
        {
            await FeedClaims.HoldAsync(db, batch.Id, clock.UtcNow(), stop);
            await bulk.InsertAsync(db, rows, stop);

            // A cut waits neither for the brake nor for anybody's decision: it takes nothing away that does not come back.
            if (batch is { Source: Source.Ldap, DryRun: false })
                await cuts.SetAsync([.. told.Where(p => records.ContainsKey(p.Key)).Select(p => (records[p.Key].Id, p.CutAt))], Actor.House("register.feed"), stop);
            return true;
        }, stop);
        report.Changes += rows.Count;
    }

    private async Task EndsAsync(Batch batch, HashSet<SourceRecordId> seen, HashSet<Guid> newer, StagedReport report, CancellationToken stop)
    {
        var after = default(SourceRecordId);
        while (true)
        {
            var live = await db.Set<SourceRecord>().AsNoTracking()
                .Where(r => r.Source == batch.Source && r.Feed == batch.Feed && r.State == RecordState.Live && r.Id.CompareTo(after) > 0)
                .OrderBy(r => r.Id).Take(Chunk).Select(r => new { r.Id, r.Key, r.Person, r.LastBatch }).ToListAsync(stop);
            if (live.Count == 0) return;

            after = live[^1].Id;
            var gone = live.FindAll(r => !seen.Contains(r.Id));
            report.Count(Counted.Newer, gone.RemoveAll(r => r.LastBatch is { } last && newer.Contains(last)));
            if (gone.Count == 0) continue;

            report.Count(Counted.Ends, gone.Count);
            report.Ending += await HereAsync(gone.ConvertAll(r => r.Id), stop);
            var places = batch.ForDay is null ? [] : await SchoolsAsync([.. gone.Select(r => r.Person).OfType<PersonId>()], stop);
            var rows = gone.ConvertAll(r =>
            {
                var (role, school) = r.Person is { } person && places.TryGetValue(person, out var place) ? place : default;
                return new Staged
                {
                    Batch = batch.Id,
                    Key = r.Key,
                    Kind = StagedKind.Ends,
                    Turn = 2,
                    Record = Pointed(batch, r.Id, r.Person),
                    Person = r.Person,
                    Move = batch.ForDay is null || r.Person is null ? null : YearMoves.Leaving(role),
                    From = school,
                };
            });
            await writing.RunAsync(async () =>
            {
                await FeedClaims.HoldAsync(db, batch.Id, clock.UtcNow(), stop);
                return await bulk.InsertAsync(db, rows, stop);
            }, stop);
            report.Changes += rows.Count;
        }
    }

    private Task<Dictionary<PersonId, (SchoolRole? Role, UnitId? School)>> SchoolsAsync(List<PersonId> people, CancellationToken stop) => db.Set<CardB>().AsNoTracking()
        .Where(c => people.Contains(c.Person)).Select(c => new { c.Person, c.Role, c.School }).ToDictionaryAsync(c => c.Person, c => ((SchoolRole?)c.Role, (UnitId?)c.School), stop);

    /// <summary>A plan that is only looked at must not keep a record from going that is nobody's.</summary>
    private static SourceRecordId? Pointed(Batch batch, SourceRecordId? record, PersonId? person) => batch.DryRun && person is null ? null : record;

    /// <summary>How many of these records keep somebody here now.</summary>
    private async Task<int> HereAsync(List<SourceRecordId> records, CancellationToken stop)
    {
        var now = clock.UtcNow();
        return await db.Set<Assignment>().Where(a => a.Record != null && records.Contains(a.Record.Value) && a.UntilUtc > now).Select(a => a.Record).Distinct().CountAsync(stop);
    }

    private async Task<int> LiveAsync(Batch batch, CancellationToken stop)
    {
        var now = clock.UtcNow();
        return await db.Set<Assignment>().Where(a => a.UntilUtc > now)
            .Join(db.Set<SourceRecord>().Where(r => r.Source == batch.Source && r.Feed == batch.Feed), a => a.Record, r => (SourceRecordId?)r.Id, (a, r) => r.Id).Distinct().CountAsync(stop);
    }

    private Staged Row(Batch batch, PersonPlan plan, string payload, Places places) => new()
    {
        Batch = batch.Id,
        Key = plan.Told.Key,
        Kind = plan.Kind,
        Turn = plan.Kind == StagedKind.Ends ? 2 : plan.Told.Assignments.Any(a => a.StandsInFor is not null) ? 1 : 0,
        Unit = (batch.ForDay is null ? null : places.UnitOf(plan.Told.School))
            ?? plan.Told.Assignments.Select(a => Guid.TryParse(a.Unit, out var id) ? new UnitId(id) : (UnitId?)null).FirstOrDefault(u => u is not null),
        Record = Pointed(batch, plan.Present.Record?.Id, plan.Present.Person?.Id),
        Person = plan.Present.Person?.Id,
        Digest = Canon.Digest(payload),
        Payload = plan.Kind == StagedKind.Ends ? null : payload,
        Fields = plan.Kind is StagedKind.Changed or StagedKind.Returns ? string.Join(' ', plan.Fields) : null,
        Move = batch.ForDay is null ? null : YearMoves.Of(plan, places, Day(batch)),
        From = batch.ForDay is null ? null : plan.Present.B?.School,
    };

    private static StagedGroup Row(BatchId batch, Places.GroupRead group, GroupChange change) => new()
    {
        Batch = batch,
        Kind = group.Kind,
        Code = group.Code,
        NameFi = group.NameFi,
        NameSv = group.NameSv,
        Unit = group.Unit,
        Group = group.Id.Value,
        Change = change,
    };

    private static string Short(string name) => name.Length > 160 ? name[..160] : name;

    private static async IAsyncEnumerable<List<FedPerson>> ChunksAsync(
        IAsyncEnumerable<FedPerson> people, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var chunk = new List<FedPerson>(Chunk);
        await foreach (var person in people.WithCancellation(stop))
        {
            chunk.Add(person);
            if (chunk.Count < Chunk) continue;
            yield return chunk;
            chunk = new(Chunk);
        }

        if (chunk.Count > 0) yield return chunk;
    }
}
