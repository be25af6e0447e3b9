using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Deputies follow the space's choice; substitutes need nobody's act.</summary>
public sealed class DeputyTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Deputies_are_in_always_or_only_while_they_stand_in(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (council, aino) = (await house.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ), await house.Town.StaffAsync("Aino Mäkelä"));
        var regular = await house.Town.ElectedAsync("Eero Valta", council);
        var deputy = await house.Town.ElectedAsync("Vera Vara", await house.Town.GroupAsync("Muu", GroupKind.Organ));
        await house.BeginAsync(house.Told(deputy, await house.Town.CityAsync()) with
        {
            Population = Population.Elected,
            Kind = AssignmentKind.Deputy,
            Unit = null,
            Organ = council,
            Source = Source.Decisions,
            StandsInFor = await house.AssignmentAsync(regular),
        });
        var hall = await house.Town.SpaceAsync("Valtuusto", Confidentiality.Members, aino);
        Assert.Null(await house.InAsync((MemberActions m) => m.AddGroupAsync(hall.Id, council, SpaceRole.Reader, Actor.Of(aino))));
        Assert.Equal((3, true), await InAsync(house, hall, deputy));

        Assert.Null(await ChooseAsync(house, hall, aino, SpaceInput.StandingIn));
        Assert.Equal((2, false), await InAsync(house, hall, deputy));
        Assert.Equal((2, true), await InAsync(house, hall, regular));
        Assert.Equal(1, await house.InAsync(async (GroupParts parts) => (await parts.OfAsync(hall.Members, viewer: null))[0].Members));

        // A group that comes later follows the same choice; standing in is a grant by name until a day.
        Assert.Null(await house.InAsync((MemberActions m) => m.AddGroupAsync(hall.Id, GroupId.Elected, SpaceRole.Reader, Actor.Of(aino))));
        Assert.Equal((3, true), await InAsync(house, hall, deputy));
        Assert.Null(await house.InAsync((MemberActions m) => m.RemoveGroupAsync(hall.Id, GroupId.Elected, Actor.Of(aino))));
        Assert.Null(await house.InAsync((MemberActions m) => m.AddPersonAsync(hall.Id, deputy, SpaceRole.Reader, house.Clock.Today(), Actor.Of(aino))));
        Assert.Equal((3, true), await InAsync(house, hall, deputy));
        house.Clock.StopAt(Helsinki.EndOf(house.Clock.Today()));
        Assert.Equal((2, false), await InAsync(house, hall, deputy));

        Assert.Null(await ChooseAsync(house, hall, aino, "always"));
        Assert.Equal((3, true), await InAsync(house, hall, deputy));
        Assert.Contains("spaces.deputies.changed", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_three_day_substitute_is_in_on_those_days_and_on_no_other(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var class7B = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var (teacher, substitute) = (await house.Town.StaffAsync("Jelena Niemi", school), await house.Town.StaffAsync("Siiri Salo"));
        var regular = await house.BeginAsync(house.Told(teacher, school) with { Groups = [class7B] });
        var room = await house.Town.SpaceAsync("7B", Confidentiality.Members, aino);
        await house.Town.IncludeAsync(room.Members, class7B, SpaceRole.Contributor);
        Assert.Null(await ChooseAsync(house, room, aino, SpaceInput.StandingIn));
        var first = house.Clock.Today().AddDays(2);
        await house.BeginAsync(house.Told(substitute, school) with { Kind = AssignmentKind.Substitute, StandsInFor = regular, FirstDay = first, LastDay = first.AddDays(2) });

        foreach (var (at, inside) in new[] { (-1, false), (0, true), (2, true), (3, false) })
        {
            house.Clock.StopAt(Helsinki.StartOf(first.AddDays(at)));
            Assert.Equal(inside, (await InAsync(house, room, substitute)).Sees);
        }
    }

    private static async Task<Refusal?> ChooseAsync(TestHouse house, TestSpace space, PersonId by, string deputies) => await house.InAsync(async (SpaceActions spaces) =>
    {
        var head = await house.InAsync((SpaceQueries queries) => queries.HeadAsync(space.Id, Actor.Of(by)));
        return await spaces.ChangeAsync(space.Id, SpaceInput.Of(head!) with { Deputies = deputies }, Actor.Of(by));
    });

    /// <summary>How many are in the space, and whether this one is.</summary>
    private static async Task<(int Total, bool Sees)> InAsync(TestHouse house, TestSpace space, PersonId person) => (
        await house.InAsync(async (AudiencePeople people) => (await people.CountAsync(space.Audience)).Total),
        (await house.InAsync((Audience a) => a.ExplainAsync(person, space.Audience)))!.Sees);
}
