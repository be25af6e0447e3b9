using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The first person of a house in which nobody can yet let anybody in: made on the machine, once.</summary>
public sealed class FirstOperator(
    TupaDb db, Writing writing, AssignmentActions assignments, AuthorityActions powers, Authorities authorities, AuditLog audit, TimeProvider clock)
{
    /// <summary>Makes the person, an open assignment at the city itself, and the authority. Refused as soon as there is an operator.</summary>
    /// <param name="city">The name of the city's own unit, made where there is none.</param>
    public async Task<(PersonId Person, Refusal? Refusal)> MakeAsync(
        string userId, string given, string family, string? email, Text city, CancellationToken stop = default)
    {
        var person = PersonId.New();
        var machine = Actor.House("register.first-operator");
        var refusal = await writing.RunAsync(async () =>
        {
            if ((await authorities.HoldersAsync(AuthorityKind.Operator, stop)).Count > 0)
                return audit.Refused(machine, "register.operator.make", null, AuthorityText.HasOperator);

            db.Add(new Person { Id = person, CreatedAt = clock.UtcNow(), SortKey = PersonNaming.SortKey(given, family) });
            db.Add(new CardA { Person = person, GivenName = given, FamilyName = family, UserId = userId.ToLowerInvariant(), Email = email, Organisation = city.Fi });
            var unit = await CityAsync(city, stop);
            await writing.FlushAsync(stop);

            var assignment = AssignmentId.New();
            return await assignments.BeginAsync(assignment, new(
                    person, Population.Staff, AssignmentKind.Regular, unit, null, null, Source.Operator, clock.Today(), Helsinki.Open, []), machine, stop)
                ?? await powers.MakeFirstOperatorAsync(assignment, stop);
        }, stop);
        return (person, refusal);
    }

    private async Task<UnitId> CityAsync(Text name, CancellationToken stop)
    {
        if (await db.Set<Unit>().Where(u => u.Kind == UnitKind.City && u.Parent == null).Select(u => (UnitId?)u.Id).FirstOrDefaultAsync(stop) is { } known) return known;

        var group = new Group { Id = GroupId.New(), Kind = GroupKind.Unit, NameFi = name.Fi, NameSv = name.Sv };
        var unit = new Unit { Id = UnitId.New(), Kind = UnitKind.City, NameFi = name.Fi, NameSv = name.Sv, Group = group.Id };
        db.Add(group);
        await writing.FlushAsync(stop);
        db.Add(unit);
        return unit.Id;
    }
}
