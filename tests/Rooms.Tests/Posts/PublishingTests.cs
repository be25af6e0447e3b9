using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

public sealed class PublishingTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_may_publish_does_and_a_reader_and_a_stranger_are_refused_and_nothing_changes(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);

        foreach (var by in new[] { town.Writer, town.Editor, town.Steward }) Assert.Null((await town.PublishAsync(town.Input(), by)).Refusal);
        Assert.Equal(3, await town.CountAsync<Post>());

        Assert.Equal(PostText.MayNotPublish, (await town.PublishAsync(town.Input(), town.Reader)).Refusal!.Reason);
        Assert.Equal(Refusal.Absent, (await town.PublishAsync(town.Input(), town.Stranger)).Refusal);
        Assert.Equal(3, await town.CountAsync<Post>());
        Assert.Equal(3, await town.CountAsync<Arrival>());
        Assert.Equal(
            ["posts.post.published", "posts.post.published", "posts.post.published", "posts.post.publish refused", "posts.post.publish refused"],
            await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Posting_the_same_form_twice_makes_one_and_it_cannot_take_anothers_id(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var input = town.Input();

        Assert.Null((await town.PublishAsync(input, town.Writer)).Refusal);
        Assert.Null((await town.PublishAsync(input, town.Writer)).Refusal);
        Assert.Equal(Refusal.Absent, (await town.PublishAsync(input with { Title = "Kaapattu" }, town.Editor)).Refusal);

        Assert.Equal(1, await town.CountAsync<Post>());
        Assert.Equal("Silta aukeaa", (await town.RowAsync(input.Id))!.Title);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_empty_or_too_long_form_is_refused_with_its_field(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);

        Assert.Equal("body", (await town.PublishAsync(town.Input("", " "), town.Writer)).Refusal!.Faults[0].Field);
        Assert.Equal("title", (await town.PublishAsync(town.Input(new string('a', 161)), town.Writer)).Refusal!.Faults[0].Field);
        Assert.Equal("day", (await town.PublishAsync(town.Input() with { Later = true, Day = "huomenna" }, town.Writer)).Refusal!.Faults[0].Field);
        Assert.Equal("who", (await town.PublishAsync(town.Input() with { Who = Who.Part }, town.Writer)).Refusal!.Faults[0].Field);
        Assert.Equal(0, await town.CountAsync<Post>());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_stale_form_is_a_clash_and_the_history_keeps_the_words_before_each_change(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        var form = town.Input("Uusi otsikko", "Uusi teksti") with { Id = id, Who = Who.Same };

        Assert.Null((await town.ReviseAsync(form, town.Writer)).Refusal);
        Assert.Equal(Refusal.Clash, (await town.ReviseAsync(form with { Body = "Myöhässä" }, town.Editor)).Refusal);
        Assert.Equal("Uusi teksti", (await town.RowAsync(id))!.Body);

        var history = await house.InAsync((PostViews posts) => posts.HistoryAsync(id, Actor.Of(town.Reader), default));
        var old = Assert.Single(history!.Revisions);
        Assert.Equal("Silta aukeaa", old.Title);
        Assert.Equal(PostText.MayNot, (await town.ReviseAsync(form with { Version = 1 }, town.Reader)).Refusal!.Reason);
        Assert.Equal(Refusal.Absent, (await town.ReviseAsync(form with { Version = 1 }, town.Stranger)).Refusal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_part_of_the_space_sees_and_the_rest_of_it_does_not(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var group = await house.Town.GroupAsync("Hankinta", GroupKind.Teaching);
        var buyer = await house.Town.StaffAsync("Amina Warsame");
        await house.Town.JoinAsync(buyer, group);
        await house.Town.IncludeAsync(town.Space.Members, group, SpaceRole.Contributor);
        var input = town.Input() with { Who = Who.Part, Groups = [group] };

        Assert.Null((await town.PublishAsync(input, town.Writer)).Refusal);
        Assert.NotNull(await town.SeenAsync(input.Id, buyer));
        Assert.NotNull(await town.SeenAsync(input.Id, town.Writer));
        Assert.Null(await town.SeenAsync(input.Id, town.Reader));
        Assert.Null(await town.SeenAsync(input.Id, town.Steward));

        Assert.Null((await town.ReviseAsync(input with { Who = Who.All }, town.Writer)).Refusal);
        Assert.NotNull(await town.SeenAsync(input.Id, town.Reader));
        Assert.Contains("posts.post.audience-changed", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_scheduled_post_is_seen_at_the_tick_and_gone_at_the_tick_without_any_job(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var (day, time) = PostTown.Typed(house.Now.AddHours(2));
        var (untilDay, untilTime) = PostTown.Typed(house.Now.AddHours(4));
        var input = town.Input() with { Later = true, Day = day, Time = time, UntilDay = untilDay, UntilTime = untilTime };

        Assert.Null((await town.PublishAsync(input, town.Writer)).Refusal);
        Assert.Null(await town.SeenAsync(input.Id, town.Reader));
        Assert.Null(await town.ShownAsync(input.Id, town.Reader));
        Assert.NotNull(await town.ShownAsync(input.Id, town.Writer));

        house.Clock.Move(TimeSpan.FromHours(2));
        Assert.NotNull(await town.SeenAsync(input.Id, town.Reader));

        house.Clock.Move(TimeSpan.FromHours(2));
        Assert.Null(await town.SeenAsync(input.Id, town.Reader));
        Assert.Null(await town.ShownAsync(input.Id, town.Reader));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Deleting_removes_all_that_hangs_on_it(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        var one = CommentId.New();
        await house.InAsync((CommentActions c) => c.SayAsync(id, new(one, "Hyvä", null, 0, []), Actor.Of(town.Reader)));
        Assert.Null(await town.SayAsync(id, town.Writer, "Kiitos @Lauri Lukija", one, town.Reader));
        await house.InAsync((ReactionActions r) => r.GiveAsync(id, ReactionKind.Thanks, Actor.Of(town.Reader)));
        await town.ReviseAsync(town.Input("Uusi", "Uusi") with { Id = id, Who = Who.Same }, town.Writer);

        Assert.Equal(PostText.MayNot, (await DeleteAsync(house, id, town.Editor))!.Reason);
        Assert.Equal(Refusal.Absent, await DeleteAsync(house, id, town.Stranger));
        Assert.Null(await DeleteAsync(house, id, town.Writer));

        Assert.Equal(0, await town.CountAsync<Post>() + await town.CountAsync<Comment>() + await town.CountAsync<Reaction>()
            + await town.CountAsync<Revision>() + await town.CountAsync<Mention>() + await town.CountAsync<Arrival>());
        Assert.Contains("posts.post.deleted", await house.AuditedAsync());
    }

    private static Task<Refusal?> DeleteAsync(TestHouse house, PostId id, PersonId by) => house.InAsync((PostActions p) => p.DeleteAsync(id, Actor.Of(by)));
}
