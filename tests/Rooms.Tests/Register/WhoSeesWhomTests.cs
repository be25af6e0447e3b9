using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class WhoSeesWhomTests
{
    /// <summary>Who each one sees besides themself, by the statement and DESIGN §5.</summary>
    private static readonly Dictionary<string, string[]> Expected = new(StringComparer.Ordinal)
    {
        ["aino"] = ["borje", "teacher", "elected", "partner", "shielded"],
        ["borje"] = ["aino", "teacher", "elected"],
        ["teacher"] = ["aino", "borje", "elected", "pupil", "classmate", "shielded-pupil"],
        ["elected"] = [],
        ["partner"] = ["aino", "shielded"],
        ["pupil"] = ["teacher", "classmate", "shielded-pupil"],
        ["other"] = [],
        ["shielded"] = ["aino", "borje", "teacher", "elected", "partner"],
    };

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_channel_gives_the_same_answer(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await RegisterTown.OpenAsync(house);
        var names = town.People.ToDictionary(p => p.Value, p => p.Key);

        foreach (var (viewer, others) in Expected)
        {
            var actor = Actor.Of(town.People[viewer]);
            string[] expected = [.. others.Append(viewer).Order(StringComparer.Ordinal)];

            var asked = await house.InAsync((PeopleSeen seen) => seen.By(actor).ToListAsync());
            Assert.Equal(expected, Named(asked));
            var listed = await house.InAsync((DirectoryQueries directory) => directory.FindAsync(Everyone, actor));
            Assert.Equal(expected, Named(listed.Rows.Select(r => r.Person.Id)));
            Assert.Equal(expected.Length, listed.Total);
            foreach (var (key, person) in town.People)
            {
                var sees = expected.Contains(key);
                Assert.Equal(sees, await house.InAsync((ProfileQueries profiles) => profiles.FindAsync(person, actor)) is not null);
                Assert.Equal(sees, (await house.InAsync((PeopleNames all) => all.OfAsync(person, actor))).Href is not null);
                Assert.Equal(sees, await house.InAsync((PeopleSeen seen) => seen.SeesAsync(actor, person)));
                var family = key switch { "aino" => "Mäk", "borje" => "öh", "teacher" => "šar", "elected" => "VALTA", "partner" => "kump", "pupil" => "oppi", "classmate" => "åker", "other" => "muual", "shielded" => "suojat", _ => "suojai" };
                var found = await house.InAsync((PeopleSearch search) => search.FindAsync(family, actor, 20));
                Assert.Equal(sees, found.Any(p => p.Id == person));
                Assert.True(found.All(p => expected.Contains(names[p.Id])));
            }
        }

        string[] Named(IEnumerable<PersonId> people) => [.. people.Select(p => names[p]).Order(StringComparer.Ordinal)];
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Nobody_is_seen_by_a_visitor_and_an_end_takes_effect_at_the_tick(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await RegisterTown.OpenAsync(house);

        Assert.Empty(await house.InAsync((PeopleSeen seen) => seen.By(Actor.Anonymous).ToListAsync()));
        await house.Town.LeaveAsync(town.Borje);
        Assert.False(await house.InAsync((PeopleSeen seen) => seen.SeesAsync(Actor.Of(town.Aino), town.Borje)));
        Assert.Equal([town.Borje], await house.InAsync((PeopleSeen seen) => seen.By(Actor.Of(town.Borje)).ToListAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_shielded_person_is_a_name_to_those_who_are_close_and_not_even_that_to_others(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await RegisterTown.OpenAsync(house);

        var close = await house.InAsync((PeopleNames names) => names.OfAsync(town.Shielded, Actor.Of(town.Aino)));
        Assert.Equal(("Salla Suojattu", null), (close.Name, close.Unit));
        var far = await house.InAsync((PeopleNames names) => names.OfAsync(town.Shielded, Actor.Of(town.Borje)));
        Assert.Equal((PersonText.Withheld.ToString(), null, null), (far.Name, far.Href, far.PictureUrl));

        var profile = await house.InAsync((ProfileQueries profiles) => profiles.FindAsync(town.Shielded, Actor.Of(town.Aino)));
        Assert.Equal([nameof(CardA.GivenName), nameof(CardA.Email), nameof(CardA.UserId)], profile!.Rows.Select(r => r.Field));
        Assert.Empty(profile.Assignments);
        Assert.Null(profile.Headline);
        Assert.Null(profile.Phone);
        var own = await house.InAsync((ProfileQueries profiles) => profiles.FindAsync(town.Shielded, Actor.Of(town.Shielded)));
        Assert.Contains(own!.Rows, r => r.Field == nameof(CardA.Phone));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task No_limit_tells_where_a_shielded_person_is(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await RegisterTown.OpenAsync(house);

        var school = await house.InAsync((DirectoryQueries directory) => directory.FindAsync(Everyone with { School = town.School }, Actor.Of(town.Teacher)));
        Assert.DoesNotContain(school.Rows, r => r.Person.Id == town.ShieldedPupil);
        Assert.Contains(school.Rows, r => r.Person.Id == town.Pupil && r.ClassName == "7B");
        var space = await house.InAsync((DirectoryQueries directory) => directory.FindAsync(Everyone with { Group = town.Project.Members }, Actor.Of(town.Borje)));
        Assert.Empty(space.Rows);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_pupil_sees_of_a_teacher_the_name_the_school_and_the_teaching_groups(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await RegisterTown.OpenAsync(house);

        var profile = await house.InAsync((ProfileQueries profiles) => profiles.FindAsync(town.Teacher, Actor.Of(town.Pupil)));

        Assert.All(profile!.Rows, r => Assert.Contains(r.Field, new[] { nameof(CardB.GivenName), nameof(CardB.School), nameof(CardB.ClassName), SummaryRow.TeachingGroups }));
        Assert.Equal((null, null), (profile.Email, profile.Phone));
    }

    internal static readonly PeopleFilter Everyone = new(null, null, null, null, null, null);
}
