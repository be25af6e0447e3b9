using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Tells whose a record is, where the house could not: one says it, and it holds when a second person says the same. What the record says is then heard at once, as a batch of one. Said twice by one person, it is said once.</summary>
public sealed class SameActions
{
    /// <summary>What the batches of one are called; no reader has this name.</summary>
    internal const string Format = "same";

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly FeedAccess _access;
    private readonly InvitationActions _invitations;
    private readonly AuditLog _audit;
    private readonly JobBell _bell;
    private readonly TimeProvider _clock;

    internal SameActions(TupaDb db, Writing writing, FeedAccess access, InvitationActions invitations, AuditLog audit, JobBell bell, TimeProvider clock) =>
        (_db, _writing, _access, _invitations, _audit, _bell, _clock) = (db, writing, access, invitations, audit, bell, clock);

    /// <summary>The record is this person's; of all the others it is not.</summary>
    public Task<(Source? Source, Refusal? Refusal)> TieAsync(SameTaskId id, Actor by, CancellationToken stop = default) => DecideAsync(id, SameState.Same, by, stop);

    /// <summary>The record is not this person's. When that has been said of everybody it might be, it is somebody new.</summary>
    public Task<(Source? Source, Refusal? Refusal)> PartAsync(SameTaskId id, Actor by, CancellationToken stop = default) => DecideAsync(id, SameState.Apart, by, stop);

    private async Task<(Source?, Refusal?)> DecideAsync(SameTaskId id, SameState told, Actor by, CancellationToken stop)
    {
        Source? source = null;
        var refusal = await _writing.RunAsync(async () =>
        {
            await _writing.InTurnAsync($"same {id}", stop);
            var found = await _db.Set<SameTask>().Where(t => t.Id == id).Join(_db.Set<SourceRecord>(), t => t.Record, r => r.Id, (t, r) => new { Task = t, Record = r }).SingleOrDefaultAsync(stop);

            // Asked of a question that never was too: it costs as much to hear of one that is not yours to answer.
            var handled = (await _access.OfAsync(by, stop)).Handled;
            if (found is null || !handled.Contains(found.Record.Source)) return _audit.Refused(by, "register.same.decide", id.Value, Refusal.Absent);

            source = found.Record.Source;
            if (found.Task.State == told && found.Task.DecidedBy == by.Person) return null;
            if (found.Task.State != SameState.Open) return _audit.Refused(by, "register.same.decide", id.Value, SameText.Decided);

            var (said, before) = (found.Task.Said, found.Task.SaidBy);
            (found.Task.Said, found.Task.SaidBy) = (told, by.Person);
            if (said == told && before == by.Person) return null;

            if (said == told && before is not null) return await ToldAsync(found.Task, found.Record, told, by, stop);

            _audit.Write(by, "register.same.said", id.Value, found.Task.Candidate);
            return null;
        }, stop);
        return (source, refusal);
    }

    private async Task<Refusal?> ToldAsync(SameTask task, SourceRecord record, SameState told, Actor by, CancellationToken stop)
    {
        var (now, payload) = (_clock.UtcNow(), task.Payload);
        var others = await _db.Set<SameTask>().Where(t => t.Record == record.Id && t.Id != task.Id && t.State == SameState.Open).ToListAsync(stop);
        var goesOn = payload is not null && (told == SameState.Same || others.Count == 0);
        if (goesOn && record.Source == Source.Sponsors
            && await _invitations.GoOnAsync(record, Canon.Read(payload!), told == SameState.Same ? task.Candidate : null, by, stop) is { } refusal)
            return _audit.Refused(by, "register.same.decide", task.Id.Value, refusal);

        Close(task, told, by, now);
        if (told == SameState.Same)
        {
            record.Person = task.Candidate;
            foreach (var other in others) Close(other, SameState.Apart, by, now);
        }

        _audit.Write(by, told == SameState.Same ? "register.record.bound" : "register.record.parted", record.Id.Value, task.Candidate);
        if (goesOn && record.Source != Source.Sponsors) Hear(record, payload!, by, now);
        return null;
    }

    private void Hear(SourceRecord record, string payload, Actor by, DateTime now)
    {
        var batch = new Batch
        {
            Id = BatchId.New(),
            Source = record.Source,
            Feed = record.Feed,
            Format = Format,
            State = BatchState.Applying,
            Changes = 1,
            SentBy = by.Person,
            SentAt = now,
            StagedAt = now,
            ClaimedUntil = now,
        };
        _db.Add(batch);
        _db.Add(new Staged
        {
            Batch = batch.Id,
            Key = record.Key,
            Kind = StagedKind.Changed,
            Turn = 0,
            Record = record.Id,
            Person = record.Person,
            Payload = payload,
            Digest = Canon.Digest(payload),
        });
        _writing.Afterwards(() =>
        {
            _bell.Ring<FeedWork>();
            return Task.CompletedTask;
        });
    }

    private static void Close(SameTask task, SameState told, Actor by, DateTime at) =>
        (task.State, task.DecidedBy, task.DecidedAt, task.Payload) = (told, by.Person, at, null);
}
