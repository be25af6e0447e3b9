using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What follows from assignments that have begun, moved or ended, beside the memberships: the words one is found by, the cards in sight, the end of use and of what was granted, who acts for a head.</summary>
internal sealed class Settling(TupaDb db, Writing writing, IBulk bulk, GroupActions groups, TimeProvider clock)
{
    private readonly CardEnds _cards = new(db);
    private readonly PersonNaming _naming = new(db, writing, bulk, clock);
    private readonly GrantEnds _grants = new(db, clock);
    private readonly HeadGroups _heads = new(db, writing, clock);

    /// <summary>Inside a writing, in a fixed number of statements and one for each distinct end.</summary>
    /// <param name="changed">The groups whose members have changed.</param>
    public async Task SettleAsync(List<PersonId> people, IReadOnlyCollection<GroupId> changed, CancellationToken stop)
    {
        await _naming.RewriteAsync(people, stop);
        await _cards.SetAsync(people, stop);

        // Whoever comes back does so without the picture, though nothing has tidied it away since: what ended does not return.
        var now = clock.UtcNow();
        await Picture.Over(db, now).Where(p => people.Contains(p.Person)).ExecuteDeleteAsync(stop);
        var assignments = db.Set<Assignment>();
        await db.Set<Person>().Where(p => people.Contains(p.Id) && assignments.Any(a => a.Person == p.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.UsedUntil, p => assignments.Where(a => a.Person == p.Id).Max(a => a.UntilUtc)), stop);
        await _grants.FollowAsync(people, stop);
        if (await _heads.ConcernAsync(people, stop)) await _heads.SettleAsync(stop);
        var spaces = await db.Set<Inclusion>().Where(i => changed.Contains(i.Part)).Select(i => i.Whole).Distinct().ToListAsync(stop);
        await groups.RecountCloseAsync(spaces, stop);
    }
}
