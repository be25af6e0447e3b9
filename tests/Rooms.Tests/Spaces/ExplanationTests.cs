using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

public sealed class ExplanationTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_explanation_agrees_with_the_audience_for_everyone_and_every_audience(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (people, audiences) = await MatrixAsync(house);

        foreach (var person in people)
        {
            var visible = await house.InAsync((Audience audience) => audience.Visible(Actor.Of(person)).ToListAsync());
            foreach (var audience in audiences)
            {
                var explanation = await house.InAsync((Audience a) => a.ExplainAsync(person, audience));
                var among = await house.InAsync((Audience a) => a.People(audience).AnyAsync(p => p == person));
                Assert.Equal(visible.Contains(audience), explanation!.Sees);
                Assert.Equal(visible.Contains(audience), among);
                if (explanation.Sees) Assert.Contains(explanation.Reasons, r => !r.IntoPart);
            }
        }

        Assert.Null(await house.InAsync((Audience a) => a.ExplainAsync(people[0], AudienceId.New())));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_chain_names_the_source_the_group_and_the_end(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var class7B = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var oona = await house.Town.PupilAsync("Oona Oppilas", school, class7B);
        var aino = await house.Town.TeacherAsync("Aino Mäkelä", school, class7B);
        var space = await house.Town.SpaceAsync("Luokka 7B", Confidentiality.Members, aino);
        await house.Town.IncludeAsync(space.Members, class7B, SpaceRole.Contributor);

        var explanation = await house.InAsync((Audience a) => a.ExplainAsync(oona, space.Audience));
        var chain = Assert.Single(await house.InAsync((ExplanationChains chains) => chains.OfAsync(explanation!, oona)));

        Assert.Equal(
            ["Tehtävä: Salmen koulu, lähde: oppilastietojärjestelmä", "Ryhmä 7B", "ryhmä on tilassa"],
            chain.Links.Take(3).Select(l => l.Fi));
        Assert.EndsWith("toistaiseksi", chain.Links[3].Fi, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_part_is_made_once_and_who_leaves_the_space_leaves_the_part(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, borje);

        var made = await MakeAsync(house, space.Id, [aino, borje], aino);
        var again = await MakeAsync(house, space.Id, [borje, aino], aino);
        Assert.Equal(made, again);
        Assert.NotEqual(made, await MakeAsync(house, space.Id, [borje], aino));
        Assert.True(await SeesAsync(house, borje, made));

        Assert.Null(await house.InAsync((MemberActions members) => members.RemovePersonAsync(space.Id, borje, Actor.Of(aino))));
        Assert.False(await SeesAsync(house, borje, made));
        Assert.Equal(1, (await house.InAsync((AudiencePeople people) => people.CountAsync(made))).Total);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Counts_say_once_each_and_which_are_from_outside(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var pirjo = await house.Town.PartnerAsync("Pirjo Kumppani", aino);
        var council = await house.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ);
        var eero = await house.Town.ElectedAsync("Eero Valta", council);
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        await house.Town.IncludeAsync(space.Members, council, SpaceRole.Reader);
        await house.Town.JoinAsync(eero, space.Members, (int)SpaceRole.Reader);
        await house.Town.JoinAsync(pirjo, space.Members, (int)SpaceRole.Reader);

        var count = await house.InAsync((AudiencePeople people) => people.CountAsync(space.Audience));

        Assert.Equal(new AudienceCount(Total: 3, Outside: 1, Staff: 1, Elected: 1, Pupils: 0, Partners: 1), count);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_had_access_is_told_for_a_past_day(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, borje);
        var before = house.Clock.Today();
        Assert.Null(await house.InAsync((MemberActions members) => members.RemovePersonAsync(space.Id, borje, Actor.Of(aino))));
        house.Clock.Move(TimeSpan.FromDays(3));

        var open = (await house.InAsync((SpaceAccess access) => access.OpenAsync(space.Id, Actor.Of(aino))))!;
        var then = await house.InAsync((MemberQueries members) => members.AccessOnAsync(open, before, 0, Actor.Of(aino)));
        var now = await house.InAsync((MemberQueries members) => members.AccessOnAsync(open, house.Clock.Today(), 0, Actor.Of(aino)));

        Assert.Equal(["Aino Mäkelä", "Börje Öhman"], then.Rows.Select(r => r.Name!.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Aino Mäkelä"], now.Rows.Select(r => r.Name!.Name));
    }

    private static async Task<(List<PersonId> People, List<AudienceId> Audiences)> MatrixAsync(TestHouse house)
    {
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var class7B = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var council = await house.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ);
        var aino = await house.Town.TeacherAsync("Aino Mäkelä", school, class7B);
        List<PersonId> people =
        [
            aino, await house.Town.StaffAsync("Börje Öhman"), await house.Town.PupilAsync("Oona Oppilas", school, class7B),
            await house.Town.ElectedAsync("Eero Valta", council), await house.Town.PartnerAsync("Pirjo Kumppani", aino),
        ];
        var audiences = new List<AudienceId>();
        foreach (var level in Enum.GetValues<Confidentiality>())
        {
            var space = await house.Town.SpaceAsync($"Tila {level}", level, aino);
            await house.Town.IncludeAsync(space.Members, class7B, SpaceRole.Contributor);
            if (level == Confidentiality.Confidential) await house.Town.JoinAsync(people[4], space.Members, (int)SpaceRole.Reader);
            audiences.Add(space.Audience);
            audiences.Add(await MakeAsync(house, space.Id, [people[1], people[2], people[4]], aino));
        }

        return (people, audiences);
    }

    private static async Task<bool> SeesAsync(TestHouse house, PersonId person, AudienceId audience) =>
        await house.InAsync((Audience a) => a.Visible(Actor.Of(person)).AnyAsync(id => id == audience));

    private static async Task<AudienceId> MakeAsync(TestHouse house, SpaceId space, IReadOnlyList<PersonId> people, PersonId by)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var parts = scope.ServiceProvider.GetRequiredService<PartAudiences>();
        return await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(() => parts.MakeAsync(space, [], people, Actor.Of(by)));
    }
}
