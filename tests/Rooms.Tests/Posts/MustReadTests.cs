using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts;

namespace Tupa.Tests;

public sealed class MustReadTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_editor_asks_for_confirmations_and_the_author_and_stewards_see_who_has_not_given_one(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var id = await PublishAsync(town, town.Editor);

        await house.RunJobsAsync();
        Assert.Equal([NoticeKind.MustRead], await town.ToldAsync(town.Reader));
        Assert.Empty(await town.ToldAsync(town.Editor));
        Assert.Empty(await town.ToldAsync(town.Stranger));

        Assert.Null(await ConfirmAsync(house, id, town.Reader));
        Assert.Null(await ConfirmAsync(house, id, town.Reader));
        Assert.Equal(Refusal.Absent, await ConfirmAsync(house, id, town.Stranger));

        var reading = (await town.ShownAsync(id, town.Steward))!.Reading!;
        Assert.Equal((3, 1), (reading.Total, reading.Confirmed));
        Assert.Equal(["Noora Heikkilä", "Sami Hautakangas"], reading.Missing.Select(p => p.Name));
        Assert.NotNull((await town.ShownAsync(id, town.Editor))!.Reading);
        Assert.True(await town.ShownAsync(id, town.Reader) is { Reading: null, Confirmed: true });
        Assert.Contains(id.Value, await house.InAsync((MustReadQueries m) => m.ConfirmedAsync([id.Value], Actor.Of(town.Reader), default)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_contributor_can_neither_pin_nor_ask_and_an_end_takes_the_demand_back(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var own = await PublishAsync(town, town.Writer);
        Assert.True(await town.RowAsync(own) is { MustReadUntil: null, Pinned: false });

        var asked = await PublishAsync(town, town.Editor);
        Assert.True(await town.RowAsync(asked) is { MustReadUntil: not null, Pinned: true });
        Assert.Equal(PostText.MayNot, (await EndAsync(house, asked, town.Writer))!.Reason);
        Assert.Null(await EndAsync(house, asked, town.Editor));
        Assert.Null((await town.RowAsync(asked))!.MustReadUntil);
        Assert.Equal(PostText.NotMustRead, (await ConfirmAsync(house, asked, town.Reader))!.Reason);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_deadline_that_has_passed_is_not_told_as_one_to_come(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        var id = await PublishAsync(town, town.Editor);

        using var before = await house.SignedInAsync(town.Reader);
        Assert.StartsWith("Luettava viimeistään", (await before.PageAsync($"/posts/{id}")).QuerySelector("#must-h")!.TextContent, StringComparison.Ordinal);

        house.Clock.Move(TimeSpan.FromDays(3));
        using var after = await house.SignedInAsync(town.Reader);
        Assert.StartsWith("Määräaika oli", (await after.PageAsync($"/posts/{id}")).QuerySelector("#must-h")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<PostId> PublishAsync(PostTown town, PersonId by)
    {
        var (day, time) = PostTown.Typed(town.House.Now.AddDays(2));
        var input = town.Input("Uusi poistumisohje") with { MustRead = true, MustDay = day, MustTime = time, Pin = true };
        Assert.Null((await town.PublishAsync(input, by)).Refusal);
        return input.Id;
    }

    private static Task<Refusal?> ConfirmAsync(TestHouse house, PostId id, PersonId by) => house.InAsync((MustReadActions m) => m.ConfirmAsync(id, Actor.Of(by)));

    private static Task<Refusal?> EndAsync(TestHouse house, PostId id, PersonId by) => house.InAsync((PostCareActions c) => c.EndMustReadAsync(id, Actor.Of(by)));
}
