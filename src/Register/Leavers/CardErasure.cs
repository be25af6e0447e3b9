using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Lets go of one card of somebody who stays: the card, where its values came from, and the assignments that had put it there.</summary>
public sealed class CardErasure
{
    private readonly TupaDb _db;
    private readonly AssignmentErasure _assignments;
    private readonly PersonNaming _naming;

    public CardErasure(TupaDb db, Writing writing, IBulk bulk, TimeProvider clock) =>
        (_db, _assignments, _naming) = (db, new(db), new(db, writing, bulk, clock));

    /// <summary>Inside a writing. Looks again whether it ended by then: a register that has been entered anew meanwhile keeps its card. Returns the rows touched.</summary>
    public async Task<int> EraseAsync(PersonId person, Card card, DateTime endedBy, CancellationToken stop)
    {
        var gone = card == Card.A
            ? await _db.Set<CardA>().Where(c => c.Person == person && c.HiddenAt <= endedBy).ExecuteDeleteAsync(stop)
            : await _db.Set<CardB>().Where(c => c.Person == person && c.HiddenAt <= endedBy).ExecuteDeleteAsync(stop);
        if (gone == 0) return 0;

        gone += await _db.Set<Origin>().Where(o => o.Person == person && o.Card == card).ExecuteDeleteAsync(stop);
        gone += await JoiningTraces.EraseAsync(_db, person, card, stop);
        gone += await _assignments.OfAsync(await EndedAsync(person, card, endedBy, stop), stop);
        var over = await _db.Set<SourceRecord>()
            .Where(r => r.Person == person && r.State == RecordState.Ended
                && !_db.Set<Origin>().Any(o => o.SourceRecord == r.Id) && !_db.Set<Assignment>().Any(a => a.Record == r.Id))
            .Select(r => r.Id).ToListAsync(stop);
        gone += await ScimTraces.EraseAsync(_db, over, stop);
        gone += await YearTraces.EraseAsync(_db, over, stop);
        gone += await _db.Set<SourceRecord>().Where(r => over.Contains(r.Id)).ExecuteDeleteAsync(stop);
        await RenameAsync(person, stop);
        return gone;
    }

    // Pupils are of register B, all others of A; a teacher's assignments stand in A, whatever the school knows too.
    private Task<List<AssignmentId>> EndedAsync(PersonId person, Card card, DateTime endedBy, CancellationToken stop) => _db.Set<Assignment>()
        .Where(a => a.Person == person && a.UntilUtc <= endedBy && (a.Population == Population.Pupil) == (card == Card.B))
        .Select(a => a.Id).ToListAsync(stop);

    /// <summary>What one is found and listed by comes from the card that is left.</summary>
    private async Task RenameAsync(PersonId person, CancellationToken stop)
    {
        await _naming.RewriteAsync([person], stop);
        var left = await _db.Set<CardA>().Where(c => c.Person == person).Select(c => new { c.GivenName, c.FamilyName })
            .Union(_db.Set<CardB>().Where(c => c.Person == person).Select(c => new { c.GivenName, c.FamilyName })).OrderBy(c => c.FamilyName).FirstOrDefaultAsync(stop);
        if (left is null) return;

        var key = PersonNaming.SortKey(left.GivenName, left.FamilyName);
        await _db.Set<Person>().Where(p => p.Id == person).ExecuteUpdateAsync(set => set.SetProperty(p => p.SortKey, key), stop);
    }
}
