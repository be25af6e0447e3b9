using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Posts;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/spaces/{room}/former-mentions</summary>
public sealed class FormerMentionsPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, FormerMentionText.Title.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, FormerMentionText.Title.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, FormerMentionText.Title.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, FormerMentionText.Title.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, FormerMentionText.Title.Fi),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, FormerMentionText.Title.Fi),
        new(Guest.Teacher, 200, FormerMentionText.None.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_who_keeps_the_space_sees_the_list(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/spaces/{room}/former-mentions", status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_post_that_named_the_erased_waits_for_the_steward_and_no_old_word_keeps_the_id(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Editor, "Kysy Nooralta", $"Kysy {MentionMark.Of(town.Writer)}");
        Assert.Null((await town.ReviseAsync(town.Input("Kysy muualta", "Hoidettu") with { Id = id, Who = Who.Same }, town.Editor)).Refusal);
        var other = await town.PostAsync(town.Editor, "Ei mainintoja", "Mitään ei mainita.");
        await house.EndedLongAgoAsync(town.Writer);
        Assert.Equal(1, (await house.NightAsync()).Changed);

        // Named in the past only, and found there all the same.
        Assert.Equal($"Kysy {MentionMark.Nobody}", (await house.ReadAsync(db => db.Set<Revision>().SingleAsync())).Body);
        using var browser = await house.SignedInAsync(town.Steward);
        var page = await browser.GetStringAsync($"/spaces/{town.Space.Id}/former-mentions");
        Assert.Contains("Kysy muualta", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ei mainintoja", page, StringComparison.Ordinal);

        using var stranger = await house.SignedInAsync(town.Reader);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/posts/{id}/former-mentions/end")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync($"/posts/{id}/former-mentions/end")).StatusCode);
        Assert.Contains(FormerMentionText.None.Fi, await browser.GetStringAsync($"/spaces/{town.Space.Id}/former-mentions"), StringComparison.Ordinal);
        Assert.NotNull(await town.RowAsync(other));
    }
}
