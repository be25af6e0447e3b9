using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What waits in the register, in numbers.</summary>
/// <param name="LastRun">When a delivery last came to its end; null where none has.</param>
/// <param name="Waiting">Deliveries whose diff waits for a person.</param>
/// <param name="Proposals">Proposals to go on that one may decide.</param>
/// <param name="Ends">Coming ends in the registers one administers; at most one more than <see cref="RegisteredQueries.MostCounted"/>.</param>
/// <param name="Joinings">Proposals to join or part people that one may answer.</param>
/// <param name="Erased">People and cards erased within thirty days.</param>
/// <param name="Due">People and cards to be erased within thirty days, without those held.</param>
public sealed record RegisterWork(DateTime? LastRun, int Waiting, int Proposals, int Ends, int Joinings, int Erased, int Due);

/// <summary>Counts what waits. It permits nobody: who may see which number is the page's to say (<see cref="RegisterDoors"/>).</summary>
internal sealed class RegisterWorkQueries(TupaDb db, RegisterEnds ends, Leavers leavers, JoiningSides sides, IErasing erasing, IEraseBy eraseBy, TimeProvider clock)
{
    private static readonly RegisterWork None = new(null, 0, 0, 0, 0, 0, 0);

    /// <summary>One statement.</summary>
    /// <param name="held">The powers of the one who asks.</param>
    public async Task<RegisterWork> OfAsync(IReadOnlyList<HeldAuthority> held, Actor by, CancellationToken stop)
    {
        var month = clock.UtcNow().AddDays(-RegisteredMatches.SoonDays);
        var coming = ends.Coming(Registers.Of(held), by);
        var due = leavers.EndedBy(eraseBy.EndedBy(clock.Today().AddDays(RegisteredMatches.SoonDays)));
        var (kept, done) = (erasing.Held, erasing.Done);
        var proposals = Proposals(held, by);
        var joinings = Joinings(by);
        var me = by.Person;
        return await db.Set<Person>().Where(p => p.Id == me).Select(p => new RegisterWork(
            db.Set<Batch>().Max(b => b.EndedAt),
            db.Set<Batch>().Count(b => b.State == BatchState.Waiting) + db.Set<YearChange>().Count(c => c.State == YearState.Waiting),
            proposals.Count(),
            coming.Take(RegisteredQueries.MostCounted + 1).Count(),
            joinings.Count(),
            done.Where(d => d.EndedAt > month).Sum(d => d.People),
            due.Count(l => !kept.Contains(l.Person)))).FirstOrDefaultAsync(stop) ?? None;
    }

    /// <summary>Those of others, of people whom one may join.</summary>
    private IQueryable<Joining> Joinings(Actor by)
    {
        var (joinable, own) = (sides.Joinable(by).Select(p => p.Id), by.Person);
        return db.Set<Joining>().Where(j => joinable.Contains(j.Kept) && j.AskedBy != own
            && (j.State == JoiningState.PartAsked || (j.State == JoiningState.Asked && joinable.Contains(j.Lost))));
    }

    /// <summary>Those that a steward of their source decides; never about oneself.</summary>
    private IQueryable<Extension> Proposals(IReadOnlyList<HeldAuthority> held, Actor by)
    {
        var scopes = held.Where(h => h.Kind == AuthorityKind.SourceSteward).Select(h => h.Scope).ToList();
        var (all, own) = (scopes.Contains(null), by.Person);
        var sources = scopes.OfType<string>().Select(Enum.Parse<Source>).ToList();
        return db.Set<Extension>().Where(e => e.State == ExtensionState.Proposed
            && db.Set<Assignment>().Any(a => a.Id == e.Assignment && (all || sources.Contains(a.Source)) && a.Person != own));
    }
}
