using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Makes two people of one, inside a writing: records go with what they said and the assignments they keep up, and of a joining of less
/// than <see cref="Joining.Patience"/> every row that moved, and to each the card as it was. All else stays with the one under whose account
/// it was made.
/// </summary>
internal sealed class PersonPart(TupaDb db, Writing writing, IBulk bulk, AuditLog audit, Announcer announcer, GroupActions groups, TimeProvider clock)
{
    private readonly PersonMoves _moves = new(db);
    private readonly CardPart _cards = new(db, writing, bulk);
    private readonly Settling _settling = new(db, writing, bulk, groups, clock);

    public async Task PartAsync(JoiningId id, PersonId kept, PersonId parted, SourceRecordId? record, Actor by, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        await _moves.HoldAsync(kept, kept, stop);
        var moved = (await db.Set<JoiningMove>().AsNoTracking().Where(m => m.Joining == id).ToListAsync(stop)).ConvertAll(m => m.Rows);
        await PersonAsync(kept, parted, stop);
        db.ChangeTracker.Clear();

        await _moves.PartAsync(moved, kept, parted, stop);
        var records = record is { } only ? [only] : await RecordsAsync(parted, stop);
        await RecordsAsync(records, kept, parted, stop);
        await _cards.PartAsync(id, kept, parted, records, stop);
        await RecordEnds.HearAnewAsync(db, [kept, parted], stop);
        await db.Set<JoiningMove>().Where(m => m.Joining == id).ExecuteDeleteAsync(stop);
        await db.Set<JoiningValue>().Where(v => v.Joining == id).ExecuteDeleteAsync(stop);
        foreach (var person in new[] { kept, parted }) await SortAsync(person, stop);
        await SettleAsync(kept, parted, by, stop);

        audit.Write(by, "register.person.parted", id.Value, kept);
        audit.Write(by, "register.person.parted", id.Value, parted);
    }

    private async Task PersonAsync(PersonId kept, PersonId parted, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == kept, stop);
        db.Add(new Person { Id = parted, Shielded = person.Shielded, Language = person.Language, CreatedAt = now, UsedUntil = now, SortKey = person.SortKey });
        await writing.FlushAsync(stop);
    }

    private Task<List<SourceRecordId>> RecordsAsync(PersonId parted, CancellationToken stop) => db.Set<SourceRecord>().Where(r => r.Person == parted).Select(r => r.Id).ToListAsync(stop);

    /// <summary>The records, and what they have kept up since.</summary>
    private async Task RecordsAsync(List<SourceRecordId> records, PersonId kept, PersonId parted, CancellationToken stop)
    {
        await db.Set<SourceRecord>().Where(r => records.Contains(r.Id) && r.Person == kept).ExecuteUpdateAsync(set => set.SetProperty(r => r.Person, parted), stop);
        await db.Set<SourceCut>().Where(c => records.Contains(c.Record) && c.Person == kept).ExecuteUpdateAsync(set => set.SetProperty(c => c.Person, parted), stop);
        await db.Set<Correction>().Where(c => c.Record != null && records.Contains(c.Record.Value) && c.Person == kept).ExecuteUpdateAsync(set => set.SetProperty(c => c.Person, parted), stop);
        await db.Set<Assignment>().Where(a => a.Record != null && records.Contains(a.Record.Value) && a.Person == kept).ExecuteUpdateAsync(set => set.SetProperty(a => a.Person, parted), stop);

        var causes = await db.Set<Assignment>().Where(a => a.Person == parted).Select(a => a.Id.Value).ToListAsync(stop);
        var members = await db.Set<GroupMember>().AsNoTracking().Where(m => m.Person == kept && causes.Contains(m.Cause)).ToListAsync(stop);
        await db.Set<GroupMember>().Where(m => m.Person == kept && causes.Contains(m.Cause)).ExecuteDeleteAsync(stop);
        await bulk.InsertAsync(db, members.Select(m => new GroupMember
        {
            Person = parted,
            Group = m.Group,
            Cause = m.Cause,
            Because = m.Because,
            Rank = m.Rank,
            FromUtc = m.FromUtc,
            UntilUtc = m.UntilUtc,
            GrantedUntil = m.GrantedUntil,
            WhileStaff = m.WhileStaff,
            Deputy = m.Deputy,
        }), stop);
    }

    private async Task SortAsync(PersonId person, CancellationToken stop)
    {
        var key = await JoinedCards.SortKeyAsync(db, person, stop);
        await db.Set<Person>().Where(p => p.Id == person).ExecuteUpdateAsync(set => set.SetProperty(p => p.SortKey, key).SetProperty(p => p.Version, p => p.Version + 1), stop);
    }

    private async Task SettleAsync(PersonId kept, PersonId parted, Actor by, CancellationToken stop)
    {
        var now = clock.UtcNow();
        PersonId[] both = [kept, parted];
        await db.Set<Person>().Where(p => both.Contains(p.Id) && p.UsedUntil > now && !db.Set<Assignment>().Any(a => a.Person == p.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.UsedUntil, now), stop);
        var changed = await db.Set<GroupMember>().Where(m => both.Contains(m.Person)).Select(m => m.Group).Distinct().ToListAsync(stop);
        await _settling.SettleAsync([.. both], changed, stop);

        var cut = await db.Set<SourceCut>().Where(c => both.Contains(c.Person) && c.CutAt <= now).Select(c => c.Person).Distinct().ToListAsync(stop);
        await announcer.AnnounceAsync<SignInRestored>([.. both.Except(cut).Select(p => new SignInRestored(p, by))], stop);
        await announcer.AnnounceAsync<StandingChanged>([.. both.Select(p => new StandingChanged(p))], stop);
        await announcer.AnnounceAsync<PeopleParted>([new(kept, parted, by)], stop);
    }
}
