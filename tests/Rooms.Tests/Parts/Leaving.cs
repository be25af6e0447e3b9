using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>How people of a town come, leave and head its units, by the actions of the house.</summary>
internal static class Leaving
{
    private static readonly Actor ByASource = Actor.House("test.source");

    /// <summary>Ends every assignment of the people, now or at an instant ahead.</summary>
    public static async Task EndAsync(this TestHouse house, DateTime at, params PersonId[] people)
    {
        var ids = await house.ReadAsync(db => db.Set<Assignment>().Where(a => people.Contains(a.Person)).Select(a => a.Id).ToListAsync());
        await house.InAsync((AssignmentActions actions) => actions.EndAsync(ids, at, ByASource));
    }

    /// <summary>The first assignment of the person.</summary>
    public static Task<AssignmentId> AssignmentAsync(this TestHouse house, PersonId person) =>
        house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Person == person).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync());

    public static async Task<AssignmentId> BeginAsync(this TestHouse house, NewAssignment told)
    {
        var id = AssignmentId.New();
        Assert.Null(await house.InAsync((AssignmentActions actions) => actions.BeginAsync(id, told, ByASource)));
        return id;
    }

    /// <summary>What is told of somebody who works in the city from yesterday on.</summary>
    public static NewAssignment Told(this TestHouse house, PersonId person, UnitId unit) => new(
        person, Population.Staff, AssignmentKind.Regular, unit, null, null, Source.Supervisors, Helsinki.Day(house.Now).AddDays(-1), Helsinki.Open, []);

    public static Task HeadAsync(this TestHouse house, UnitId unit, PersonId head) => house.WriteAsync(async db =>
        (await db.Set<Unit>().SingleAsync(u => u.Id == unit)).Head = (await db.Set<Assignment>().FirstAsync(a => a.Person == head)).Id);

    /// <summary>Who keeps the space now, as its pages say; asked as somebody who is in it.</summary>
    public static async Task<IReadOnlyList<PersonId>> StewardsAsync(this TestHouse house, TestSpace space, PersonId reader) =>
        (await house.InAsync((SpaceQueries spaces) => spaces.HeadAsync(space.Id, Actor.Of(reader))))?.Stewards ?? [];
}
