using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts;

namespace Tupa.Tests;

public sealed class TalkingTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Readers_comment_and_reply_one_level_deep_and_a_stranger_cannot(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        var first = CommentId.New();
        var input = new CommentInput(first, "Milloin?", null, 0, []);

        Assert.Null(await house.InAsync((CommentActions c) => c.SayAsync(id, input, Actor.Of(town.Reader))));
        Assert.Null(await house.InAsync((CommentActions c) => c.SayAsync(id, input, Actor.Of(town.Reader))));
        Assert.Null(await town.SayAsync(id, town.Editor, "Uusi keskustelu"));
        Assert.Null(await town.SayAsync(id, town.Writer, "Torstaina", first));
        Assert.Equal(Refusal.Absent, await town.SayAsync(id, town.Stranger, "Minäkin"));

        var comments = (await town.ShownAsync(id, town.Reader))!.Comments.Comments;
        Assert.Equal(["<p>Milloin?</p>\n", "<p>Torstaina</p>\n", "<p>Uusi keskustelu</p>\n"], comments.Select(c => c.Html));
        Assert.Equal([false, true, false], comments.Select(c => c.IsReply));
        Assert.Equal([NoticeKind.Reply], await town.ToldAsync(town.Reader));
        Assert.Equal([NoticeKind.CommentOnMine, NoticeKind.CommentOnMine], await town.ToldAsync(town.Writer));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_comment_with_replies_loses_its_words_and_keeps_its_place(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        var first = CommentId.New();
        await house.InAsync((CommentActions c) => c.SayAsync(id, new(first, "Milloin?", null, 0, []), Actor.Of(town.Reader)));
        await town.SayAsync(id, town.Writer, "Torstaina", first);

        Assert.Equal(CommentText.MayNot, (await RemoveAsync(house, first, town.Writer))!.Reason);
        Assert.Null(await RemoveAsync(house, first, town.Reader));

        var comments = (await town.ShownAsync(id, town.Reader))!.Comments.Comments;
        Assert.Equal(2, comments.Count);
        Assert.True(comments[0] is { Removed: true, Html: "", Author: null });
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Comments_come_fifty_at_a_time_and_none_is_lost_between_pages(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        for (var i = 0; i < 60; i++) await town.SayAsync(id, town.Reader, $"{i}");

        var first = (await town.ShownAsync(id, town.Reader))!.Comments;
        var second = await house.InAsync(async (PostViews posts) => (await posts.ShownAsync(id, Actor.Of(town.Reader), first.After, default))!.Comments);
        Assert.Equal((50, 10, 60), (first.Comments.Count, second.Comments.Count, first.Total));
        Assert.Null(second.After);
        Assert.Equal(60, first.Comments.Concat(second.Comments).Select(c => c.Html).Distinct().Count());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Only_people_who_can_see_are_offered_mentioned_and_told(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        Task<IReadOnlyList<Register.PersonName>> OfferAsync(string typed) =>
            house.InAsync((MentionActions m) => m.OfferAsync(town.Space.Audience, typed, Actor.Of(town.Writer), default));

        Assert.Equal("Lauri Lukija", Assert.Single(await OfferAsync("lau")).Name);
        Assert.Empty(await OfferAsync("ville"));

        var input = town.Input(body: $"Hei @Lauri Lukija ja @Ville Vieras ja {MentionMark.Of(town.Stranger)}") with { Mentions = [town.Reader, town.Stranger] };
        Assert.Null((await town.PublishAsync(input, town.Writer)).Refusal);

        Assert.Equal($"Hei {MentionMark.Of(town.Reader)} ja @Ville Vieras ja {MentionMark.Nobody}", (await town.RowAsync(input.Id))!.Body);
        Assert.Equal([NoticeKind.Mention], await town.ToldAsync(town.Reader));
        Assert.Empty(await town.ToldAsync(town.Stranger));
        Assert.Contains("@Lauri Lukija", (await town.ShownAsync(input.Id, town.Editor))!.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_reaction_is_given_once_and_taken_back(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        Task<Refusal?> GiveAsync(PersonId by) => house.InAsync((ReactionActions r) => r.GiveAsync(id, ReactionKind.Thanks, Actor.Of(by)));

        Assert.Null(await GiveAsync(town.Reader));
        Assert.Null(await GiveAsync(town.Reader));
        Assert.Equal(Refusal.Absent, await GiveAsync(town.Stranger));
        Assert.Equal(new ReactionRow(ReactionKind.Thanks, 1, true), (await town.ShownAsync(id, town.Reader))!.Reactions[0]);
        Assert.Equal(new ReactionRow(ReactionKind.Thanks, 1, false), (await town.ShownAsync(id, town.Writer))!.Reactions[0]);

        Assert.Null(await house.InAsync((ReactionActions r) => r.TakeBackAsync(id, ReactionKind.Thanks, Actor.Of(town.Reader))));
        Assert.Equal(0, await town.CountAsync<Reaction>());
    }

    private static Task<Refusal?> RemoveAsync(TestHouse house, CommentId id, PersonId by) => house.InAsync((CommentActions c) => c.RemoveAsync(id, Actor.Of(by)));
}
