using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Spaces;

namespace Tupa.Tests;

public sealed class PostCardTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Fifty_cards_cost_the_same_four_statements_as_one(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var ids = new List<Guid>();
        for (var i = 0; i < 50; i++) ids.Add((await town.PostAsync(town.Writer, $"Otsikko {i}", $"Hei {MentionMark.Of(town.Reader)} {i}")).Value);

        var one = await house.Statements.DuringAsync(() => CardsAsync(house, [ids[0]], town.Reader));
        var fifty = await house.Statements.DuringAsync(() => CardsAsync(house, ids, town.Reader));
        Assert.InRange(one, 1, 4);
        Assert.InRange(fifty, 1, 4);
        Assert.Equal(50, (await CardsAsync(house, ids, town.Reader)).Count);
        Assert.Empty(await CardsAsync(house, ids, town.Stranger));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_hidden_post_is_in_no_feed_until_it_is_shown_again(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        Task<Refusal?> HideAsync(PersonId by) => house.InAsync((PostCareActions c) => c.HideAsync(id, Actor.Of(by)));

        Assert.Equal(PostText.MayNot, (await HideAsync(town.Editor))!.Reason);
        Assert.Null(await HideAsync(town.Steward));
        Assert.Empty(await CardsAsync(house, [id.Value], town.Reader));
        Assert.Null(await town.ShownAsync(id, town.Reader));
        Assert.True((await town.ShownAsync(id, town.Writer))!.Hidden);
        Assert.False(await house.ReadAsync(db => db.Set<Arrival>().AnyAsync(a => a.UntilUtc > house.Now)));

        var hideable = house.InAsync((PostCareActions c) => c.UnhideAsync(id, Actor.Of(town.Steward)));
        Assert.Null(await hideable);
        Assert.Single(await CardsAsync(house, [id.Value], town.Reader));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_absent_and_what_is_forbidden_cost_the_same(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);

        var forbidden = await house.Statements.DuringAsync(() => town.ShownAsync(id, town.Stranger));
        var unknown = await house.Statements.DuringAsync(() => town.ShownAsync(PostId.New(), town.Stranger));
        Assert.Equal(unknown, forbidden);
    }

    private static Task<IReadOnlyList<PostCardRow>> CardsAsync(TestHouse house, IReadOnlyList<Guid> ids, PersonId by) =>
        house.InAsync((PostCards cards) => cards.RowsAsync(ids, Actor.Of(by), default));
}
