using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Hears what a batch says of some people, inside a writing: people, cards, origins, assignments, groups. As many statements for a thousand as for one, and the rows.</summary>
internal sealed class FeedHearing(
    TupaDb db, Writing writing, IBulk bulk, Trust trust, AuditLog audit, AssignmentActions assignments, GroupActions groups, RecordEnds ends, SourceCuts cuts, TimeProvider clock)
{
    private readonly PresentReading _presents = new(db, clock);
    private readonly CardWriting _cards = new(db, writing, bulk, clock);
    private readonly Settling _settling = new(db, writing, bulk, groups, clock);
    private (BatchId Batch, Places Places, Matching Matching)? _known;

    /// <summary>Hears of one person what somebody has just typed, without laying it out first.</summary>
    public async Task HearTypedAsync(Batch batch, FedPerson typed, Actor by, CancellationToken stop)
    {
        var told = Canon.Tidy(typed, (await KnownAsync(batch, stop)).Places);
        var payload = Canon.Write(told);
        await HearAsync(batch, [new() { Batch = batch.Id, Key = told.Key, Kind = StagedKind.New, Turn = 0, Payload = payload, Digest = Canon.Digest(payload) }], by, stop);
    }

    public async Task HearAsync(Batch batch, IReadOnlyList<Staged> rows, Actor by, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var (places, matching) = await KnownAsync(batch, stop);
        var planning = new Planning(batch.Source, places, Helsinki.Day(now), batch.HeardAt, ofYear: batch.ForDay is not null);

        var told = rows.Select(r => Canon.Read(r.Payload!)).ToList();
        if (batch.Source == Source.Supervisors) await places.ChooseAsync(db, told.SelectMany(p => p.Assignments).SelectMany(a => a.Groups), stop);
        var presents = await _presents.OfAsync(batch.Source, batch.Feed, told, matching, stop);
        var plans = told.ConvertAll(p => planning.Of(p, presents[p.Key]));

        await UnclearAsync(batch, [.. plans.Where(p => p.Kind == StagedKind.Unclear)], rows, now, stop);
        var clear = plans.FindAll(p => p.Kind != StagedKind.Unclear && !p.Nowhere);
        var digests = rows.ToDictionary(r => r.Key, r => r.Digest, StringComparer.Ordinal);
        var waited = clear.Select(p => p.Present.Record).OfType<SourceRecord>().Where(r => r.Person is null).Select(r => r.Id).ToList();
        var heard = await _cards.WriteAsync(batch, clear, digests, now, stop);
        if (waited.Count > 0) await db.Set<SameTask>().Where(t => waited.Contains(t.Record) && t.State == SameState.Open).ExecuteDeleteAsync(stop);
        foreach (var one in heard.Where(h => h.IsNew)) audit.Write(by, "register.person.added", batch.Id.Value, one.Person);
        foreach (var one in heard.Where(h => !h.IsNew && h.Plan.Values.Any(v => !v.OnlyOrigin))) audit.Write(by, "register.card.changed", batch.Id.Value, one.Person);

        var refused = await AssignAsync(batch, heard, places, by, stop);
        await SettleAsync(heard, stop);
        Remember(batch, heard, refused, digests);
        await writing.FlushAsync(stop);
        if (batch.Source == Source.Ldap) await cuts.SetAsync(heard.ConvertAll(h => (h.Record.Id, h.Plan.Told.CutAt)), by, stop);

        var freed = heard.Where(h => h.Plan.LetsGo || h.Plan.Kind == StagedKind.Ends).ToList();
        await ends.HearOthersAsync([.. freed.Select(h => h.Person).Distinct()], [.. heard.Select(h => h.Record.Id)], stop);
    }

    private async Task<(Places Places, Matching Matching)> KnownAsync(Batch batch, CancellationToken stop)
    {
        if (_known?.Batch != batch.Id) _known = (batch.Id, await Places.ReadAsync(db, batch.Source, batch.Feed, [], stop), new(db, trust, clock, byHand: batch.Format == Batch.Typed));
        return (_known!.Value.Places, _known.Value.Matching);
    }

    /// <summary>What begins, then what moves, then what ends: whoever only goes to another place is at no instant without one, and keeps account and picture.</summary>
    private async Task<HashSet<Heard>> AssignAsync(Batch batch, List<Heard> heard, Places places, Actor by, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var ended = heard.SelectMany(h => h.Plan.Ends).ToList();
        var begins = heard.SelectMany(h => h.Plan.Begins.Select(a => (Heard: h, Said: a))).ToList();
        var refused = new HashSet<Heard>();
        await BeginAsync(batch, begins.FindAll(b => b.Said.StandsInFor is null), places, new Dictionary<(string, string), AssignmentId>(), refused, by, stop);
        var standIns = begins.FindAll(b => b.Said.StandsInFor is not null);
        if (standIns.Count > 0) await BeginAsync(batch, standIns, places, await StoodInForAsync(batch, standIns, ended, stop), refused, by, stop);
        var moves = heard.SelectMany(h => h.Plan.Moves).ToDictionary(m => m.Key, m => m.Value);
        if (moves.Count > 0) await assignments.MoveEndsAsync(moves, now, by, stop);
        if (ended.Count > 0) await assignments.EndAsync(ended, now, by, stop);
        await RegroupAsync([.. heard.SelectMany(h => h.Plan.Regroups)], now, stop);
        return refused;
    }

    private async Task BeginAsync(
        Batch batch, List<(Heard Heard, FedAssignment Said)> begins, Places places, IReadOnlyDictionary<(string, string), AssignmentId> absent,
        HashSet<Heard> refused, Actor by, CancellationToken stop)
    {
        if (begins.Count == 0) return;

        var owners = new Dictionary<AssignmentId, Heard>();
        var set = begins.ConvertAll(b =>
        {
            var id = AssignmentId.New();
            owners[id] = b.Heard;
            var told = new NewAssignment(
                b.Heard.Person, b.Said.Population, b.Said.Kind, places.UnitOf(b.Said.Unit), places.GroupOf(b.Said.Organ)?.Id, places.DutyOf(b.Said.Duty), batch.Source,
                b.Said.FirstDay ?? clock.Today(), b.Said.LastDay, [.. AssignmentPlan.GroupsOf(b.Said, places)],
                b.Said.StandsInFor is { } other && absent.TryGetValue(other, out var assignment) ? assignment : null, Record: b.Heard.Record.Id, Key: b.Said.Key);
            return new Beginning(id, told);
        });
        foreach (var (id, _) in await assignments.BeginAsync(set, by, stop)) refused.Add(owners[id]);
    }

    private async Task<Dictionary<(string, string), AssignmentId>> StoodInForAsync(
        Batch batch, List<(Heard Heard, FedAssignment Said)> standIns, List<AssignmentId> ending, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var asked = standIns.Select(s => s.Said.StandsInFor!.Value).Distinct().ToList();
        var people = asked.Select(s => s.Person).Where(p => p.Length > 0).Distinct().ToList();
        var ids = asked.Where(s => s.Person.Length == 0 && Guid.TryParse(s.Assignment, out _)).Select(s => new AssignmentId(Guid.Parse(s.Assignment))).ToList();
        var ofHouse = ids.Count == 0 ? [] : await db.Set<Assignment>().AsNoTracking().Where(a => ids.Contains(a.Id) && a.UntilUtc > now && !ending.Contains(a.Id)).Select(a => a.Id).ToListAsync(stop);
        var found = await db.Set<SourceRecord>().AsNoTracking().Where(r => r.Source == batch.Source && r.Feed == batch.Feed && people.Contains(r.Key))
            .Join(db.Set<Assignment>().Where(a => a.UntilUtc > now && !ending.Contains(a.Id)), r => (SourceRecordId?)r.Id, a => a.Record, (r, a) => new { Person = r.Key, a.Key, a.Id }).ToListAsync(stop);
        return found.DistinctBy(f => (f.Person, f.Key)).Select(f => (Key: (f.Person, f.Key ?? ""), f.Id)).Concat(ofHouse.Select(id => (Key: FedAssignment.OfHouse(id), Id: id)))
            .ToDictionary(f => f.Key, f => f.Id);
    }

    /// <summary>An assignment goes on with other classes: the memberships it causes are added and ended one by one.</summary>
    private async Task RegroupAsync(List<Regrouping> regroups, DateTime now, CancellationToken stop)
    {
        if (regroups.Count == 0) return;

        var causes = regroups.ConvertAll(r => r.Assignment.Id.Value);
        var members = (await db.Set<GroupMember>().Where(m => causes.Contains(m.Cause)).ToListAsync(stop)).ToDictionary(m => (m.Cause, m.Group));
        foreach (var regroup in regroups)
        {
            var (cause, from) = (regroup.Assignment.Id.Value, Helsinki.StartOf(regroup.Assignment.FirstDay) is var first && first > now ? first : now);
            foreach (var group in regroup.Ended.Where(g => members.ContainsKey((cause, g)))) members[(cause, group)].UntilUtc = now;
            foreach (var group in regroup.Added)
            {
                // It was in before and comes back: the window opens anew.
                if (members.TryGetValue((cause, group), out var before)) (before.FromUtc, before.UntilUtc) = (from, regroup.Assignment.UntilUtc);
                else db.Add(new GroupMember { Person = regroup.Assignment.Person, Group = group, Cause = cause, Because = Because.Assignment, FromUtc = from, UntilUtc = regroup.Assignment.UntilUtc });
            }
        }

        await writing.FlushAsync(stop);
    }

    /// <summary>What follows for those whose card or groups changed and whose assignments did not: the others have been settled with their assignments.</summary>
    private async Task SettleAsync(List<Heard> heard, CancellationToken stop)
    {
        var left = heard.Where(h => h.Plan.Begins.Count + h.Plan.Ends.Count + h.Plan.Moves.Count == 0 && (h.Plan.Values.Any(v => !v.OnlyOrigin) || h.Plan.Shield is not null || h.Plan.Regroups.Count > 0)).ToList();
        if (left.Count == 0) return;

        var changed = left.SelectMany(h => h.Plan.Regroups).SelectMany(r => r.Added.Concat(r.Ended)).ToHashSet();
        await _settling.SettleAsync([.. left.Select(h => h.Person).Distinct()], changed, stop);
    }

    private static void Remember(Batch batch, List<Heard> heard, HashSet<Heard> refused, Dictionary<string, byte[]?> digests)
    {
        foreach (var one in heard)
        {
            one.Record.State = one.Plan.Kind == StagedKind.Ends || one.Plan.Told.Left ? RecordState.Ended : RecordState.Live;
            one.Record.LastBatch = batch.Id.Value;
            one.Record.Said = one.Record.State == RecordState.Ended || one.Plan.InPart || refused.Contains(one) ? null : digests[one.Plan.Told.Key];
        }
    }

    private async Task UnclearAsync(Batch batch, List<PersonPlan> unclear, IReadOnlyList<Staged> rows, DateTime now, CancellationToken stop)
    {
        if (unclear.Count == 0) return;

        var payloads = rows.ToDictionary(r => r.Key, r => r.Payload, StringComparer.Ordinal);
        var records = unclear.Select(p => p.Present.Record).OfType<SourceRecord>().Select(r => r.Id).ToList();
        var asked = (await db.Set<SameTask>().Where(t => records.Contains(t.Record)).ToListAsync(stop)).ToDictionary(t => (t.Record, t.Candidate));
        foreach (var plan in unclear)
        {
            var record = plan.Present.Record;
            if (record is null) db.Add(record = new() { Id = SourceRecordId.New(), Source = batch.Source, Feed = batch.Feed, Key = plan.Told.Key });
            (record.State, record.LastBatch, record.Said) = (RecordState.Live, batch.Id.Value, null);
            foreach (var candidate in plan.Present.Match.Doubts)
            {
                if (asked.TryGetValue((record.Id, candidate), out var task)) task.Tell(payloads[plan.Told.Key]!);
                else db.Add(new SameTask { Id = SameTaskId.New(), Record = record.Id, Candidate = candidate, MadeAt = now, Payload = payloads[plan.Told.Key] });
            }
        }

        await writing.FlushAsync(stop);
    }
}
