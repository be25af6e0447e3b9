using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Whose data somebody looks after as administrator of a register: the people who have a card of it.</summary>
internal sealed class Administered(TupaDb db, Authorities authorities, TimeProvider clock)
{
    /// <summary>For what a page shows: asks only of one who administers anything, as the door has just read. One statement at most.</summary>
    public async Task<Registers> ShownAsync(Actor by, CancellationToken stop) =>
        await authorities.ShowsAsync(by.Person, AuthorityKind.RegisterAdministrator, stop) ? await OfAsync(by, stop) : Registers.None;

    public async Task<Registers> OfAsync(Actor by, CancellationToken stop) =>
        by.Person is { } me ? Registers.Of(await authorities.HeldAsync(me, stop)) : Registers.None;

    /// <summary>The people of these registers. The shielded are there for those alone who are close to them, as everywhere in the house.</summary>
    public IQueryable<Person> People(Registers registers, Actor by)
    {
        var (a, b) = (registers.A, registers.B);
        return Seen(by).Where(p => (a && db.Set<CardA>().Any(c => c.Person == p.Id)) || (b && db.Set<CardB>().Any(c => c.Person == p.Id)));
    }

    /// <summary>The people of both registers, without the shielded whom the actor is not close to.</summary>
    public IQueryable<Person> Seen(Actor by)
    {
        var close = PeopleSeen.ByOthers.In(db, by.Person ?? new PersonId(Guid.Empty), clock.UtcNow()).Select(p => p.Id);
        return db.Set<Person>().Where(p => !p.Shielded || close.Contains(p.Id));
    }

    /// <summary>The assignments that keep the cards of these registers: pupils and the staff of education are of B, all but pupils of A (<see cref="CardEnds"/>).</summary>
    public IQueryable<Assignment> Assignments(Registers registers) => registers switch
    {
        { A: true, B: true } => db.Set<Assignment>(),
        { A: true } => db.Set<Assignment>().Where(a => a.Population != Population.Pupil),
        { B: true } => db.Set<Assignment>().Where(a => a.Population == Population.Pupil
            || (a.Population == Population.Staff && db.Set<CardB>().Any(c => c.Person == a.Person && c.Role == SchoolRole.Staff))),
        _ => db.Set<Assignment>().Where(a => false),
    };
}
