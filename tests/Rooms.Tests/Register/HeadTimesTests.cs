using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class HeadTimesTests
{
    private static readonly DateTime Now = new(2026, 8, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly (UnitId City, UnitId Division, UnitId Library, UnitId Museum) Units = (UnitId.New(), UnitId.New(), UnitId.New(), UnitId.New());
    private static readonly (PersonId Mayor, PersonId Director, PersonId Librarian, PersonId Keeper) People = (PersonId.New(), PersonId.New(), PersonId.New(), PersonId.New());

    [Fact]
    public void A_head_heads_until_the_end_and_then_the_one_above_acts()
    {
        var end = Now.AddDays(30);
        Assert.Equal(
            [new(People.Librarian, Now, end), new(People.Director, end, Helsinki.Never)],
            HeadTimes.Of(Units.Library, City(library: Of(People.Librarian, until: end), division: Of(People.Director)), Now));
    }

    [Fact]
    public void Two_that_end_at_the_same_tick_leave_no_gap()
    {
        var end = Now.AddDays(30);
        var times = HeadTimes.Of(Units.Library, City(library: Of(People.Librarian, until: end), division: Of(People.Director, until: end), city: Of(People.Mayor)), Now);
        Assert.Equal([new(People.Librarian, Now, end), new(People.Mayor, end, Helsinki.Never)], times);
    }

    [Fact]
    public void Before_a_new_head_begins_the_one_above_acts_and_after_that_one_again()
    {
        var (from, until) = (Now.AddDays(10), Now.AddDays(20));
        Assert.Equal(
            [new(People.Mayor, Now, from), new(People.Librarian, from, until), new(People.Mayor, until, Helsinki.Never)],
            HeadTimes.Of(Units.Library, City(library: Of(People.Librarian, from, until), city: Of(People.Mayor)), Now));
    }

    [Fact]
    public void Where_the_whole_line_is_vacant_another_head_of_the_city_acts()
    {
        Assert.Equal([new(People.Keeper, Now, Helsinki.Never)], HeadTimes.Of(Units.Library, City(museum: Of(People.Keeper)), Now));
        Assert.Equal([new(People.Mayor, Now, Helsinki.Never)], HeadTimes.Of(Units.Library, City(), Now, [new(People.Mayor, Now.AddYears(-9), Helsinki.Never)]));
        Assert.Empty(HeadTimes.Of(Units.Library, City(), Now));
    }

    [Fact]
    public void Nobody_is_their_own_supervisor()
    {
        var city = City(library: Of(People.Librarian), division: Of(People.Librarian), city: Of(People.Mayor));
        Assert.Equal(People.Mayor, HeadTimes.Supervisor(People.Librarian, Units.Library, city, Now));
        Assert.Equal(People.Librarian, HeadTimes.Supervisor(People.Keeper, Units.Library, city, Now));
        Assert.Null(HeadTimes.Supervisor(People.Mayor, Units.City, city, Now));
    }

    private static (PersonId, DateTime, DateTime) Of(PersonId person, DateTime? from = null, DateTime? until = null) => (person, from ?? Now.AddYears(-1), until ?? Helsinki.Never);

    private static Dictionary<UnitId, HeadedUnit> City(
        (PersonId, DateTime, DateTime)? library = null, (PersonId, DateTime, DateTime)? museum = null, (PersonId, DateTime, DateTime)? division = null, (PersonId, DateTime, DateTime)? city = null) =>
        new[]
        {
            Unit(Units.City, null, city), Unit(Units.Division, Units.City, division), Unit(Units.Library, Units.Division, library), Unit(Units.Museum, Units.City, museum),
        }.ToDictionary(u => u.Unit);

    private static HeadedUnit Unit(UnitId id, UnitId? parent, (PersonId Person, DateTime From, DateTime Until)? head) =>
        new(id, parent, head?.Person, head?.From ?? Helsinki.Never, head?.Until ?? Helsinki.Never);
}
