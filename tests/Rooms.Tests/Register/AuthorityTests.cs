using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class AuthorityTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_power_is_granted_by_a_second_person_with_an_end_and_lasts_as_long_as_the_assignment(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var first = await house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Person == aino).Select(a => a.Id).SingleAsync());
        Assert.Null(await house.InAsync((AuthorityActions powers) => powers.MakeFirstOperatorAsync(first, Actor.House("test"))));
        Assert.NotNull(await house.InAsync((AuthorityActions powers) => powers.MakeFirstOperatorAsync(first, Actor.House("test"))));
        var today = Helsinki.Day(house.Now);

        Assert.Equal(AuthorityText.NotYours, await GrantAsync(borje, "aino.makela", today));
        Assert.Equal(AuthorityText.NotToOneself, await GrantAsync(aino, "aino.makela", today));
        Assert.Equal(AuthorityText.BadDay, await GrantAsync(aino, "borje.ohman", today.AddMonths(12).AddDays(1)));
        Assert.Equal(AuthorityText.BadDay, await GrantAsync(aino, "borje.ohman", null));
        Assert.Equal(AuthorityText.NotFound, await GrantAsync(aino, "nobody", today));
        Assert.Null(await GrantAsync(aino, "Borje.Ohman", today.AddMonths(1)));

        Assert.True(await house.InAsync((Authorities powers) => powers.HoldsAsync(borje, AuthorityKind.RegisterAdministrator, "A")));
        Assert.False(await house.InAsync((Authorities powers) => powers.HoldsAsync(borje, AuthorityKind.RegisterAdministrator, "B")));
        Assert.NotNull(await house.InAsync((RegisterQueries register) => register.OverviewAsync(Actor.Of(borje))));
        Assert.Equal(AuthorityText.LastOperator, await EndAsync(aino, AuthorityKind.Operator));
        var second = await house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Person == borje).Select(a => a.Id).SingleAsync());
        await house.InAsync((AssignmentActions actions) => actions.EndAsync([second], house.Now, Actor.House("test.clerk")));
        Assert.False(await house.InAsync((Authorities powers) => powers.HoldsAsync(borje, AuthorityKind.RegisterAdministrator)));
        Assert.Contains("register.authority.grant refused", await house.AuditedAsync());

        async Task<Text?> GrantAsync(PersonId by, string userId, DateOnly? until) => (await house.InAsync((AuthorityActions powers) =>
            powers.GrantAsync(AuthorityId.New(), userId, AuthorityKind.RegisterAdministrator, "A", until, Actor.Of(by))))?.Reason;

        async Task<Text?> EndAsync(PersonId by, AuthorityKind kind)
        {
            var id = await house.ReadAsync(db => db.Set<Authority>().Where(a => a.Kind == kind).Select(a => a.Id).SingleAsync());
            return (await house.InAsync((AuthorityActions powers) => powers.EndAsync(id, Actor.Of(by))))?.Reason;
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_register_page_is_not_there_for_others(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");

        Assert.Null(await house.InAsync((RegisterQueries register) => register.OverviewAsync(Actor.Of(aino))));
        Assert.Null(await house.InAsync((RegisterQueries register) => register.OverviewAsync(Actor.Anonymous)));
    }
}
