using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Joins two people and parts them by four eyes: one administrator says it, and it is done when a second one, having seen the same, says the same.</summary>
public sealed class JoiningActions
{
    /// <summary>One after another: two who answer at once would both be the first.</summary>
    private const string Turn = "people joined";

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly JoiningSides _sides;
    private readonly PersonJoin _join;
    private readonly PersonPart _part;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal JoiningActions(TupaDb db, Writing writing, JoiningSides sides, PersonJoin join, PersonPart part, AuditLog audit, TimeProvider clock) =>
        (_db, _writing, _sides, _join, _part, _audit, _clock) = (db, writing, sides, join, part, audit, clock);

    /// <summary>
    /// Says that two are one. The first of two asks; a second who says the same of the same does it. Who says otherwise, or of something
    /// that has changed, has asked anew. Sent twice it is said once.
    /// </summary>
    /// <param name="id">Of the question, if it is a new one.</param>
    /// <param name="seen">What the one who asks saw (<see cref="JoiningPair.Seen"/>).</param>
    public Task<Refusal?> JoinAsync(JoiningId id, PersonId kept, PersonId lost, byte[] seen, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await _writing.InTurnAsync(Turn, stop);
        if (await _sides.BothAsync(kept, lost, by, stop) is not { } pair) return await IsDoneAsync(kept, lost, by, stop) ? null : Refused(Refusal.Absent);
        if (by.Person == kept || by.Person == lost) return Refused(new(JoiningText.Oneself));
        if (!seen.AsSpan().SequenceEqual(pair.Seen())) return Refused(new(JoiningText.Changed));
        if (await AnswerAsync(kept, lost, stop)) return Refused(new(JoiningText.AnswersForOther));

        var open = await _db.Set<Joining>().FirstOrDefaultAsync(j => j.State == JoiningState.Asked && ((j.Kept == kept && j.Lost == lost) || (j.Kept == lost && j.Lost == kept)), stop);
        if (open is null || open.AskedBy is null || open.Kept != kept || open.Seen?.AsSpan().SequenceEqual(seen) != true)
        {
            var refused = open?.AskedBy is not { } asked || asked == by.Person ? (Text?)null : open.Kept == kept ? JoiningText.ChangedSince : JoiningText.Otherwise;
            Ask(open, id, kept, lost, seen, by);
            return refused is { } reason ? Refused(new(reason)) : null;
        }

        if (open.AskedBy == by.Person) return open.Id == id ? null : Refused(new(JoiningText.SecondPerson));

        (open.State, open.Seen, open.JoinedAt) = (JoiningState.Joined, null, _clock.UtcNow());
        await _join.JoinAsync(open.Id, kept, lost, by, stop);
        return null;

        Refusal Refused(Refusal refusal) => _audit.Refused(by, "register.person.join", id.Value, refusal);
    }, stop);

    /// <summary>They are not one, or not two: one of two is enough to leave everything as it is.</summary>
    public Task<Refusal?> RejectAsync(JoiningId id, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await _writing.InTurnAsync(Turn, stop);
        if (await OpenAsync(id, by, stop) is not { State: JoiningState.Asked or JoiningState.PartAsked } joining) return _audit.Refused(by, "register.joining.reject", id.Value, Refusal.Absent);

        if (joining is { State: JoiningState.PartAsked, Record: null }) (joining.State, joining.AskedBy) = (JoiningState.Joined, null);
        else _db.Remove(joining);
        _audit.Write(by, "register.joining.rejected", id.Value, joining.Kept);
        return null;
    }, stop);

    /// <summary>Says that two who were joined are two: everything that moved goes back, while it can. Said twice by one person, it is said once.</summary>
    public Task<Refusal?> PartAsync(JoiningId id, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await _writing.InTurnAsync(Turn, stop);
        if (await OpenAsync(id, by, stop) is not { State: not JoiningState.Asked } joining) return _audit.Refused(by, "register.person.part", id.Value, Refusal.Absent);

        return joining.State == JoiningState.Parted ? null
            : by.Person == joining.Kept ? Refused(JoiningText.Oneself)
            : !joining.MayPart(_clock.UtcNow()) ? Refused(JoiningText.TooLate)
            : await PartAsync(joining, by, stop);

        Refusal Refused(Text reason) => _audit.Refused(by, "register.person.part", id.Value, reason);
    }, stop);

    /// <summary>Says that a record is not this person's: it goes to a person of its own, with what it keeps up.</summary>
    /// <param name="id">Of the question, if it is a new one.</param>
    /// <returns>The question; null where it is not there for the one who asks.</returns>
    public async Task<(JoiningId? Joining, Refusal? Refusal)> PartRecordAsync(SourceRecordId record, JoiningId id, Actor by, CancellationToken stop = default)
    {
        JoiningId? asked = null;
        var refusal = await _writing.RunAsync(async () =>
        {
            asked = null;
            await _writing.InTurnAsync(Turn, stop);
            var person = await _db.Set<SourceRecord>().AsNoTracking().Where(r => r.Id == record).Select(r => r.Person).FirstOrDefaultAsync(stop);
            var seen = await _sides.Joinable(by).AnyAsync(p => p.Id == person, stop);
            if (person is not { } kept || !seen) return Refused(Refusal.Absent);
            if (kept == by.Person) return Refused(new(JoiningText.Oneself));
            if (await IsOnlyAsync(record, kept, stop)) return Refused(new(JoiningText.OnlyRecord));

            var open = await _db.Set<Joining>().FirstOrDefaultAsync(j => j.Record == record && j.State == JoiningState.PartAsked, stop);
            if (open is null)
            {
                _db.Add(open = new() { Id = id, Kept = kept, Lost = PersonId.New(), Record = record, State = JoiningState.PartAsked, AskedBy = by.Person, AskedAt = _clock.UtcNow() });
                _audit.Write(by, "register.parting.asked", id.Value, kept);
            }

            asked = open.Id;
            return null;

            Refusal Refused(Refusal refusal) => _audit.Refused(by, "register.record.part", record.Value, refusal);
        }, stop);
        return (asked, refusal);
    }

    private async Task<Refusal?> PartAsync(Joining joining, Actor by, CancellationToken stop)
    {
        if (joining.State == JoiningState.Joined || joining.AskedBy is null)
        {
            (joining.State, joining.AskedBy, joining.AskedAt) = (JoiningState.PartAsked, by.Person, _clock.UtcNow());
            _audit.Write(by, "register.parting.asked", joining.Id.Value, joining.Kept);
            return null;
        }

        if (joining.AskedBy == by.Person) return null;

        var (kept, lost, record) = (joining.Kept, joining.Lost, joining.Record);
        (joining.State, joining.PartedAt) = (JoiningState.Parted, _clock.UtcNow());
        await _part.PartAsync(joining.Id, kept, lost, record, by, stop);
        return null;
    }

    private void Ask(Joining? open, JoiningId id, PersonId kept, PersonId lost, byte[] seen, Actor by)
    {
        if (open is null) _db.Add(open = new() { Id = id, Kept = kept, Lost = lost, State = JoiningState.Asked, AskedAt = _clock.UtcNow() });
        (open.Kept, open.Lost, open.Seen, open.AskedBy, open.AskedAt) = (kept, lost, seen, by.Person, _clock.UtcNow());
        _audit.Write(by, "register.joining.asked", open.Id.Value, kept);
    }

    /// <summary>The second post of the deed finds one of the two gone: it has been done.</summary>
    private Task<bool> IsDoneAsync(PersonId kept, PersonId lost, Actor by, CancellationToken stop)
    {
        var joinable = _sides.Joinable(by).Select(p => p.Id);
        return _db.Set<Joining>().AnyAsync(j => j.Kept == kept && j.Lost == lost && j.State == JoiningState.Joined && joinable.Contains(j.Kept), stop);
    }

    private async Task<Joining?> OpenAsync(JoiningId id, Actor by, CancellationToken stop)
    {
        // Both of a question, and the one who is kept of what is done.
        var joinable = _sides.Joinable(by).Select(p => p.Id);
        return await _db.Set<Joining>().FirstOrDefaultAsync(j => j.Id == id && joinable.Contains(j.Kept) && (j.State != JoiningState.Asked || joinable.Contains(j.Lost)), stop);
    }

    /// <summary>A human does not answer for themself: first somebody else becomes the sponsor.</summary>
    private Task<bool> AnswerAsync(PersonId one, PersonId other, CancellationToken stop)
    {
        var now = _clock.UtcNow();
        var (ones, others) = (_db.Set<Assignment>().Where(a => a.Person == one).Select(a => a.Id), _db.Set<Assignment>().Where(a => a.Person == other).Select(a => a.Id));
        return _db.Set<Sponsorship>().AnyAsync(s => s.UntilUtc > now
            && ((ones.Contains(s.Assignment) && others.Contains(s.SponsorAssignment)) || (others.Contains(s.Assignment) && ones.Contains(s.SponsorAssignment))), stop);
    }

    /// <summary>Whether nothing but this record says that the person is here: then there is nobody to take it away from.</summary>
    private async Task<bool> IsOnlyAsync(SourceRecordId record, PersonId kept, CancellationToken stop) =>
        !await _db.Set<SourceRecord>().AnyAsync(r => r.Person == kept && r.Id != record, stop)
        && !await _db.Set<Assignment>().AnyAsync(a => a.Person == kept && (a.Record == null || a.Record != record), stop);
}
