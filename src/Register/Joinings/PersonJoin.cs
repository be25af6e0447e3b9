using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Makes one person of two, inside a writing: whole, or not at all. What columns say moves by itself (<see cref="PersonMoves"/>); here
/// stands what they do not say. At the end the row of the one who is lost goes, and the database refuses that while anything names it.
/// </summary>
internal sealed class PersonJoin(
    TupaDb db, Writing writing, IBulk bulk, AuditLog audit, Announcer announcer, GroupActions groups, BlobRelease release, Authorities authorities, TimeProvider clock)
{
    private readonly PersonMoves _moves = new(db);
    private readonly CardJoin _cards = new(db, writing, bulk);
    private readonly Settling _settling = new(db, writing, bulk, groups, clock);

    public async Task JoinAsync(JoiningId joining, PersonId kept, PersonId lost, Actor by, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        await _moves.HoldAsync(kept, lost, stop);
        await announcer.AnnounceAsync<PeopleJoining>([new(kept, lost, by)], stop);
        audit.Write(by, "register.person.joined", joining.Value, kept);
        audit.Write(by, "register.person.lost", joining.Value, lost);
        await audit.JoinAsync(lost, stop);
        await writing.FlushAsync(stop);

        var pictures = await db.Set<Picture>().Where(p => p.Person == lost).Select(p => p.Blob).ToListAsync(stop);
        await EndPowersAsync(kept, lost, by, stop);
        await _cards.JoinAsync(joining, kept, lost, stop);
        await PersonAsync(kept, lost, stop);
        await db.Set<Joining>().Where(j => j.Id != joining && j.State == JoiningState.Asked && j.Lost == lost).ExecuteDeleteAsync(stop);
        await writing.FlushAsync(stop);
        db.ChangeTracker.Clear();

        var followed = await _moves.JoinAsync(kept, lost, stop);
        db.AddRange(followed.Select(f => new JoiningMove { Joining = joining, Table = f.Table, Column = f.Column, Keys = f.Keys }));
        await db.Set<Person>().Where(p => p.Id == lost).ExecuteDeleteAsync(stop);
        await AnswerAsync(kept, stop);
        await release.LetGoAsync(pictures, stop);
        await SettleAsync(kept, lost, by, stop);
    }

    /// <summary>The earlier beginning, the later end, shielded if one is: the clock of erasure runs from the later end.</summary>
    private async Task PersonAsync(PersonId kept, PersonId lost, CancellationToken stop)
    {
        var both = await db.Set<Person>().AsNoTracking().Where(p => p.Id == kept || p.Id == lost).ToListAsync(stop);
        var (since, until, shielded) = (both.Min(p => p.CreatedAt), both.Max(p => p.UsedUntil), both.Exists(p => p.Shielded));
        var key = await JoinedCards.SortKeyAsync(db, kept, stop);
        await db.Set<Person>().Where(p => p.Id == kept).ExecuteUpdateAsync(set => set.SetProperty(p => p.CreatedAt, since).SetProperty(p => p.UsedUntil, until)
            .SetProperty(p => p.Shielded, shielded).SetProperty(p => p.SortKey, key).SetProperty(p => p.Version, p => p.Version + 1), stop);
    }

    /// <summary>A power is granted by a second person. What one of the two gave the other nobody else has given; only the last operator stays.</summary>
    private async Task EndPowersAsync(PersonId kept, PersonId lost, Actor by, CancellationToken stop)
    {
        await writing.InTurnAsync("operators", stop);
        var now = clock.UtcNow();
        var given = await (
            from power in db.Set<Authority>().Where(a => a.UntilUtc > now && (a.GrantedBy == kept || a.GrantedBy == lost))
            join assignment in db.Set<Assignment>().Where(a => a.Person == kept || a.Person == lost) on power.Assignment equals assignment.Id
            where power.GrantedBy != assignment.Person
            select power).ToListAsync(stop);
        var operators = await authorities.HoldersAsync(AuthorityKind.Operator, stop);
        foreach (var power in given.Where(p => p.Kind != AuthorityKind.Operator || operators.Any(o => o != kept && o != lost)))
        {
            power.UntilUtc = now;
            audit.Write(by, "register.authority.ended", power.Id.Value, kept);
        }
    }

    /// <summary>Whether a record of this person is this person's is no question any more.</summary>
    private Task AnswerAsync(PersonId kept, CancellationToken stop) => db.Set<SameTask>()
        .Where(t => t.Candidate == kept && t.State == SameState.Open && db.Set<SourceRecord>().Any(r => r.Id == t.Record && r.Person == kept)).ExecuteDeleteAsync(stop);

    private async Task SettleAsync(PersonId kept, PersonId lost, Actor by, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var changed = await db.Set<GroupMember>().Where(m => m.Person == kept).Select(m => m.Group).Distinct().ToListAsync(stop);
        await _settling.SettleAsync([kept], changed, stop);

        // What a source has cut of the one is cut of both: two people look at it, and the source lifts it.
        if (await db.Set<SourceCut>().AnyAsync(c => c.Person == kept && c.CutAt <= now, stop)) await announcer.AnnounceAsync<SignInCut>([new(kept, by)], stop);
        await announcer.AnnounceAsync<StandingChanged>([new(kept)], stop);
        await announcer.AnnounceAsync<PeopleJoined>([new(kept, lost, by)], stop);
    }
}
