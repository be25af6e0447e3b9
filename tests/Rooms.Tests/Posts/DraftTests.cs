using Tupa.Kernel;
using Tupa.Posts;

namespace Tupa.Tests;

public sealed class DraftTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_draft_is_its_writers_alone_keeps_the_whole_form_and_goes_when_it_is_published(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var input = town.Input("Kesken", "Vielä kesken") with { Who = Who.Part, Later = true, Day = "2030-01-01", Mentions = [town.Reader] };
        Task<Refusal?> SaveAsync(PostInput what, PersonId by) => house.InAsync((DraftActions d) => d.SaveAsync(what, Actor.Of(by)));

        Assert.Null(await SaveAsync(input with { Title = "Alku" }, town.Writer));
        Assert.Null(await SaveAsync(input, town.Writer));
        Assert.Equal(Refusal.Absent, await SaveAsync(input with { Title = "Oma" }, town.Editor));
        Assert.Equal(Refusal.Absent, await SaveAsync(town.Input(), town.Reader));

        var kept = await house.InAsync((DraftQueries d) => d.MineAsync(input.Id, Actor.Of(town.Writer), default));
        Assert.Equal(("Kesken", Who.Part, true, "2030-01-01"), (kept!.Input.Title, kept.Input.Who, kept.Input.Later, kept.Input.Day));
        Assert.Equal([town.Reader], kept.Input.Mentions);
        Assert.Null(await house.InAsync((DraftQueries d) => d.MineAsync(input.Id, Actor.Of(town.Editor), default)));
        Assert.Single(await house.InAsync((DraftQueries d) => d.MineAsync(Actor.Of(town.Writer), default)));

        Assert.Null((await town.PublishAsync(input with { Who = Who.All, Later = false }, town.Writer)).Refusal);
        Assert.Equal(0, await town.CountAsync<Draft>());
        Assert.Null(await SaveAsync(input, town.Writer));
        Assert.Equal(0, await town.CountAsync<Draft>());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_composer_counts_whom_a_choice_would_reach_before_anything_is_published(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var partner = await house.Town.PartnerAsync("Roope Järvelin", town.Steward);
        await house.Town.JoinAsync(partner, town.Space.Members, (int)Spaces.SpaceRole.Reader);
        var group = await house.Town.GroupAsync("Hankinta", Register.GroupKind.Teaching);
        var buyer = await house.Town.StaffAsync("Amina Warsame");
        await house.Town.JoinAsync(buyer, group);
        await house.Town.IncludeAsync(town.Space.Members, group, Spaces.SpaceRole.Contributor);
        Task<ComposerView?> ViewAsync(PostInput input, PersonId by) => house.InAsync((ComposerQueries c) => c.NewAsync(input, Actor.Of(by), default));

        var all = (await ViewAsync(town.Input(), town.Writer))!.Who;
        Assert.Equal((6, 1), (all.Count.Total, all.Count.Outside));
        Assert.Equal("Roope Järvelin", Assert.Single(all.Outside).Name);
        var part = (await ViewAsync(town.Input() with { Who = Who.Part, Groups = [group] }, town.Writer))!.Who;
        Assert.Equal((2, 0), (part.Count.Total, part.Count.Outside));
        Assert.Null(await ViewAsync(town.Input(), town.Reader));
    }
}
