using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class DirectoryTests
{
    private const int MostStatements = 5;

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_beginnings_of_all_words_find_a_person_whatever_the_diacritics_hyphens_and_order(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var jelena = await house.Town.StaffAsync("Jelena Šarić-Niemi");
        var marja = await house.Town.StaffAsync("Marja-Liisa Åkerblom");
        var juha = await house.Town.StaffAsync("Juha Mäkinen");
        var viewer = Actor.Of(juha);

        foreach (var (typed, expected) in new (string, PersonId[])[]
        {
            ("saric", [jelena]), ("ŠARIĆ", [jelena]), ("niemi jel", [jelena]), ("saric-niemi", [jelena]), ("niemi saric", [jelena]),
            ("akerb", [marja]), ("åkerblom liisa", [marja]), ("marja-l", [marja]), ("makinen", [juha]), ("mäk juha", [juha]),
            ("jelena.saric", [jelena]), ("akerblom juha", []), ("kinen", []), ("%", []), ("_", []), (" ", []), ("-", []),
        })
        {
            var found = await house.InAsync((PeopleSearch search) => search.FindAsync(typed, viewer, 10));
            Assert.Equal(expected, found.Select(p => p.Id));
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Namesakes_are_both_found_and_told_apart(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var city = await house.Town.CityAsync();
        var parks = await house.Town.UnitAsync("Kaupunkitekniikka", UnitKind.Unit, city);
        var council = await house.Town.GroupAsync("Ympäristölautakunta", GroupKind.Organ);
        var one = await house.Town.StaffAsync("Juha Mäkinen", parks);
        var other = await house.Town.ElectedAsync("Juha Mäkinen", council);

        var page = await house.InAsync((DirectoryQueries directory) => directory.FindAsync(WhoSeesWhomTests.Everyone with { Typed = "juha mäk" }, Actor.Of(one)));

        Assert.Equal(2, page.Total);
        Assert.Equal("Kaupunkitekniikka", page.Rows.Single(r => r.Person.Id == one).Place);
        Assert.Equal("Ympäristölautakunta", page.Rows.Single(r => r.Person.Id == other).Place);
        Assert.True(page.Rows.Single(r => r.Person.Id == other).Elected);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Pages_follow_the_Finnish_alphabet_and_lose_nobody_among_namesakes(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var viewer = Actor.Of(await house.Town.StaffAsync("Aino Ääri"));
        await CrowdAsync(house, "Virtanen", 70);
        await CrowdAsync(house, "Åberg", 40);
        await house.Town.StaffAsync("Ville Öhman");

        var seen = new List<(PersonId Id, string Name)>();
        string? after = null;
        do
        {
            var page = await house.InAsync((DirectoryQueries directory) => directory.FindAsync(WhoSeesWhomTests.Everyone with { After = after }, viewer));
            Assert.Equal(112, page.Total);
            seen.AddRange(page.Rows.Select(r => (r.Person.Id, r.Person.Name)));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(112, seen.Select(s => s.Id).Distinct().Count());
        Assert.Equal(112, seen.Count);
        Assert.Equal(["Virtanen", "Åberg", "Ääri", "Öhman"], seen.Select(s => s.Name.Split(' ')[1]).Distinct());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_full_page_costs_as_many_statements_as_a_short_one(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Ääri");
        var viewer = Actor.Of(aino);
        Task<int> CountAsync() => house.Statements.DuringAsync(() => house.InAsync(async (DirectoryQueries directory) =>
        {
            var page = await directory.FindAsync(WhoSeesWhomTests.Everyone, viewer);
            await directory.LimitsAsync(viewer, page.Viewer);
        }));

        var one = await CountAsync();
        await CrowdAsync(house, "Virtanen", 500);

        Assert.Equal(one, await CountAsync());
        Assert.True(one <= MostStatements, $"{one} statements");
        var profile = await house.Statements.DuringAsync(() => house.InAsync((ProfileQueries profiles) => profiles.FindAsync(aino, viewer)));
        Assert.True(profile <= 6, $"{profile} statements");
        var people = await house.InAsync((DirectoryQueries directory) => directory.FindAsync(WhoSeesWhomTests.Everyone, viewer));
        Assert.Equal(1, await house.Statements.DuringAsync(() => house.InAsync((PeopleNames names) => names.ForAsync([.. people.Rows.Select(r => r.Person.Id)], viewer))));
        Assert.Equal(2, await house.Statements.DuringAsync(() => house.InAsync((PeopleSearch search) => search.FindAsync("vir", viewer, 8))));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_who_is_not_seen_is_asked_of_as_one_who_never_was(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await RegisterTown.OpenAsync(house);
        var viewer = Actor.Of(town.Borje);
        Task<int> AskAsync(PersonId person) => house.Statements.DuringAsync(() => house.InAsync(async (ProfileQueries profiles) =>
            Assert.Null(await profiles.FindAsync(person, viewer))));

        var never = await AskAsync(PersonId.New());

        foreach (var unseen in new[] { town.Pupil, town.Partner, town.Shielded }) Assert.Equal(never, await AskAsync(unseen));
    }

    private static async Task CrowdAsync(TestHouse house, string family, int people)
    {
        var rows = Enumerable.Range(0, people).Select(_ => PersonId.New()).ToList();
        await house.WriteAsync(db =>
        {
            foreach (var id in rows)
            {
                db.Add(new Person { Id = id, CreatedAt = house.Now, SortKey = PersonNaming.SortKey("Antti", family) });
                db.Add(new CardA { Person = id, GivenName = "Antti", FamilyName = family, Organisation = "Kuusisalmen kaupunki" });
                db.AddRange(PersonNaming.Words(id, "Antti", family));
                db.Add(new GroupMember { Person = id, Group = GroupId.Staff, Cause = id.Value, Because = Because.Assignment, FromUtc = house.Now.AddDays(-1), UntilUtc = Helsinki.Never });
            }

            return Task.CompletedTask;
        });
    }
}
