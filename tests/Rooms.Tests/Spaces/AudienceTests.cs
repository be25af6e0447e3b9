using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

public sealed class AudienceTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Members_see_a_space_others_do_not_and_an_end_takes_effect_at_the_tick(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var kai = await house.Town.StaffAsync("Kai Virta");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        await house.Town.JoinAsync(kai, space.Members, (int)SpaceRole.Contributor, until: house.Now.AddHours(1));

        Assert.Equal([space.Audience], await VisibleAsync(house, aino));
        Assert.Empty(await VisibleAsync(house, borje));
        Assert.Equal([space.Audience], await VisibleAsync(house, kai));

        house.Clock.Move(TimeSpan.FromMinutes(61));
        Assert.Empty(await VisibleAsync(house, kai));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_open_space_is_seen_by_staff_and_never_by_elected_partners_or_pupils(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var council = await house.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ);
        var class7B = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var outsiders = new[]
        {
            await house.Town.ElectedAsync("Eero Valta", council),
            await house.Town.PartnerAsync("Pirjo Kumppani", aino),
            await house.Town.PupilAsync("Oona Oppilas", school, class7B),
        };
        var square = await house.Town.SpaceAsync("Henkilöstön tori", Confidentiality.Open);

        Assert.Equal([square.Audience], await VisibleAsync(house, aino));
        foreach (var outsider in outsiders) Assert.Empty(await VisibleAsync(house, outsider));
        Assert.Empty(await VisibleAsync(house, aino, mine: true));
    }

    private static Task<List<AudienceId>> VisibleAsync(TestHouse house, PersonId person, bool mine = false) =>
        house.InAsync((Audience audience) => (mine ? audience.Mine(Actor.Of(person)) : audience.Visible(Actor.Of(person))).ToListAsync());
}
