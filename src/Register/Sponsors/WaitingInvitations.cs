using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What an inviter sees of an invitation that waits: what the inviter wrote, and nothing of who it might be.</summary>
public sealed record WaitingRow(AssignmentId Id, string? Name, DateOnly LastDay, DateTime AskedAt);

/// <summary>Lays invitations aside whose address somebody has, lists them for their inviters, and lets them go when their day has passed.</summary>
public sealed class WaitingInvitations(TupaDb db, Writing writing, AuditLog audit, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>The own ones, newest first. One statement.</summary>
    public async Task<IReadOnlyList<WaitingRow>> OfAsync(Actor by, CancellationToken stop = default)
    {
        var me = by.Person;
        var rows = await db.Set<WaitingInvitation>().Where(i => db.Set<Assignment>().Any(a => a.Id == i.Sponsor && a.Person == me))
            .OrderByDescending(i => i.AskedAt).ThenBy(i => i.Assignment).Take(Most)
            .Select(i => new { i.Assignment, i.LastDay, i.AskedAt, Payload = db.Set<SameTask>().Where(t => t.Record == i.Record && t.Payload != null).Select(t => t.Payload).FirstOrDefault() })
            .ToListAsync(stop);
        return [.. rows.Select(r => new WaitingRow(r.Assignment, r.Payload is null ? null : FeedQueries.NameOf(Canon.Read(r.Payload)), r.LastDay, r.AskedAt))];
    }

    internal Task<bool> IsHereAsync(AssignmentId id, CancellationToken stop) => db.Set<WaitingInvitation>().AnyAsync(i => i.Assignment == id, stop);

    /// <summary>Inside a writing.</summary>
    /// <param name="doubts">Whom the address might belong to: each is asked about.</param>
    internal async Task AddAsync(AssignmentId id, FedPerson told, InvitationInput input, OwnCover sponsor, AssignmentId? deputy, IReadOnlyList<PersonId> doubts, Actor by, CancellationToken stop)
    {
        var (now, payload) = (clock.UtcNow(), Canon.Write(told));
        var record = new SourceRecord { Id = SourceRecordId.New(), Source = Source.Sponsors, Key = told.Key };
        db.Add(record);
        await writing.FlushAsync(stop);
        db.AddRange(doubts.Select(d => new SameTask { Id = SameTaskId.New(), Record = record.Id, Candidate = d, MadeAt = now, Payload = payload }));
        db.Add(new WaitingInvitation
        {
            Assignment = id,
            Record = record.Id,
            Sponsor = sponsor.Assignment,
            Deputy = deputy,
            Contract = input.Contract!,
            Purpose = input.Purpose!,
            LastDay = input.Day!.Value,
            Places = string.Join(',', input.Places.Take(Most)),
            AskedAt = now,
        });
        audit.Write(by, "register.partner.waits", id.Value);
    }

    /// <summary>Those whose day has passed are over, with their questions. Returns how many.</summary>
    internal Task<int> LapseAsync(CancellationToken stop) => writing.RunAsync(async () =>
    {
        var today = clock.Today();
        var over = await db.Set<WaitingInvitation>().Where(i => i.LastDay < today).ToListAsync(stop);
        if (over.Count > 0) await ForgetAsync(over, stop);
        return over.Count;
    }, stop);

    /// <summary>Inside a writing: the invitations, and their records where they are nobody's.</summary>
    private async Task ForgetAsync(IReadOnlyList<WaitingInvitation> over, CancellationToken stop)
    {
        var (ids, records) = (over.Select(i => i.Assignment).ToList(), over.Select(i => i.Record).ToList());
        await db.Set<WaitingInvitation>().Where(i => ids.Contains(i.Assignment)).ExecuteDeleteAsync(stop);
        await db.Set<SameTask>().Where(t => records.Contains(t.Record) && t.State == SameState.Open).ExecuteDeleteAsync(stop);
        await db.Set<SourceRecord>().Where(r => records.Contains(r.Id) && r.Person == null && !db.Set<SameTask>().Any(t => t.Record == r.Id)).ExecuteDeleteAsync(stop);
        foreach (var one in over)
        {
            db.Entry(one).State = EntityState.Detached;
            audit.Write(Actor.House("register.partners"), "register.partner.lapsed", one.Assignment.Value);
        }
    }
}
