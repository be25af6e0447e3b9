using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What people are in the city, in the words of the log.</summary>
public sealed class ActorStandings(TupaDb db, TimeProvider clock) : IActorStandings
{
    /// <inheritdoc cref="ActorStanding"/>
    public static ActorStanding Of(IEnumerable<Population> populations, IEnumerable<AuthorityKind> powers) => new(Words(populations), Words(powers));

    public async Task<IReadOnlyDictionary<PersonId, ActorStanding>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var rows = await (
            from assignment in Assignment.In(db, now).Where(a => people.Contains(a.Person))
            from power in db.Set<Authority>().Where(p => p.Assignment == assignment.Id && p.FromUtc <= now && now < p.UntilUtc).DefaultIfEmpty()
            select new { assignment.Person, assignment.Population, Power = (AuthorityKind?)power.Kind }).ToListAsync(stop);
        return rows.GroupBy(r => r.Person).ToDictionary(g => g.Key, g => Of(g.Select(r => r.Population), g.Select(r => r.Power).OfType<AuthorityKind>()));
    }

    private static string? Words<T>(IEnumerable<T> some) where T : struct, Enum =>
        string.Join(' ', some.Distinct().Order()) is { Length: > 0 } words ? words : null;
}
