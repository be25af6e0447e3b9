using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;
using Tupa.Spaces;

namespace Tupa.Tests;

public sealed class SpaceKeepingTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Founding_twice_makes_one_space_with_both_stewards(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var input = await InputAsync(house, Confidentiality.Members);

        for (var time = 0; time < 2; time++)
            Assert.Null(await house.InAsync((SpaceActions spaces) => spaces.FoundAsync(input, [aino, borje], Actor.Of(aino))));

        Assert.Equal(1, await house.ReadAsync(db => db.Set<Space>().CountAsync()));
        var head = await HeadAsync(house, new(input.Id), borje);
        Assert.Equal(SpaceRole.Steward, head!.Open.Role);
        Assert.Equal(2, head.Stewards.Count);
        Assert.Equal(["spaces.space.founded"], await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_is_not_staff_founds_nothing(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var partner = await house.Town.PartnerAsync("Pirjo Kumppani", aino);

        var refusal = await house.InAsync(async (SpaceActions spaces) => await spaces.FoundAsync(await InputAsync(house, Confidentiality.Members), [aino], Actor.Of(partner)));

        Assert.Equal(SpaceText.OnlyStaffFound, refusal?.Reason);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Space>().CountAsync()));
        Assert.Equal(["spaces.space.found refused"], await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Opening_a_space_lets_staff_in_and_closing_it_to_members_takes_them_out_and_both_stay_on_record(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);

        foreach (var level in new[] { Confidentiality.Open, Confidentiality.Confidential, Confidentiality.Open })
        {
            house.Clock.Move(TimeSpan.FromMinutes(1));
            Assert.Null(await ChangeAsync(house, space.Id, aino, level));
            Assert.Equal(level == Confidentiality.Open, await HeadAsync(house, space.Id, borje) is not null);
            Assert.Equal(level != Confidentiality.Open, await house.ReadAsync(db => db.Set<Group>().Where(g => g.Id == space.Members).Select(g => g.Close).SingleAsync()));
        }

        Assert.Equal(2, await house.ReadAsync(db => db.Set<Inclusion>().CountAsync(i => i.Whole == space.Members && i.Part == GroupId.Staff)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_stale_form_is_a_clash_and_changes_nothing(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        var stale = SpaceInput.Of((await HeadAsync(house, space.Id, aino))!);
        Assert.Null(await ChangeAsync(house, space.Id, aino, Confidentiality.Members, "Uusi nimi"));

        var refusal = await house.InAsync((SpaceActions spaces) => spaces.ChangeAsync(space.Id, stale with { Name = "Vanha lomake" }, Actor.Of(aino)));

        Assert.Equal(Refusal.Clash, refusal);
        Assert.Equal("Uusi nimi", (await HeadAsync(house, space.Id, aino))!.Open.Name);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_last_steward_cannot_be_removed_nor_leave_nor_step_down(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, borje);

        Assert.Null(await house.InAsync((MemberActions members) => members.RemovePersonAsync(space.Id, borje, Actor.Of(aino))));
        var removed = await house.InAsync((MemberActions members) => members.RemovePersonAsync(space.Id, aino, Actor.Of(aino)));
        var left = await house.InAsync((MemberActions members) => members.LeaveAsync(space.Id, Actor.Of(aino)));
        var stepped = await house.InAsync((MemberActions members) => members.ChangeRoleAsync(space.Id, aino, SpaceRole.Reader, Actor.Of(aino)));

        Assert.All([removed, left, stepped], refusal => Assert.Equal(MemberText.LastSteward, refusal?.Reason));
        Assert.Equal(SpaceRole.Steward, (await HeadAsync(house, space.Id, aino))!.Open.Role);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_space_without_a_steward_is_kept_by_the_head_of_its_unit(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var head = await house.Town.StaffAsync("Helka Pomo");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        await house.WriteAsync(async db =>
        {
            var city = await db.Set<Unit>().SingleAsync();
            city.Head = (await db.Set<Assignment>().SingleAsync(a => a.Person == head)).Id;
        });
        await house.Town.LeaveAsync(aino);

        var report = await house.InAsync((StewardWatch watch) => watch.RunAsync(default));

        Assert.Equal(1, report.Changed);
        Assert.Equal([head], (await HeadAsync(house, space.Id, head))!.Stewards);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_grant_has_an_end_within_a_year_and_only_a_steward_gives_it(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        var today = house.Clock.Today();

        var tooLong = await house.InAsync((MemberActions members) => members.AddPersonAsync(space.Id, borje, SpaceRole.Reader, today.AddMonths(12).AddDays(1), Actor.Of(aino)));
        var stranger = await house.InAsync((MemberActions members) => members.AddPersonAsync(space.Id, borje, SpaceRole.Reader, today, Actor.Of(borje)));
        Assert.Null(await house.InAsync((MemberActions members) => members.AddPersonAsync(space.Id, borje, SpaceRole.Reader, today, Actor.Of(aino))));
        var reader = await house.InAsync((MemberActions members) => members.AddPersonAsync(space.Id, aino, SpaceRole.Reader, today, Actor.Of(borje)));

        Assert.Equal(MemberText.UntilLatest(today.AddMonths(12)), tooLong?.Reason);
        Assert.Equal(Refusal.Absent, stranger);
        Assert.Equal(SpaceText.NotYours, reader?.Reason);
        house.Clock.Move(TimeSpan.FromDays(1));
        Assert.Null(await HeadAsync(house, space.Id, borje));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Staff_join_an_open_space_in_one_deed_and_leave_it(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var open = await house.Town.SpaceAsync("Tori", Confidentiality.Open, aino);
        var members = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);

        Assert.Null(await house.InAsync((MemberActions m) => m.JoinAsync(open.Id, Actor.Of(borje))));
        Assert.Equal((true, SpaceRole.Contributor), await StateAsync(house, open.Id, borje));
        Assert.Null(await house.InAsync((MemberActions m) => m.LeaveAsync(open.Id, Actor.Of(borje))));
        Assert.Equal((false, SpaceRole.Reader), await StateAsync(house, open.Id, borje));
        Assert.Equal(Refusal.Absent, await house.InAsync((MemberActions m) => m.JoinAsync(members.Id, Actor.Of(borje))));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_confidential_space_is_absent_by_the_same_statements_as_an_unknown_id(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Confidential, aino);

        // The first refusal of a person makes the name under which the log knows them.
        Assert.Equal(Refusal.Absent, await house.InAsync((MemberActions m) => m.JoinAsync(SpaceId.New(), Actor.Of(borje))));
        var sent = new List<List<string>>();
        foreach (var id in new[] { space.Id, SpaceId.New() })
        {
            var before = house.Statements.Sent.Count;
            Assert.Null(await HeadAsync(house, id, borje));
            Assert.Null(await house.InAsync((SpaceAccess access) => access.OpenAsync(id, Actor.Of(borje))));
            Assert.Equal(Refusal.Absent, await house.InAsync((MemberActions m) => m.JoinAsync(id, Actor.Of(borje))));
            sent.Add([.. house.Statements.Sent.Skip(before)]);
        }

        Assert.Equal(sent[0].Count, sent[1].Count);
        var lists = await house.InAsync((SpaceQueries spaces) => spaces.ListsAsync(null, Actor.Of(borje)));
        Assert.Empty(lists.Mine.Concat(lists.Open).Concat(lists.Closed));
    }

    private static async Task<(bool Joined, SpaceRole Role)> StateAsync(TestHouse house, SpaceId space, PersonId person) =>
        await HeadAsync(house, space, person) is { } head ? (head.Joined, head.Open.Role!.Value) : default;

    private static Task<SpaceHead?> HeadAsync(TestHouse house, SpaceId space, PersonId person) =>
        house.InAsync((SpaceQueries spaces) => spaces.HeadAsync(space, Actor.Of(person)));

    private static async Task<Refusal?> ChangeAsync(TestHouse house, SpaceId id, PersonId by, Confidentiality level, string? name = null)
    {
        var input = SpaceInput.Of((await HeadAsync(house, id, by))!);
        return await house.InAsync((SpaceActions spaces) => spaces.ChangeAsync(id, input with { Confidentiality = (int)level, Name = name ?? input.Name }, Actor.Of(by)));
    }

    private static async Task<SpaceInput> InputAsync(TestHouse house, Confidentiality level) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = "Kulttuuriviikko 2027",
        Purpose = "Viikon 17 tapahtumien suunnittelu",
        Unit = (await house.Town.CityAsync()).Value,
        Confidentiality = (int)level,
        Retention = RetentionClassId.Default("TT-07").Value,
    };
}
