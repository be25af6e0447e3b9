using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The people of a register whom a filter names: one question for the list, its count and its export.</summary>
internal sealed class RegisteredMatches(TupaDb db, Administered administered, IErasing erasing, IEraseBy eraseBy, TimeProvider clock)
{
    /// <summary>So far ahead "soon" is, for ends and for erasures.</summary>
    public const int SoonDays = 30;

    public IQueryable<Person> Of(RegisteredFilter filter, Registers registers, Actor by)
    {
        var people = administered.People(registers, by);
        if (TypedWords.Of(filter.Typed) is { Count: > 0 } words)
        {
            var typed = TypedWords.Matching(db, words).Select(p => p.Id);
            people = people.Where(p => typed.Contains(p.Id));
        }

        return Limited(people, filter, registers, administered.Assignments(registers));
    }

    private IQueryable<Person> Limited(IQueryable<Person> people, RegisteredFilter filter, Registers registers, IQueryable<Assignment> own)
    {
        var now = clock.UtcNow();
        if (filter.Population is { } population)
        {
            own = own.Where(a => a.Population == population);
            var some = own;
            people = people.Where(p => some.Any(a => a.Person == p.Id));
        }

        people = InState(people, filter.State, registers, own, now);
        if (filter.Ending)
        {
            var until = now.AddDays(SoonDays);
            people = people.Where(p => own.Any(a => a.Person == p.Id && now < a.UntilUtc && a.UntilUtc <= until) && !own.Any(a => a.Person == p.Id && a.UntilUtc > until));
        }

        if (filter.Alone) people = Alone(people, own, now);
        if (!filter.Held) return people;

        var held = erasing.Held;
        return people.Where(p => held.Contains(p.Id));
    }

    private IQueryable<Person> InState(IQueryable<Person> people, RegisteredState? state, Registers registers, IQueryable<Assignment> own, DateTime now)
    {
        var today = Helsinki.Day(now);
        var soon = eraseBy.EndedBy(today.AddDays(SoonDays));
        var (a, b) = (registers.A, registers.B);
        if (state is not { } where) return people;

        return where switch
        {
            RegisteredState.Here => people.Where(p => own.Any(t => t.Person == p.Id && t.FirstDay <= today && now < t.UntilUtc)),
            RegisteredState.Coming => people.Where(p =>
                own.Any(t => t.Person == p.Id && t.FirstDay > today && now < t.UntilUtc) && !own.Any(t => t.Person == p.Id && t.FirstDay <= today && now < t.UntilUtc)),
            RegisteredState.Ended => people.Where(p => !own.Any(t => t.Person == p.Id && now < t.UntilUtc)),
            RegisteredState.ErasedSoon => people.Where(p =>
                (a && db.Set<CardA>().Any(c => c.Person == p.Id && c.HiddenAt <= soon)) || (b && db.Set<CardB>().Any(c => c.Person == p.Id && c.HiddenAt <= soon))),
        };
    }

    /// <summary>Staff of a unit whose own head is not here, and partners whose sponsor is not: nobody near answers for them.</summary>
    private IQueryable<Person> Alone(IQueryable<Person> people, IQueryable<Assignment> own, DateTime now)
    {
        var today = Helsinki.Day(now);
        var here = Assignment.In(db, now);
        var led = db.Set<Unit>().Where(u => here.Any(h => h.Id == u.Head));
        var sponsored = db.Set<Sponsorship>().Where(s => here.Any(h => h.Id == s.SponsorAssignment));
        return people.Where(p => own.Any(a => a.Person == p.Id && a.FirstDay <= today && now < a.UntilUtc
            && ((a.Population == Population.Staff && a.Unit != null && !led.Any(u => u.Id == a.Unit))
                || (a.Population == Population.Partner && !sponsored.Any(s => s.Assignment == a.Id)))));
    }
}
