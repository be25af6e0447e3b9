using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Spaces;

namespace Tupa.Tests;

public sealed class HandOverTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_form_gives_a_space_a_draft_and_a_scheduled_post_to_the_successor(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (aino, helka, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Helka Pomo"), await house.Town.StaffAsync("Kai Virta"));
        await house.HeadAsync(await house.Town.CityAsync(), helka);
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        await house.Town.JoinAsync(kai, space.Members, (int)SpaceRole.Reader);
        var (draft, kept, later) = (await DraftAsync(house, space, aino, "Kesken jäänyt"), await DraftAsync(house, space, aino, "Oma muistiinpano"), await LaterAsync(house, space, aino));
        using var browser = await house.SignedInAsync(aino);
        var page = await browser.PageAsync("/me/handover");
        foreach (var words in new[] { "Salmensilta", "Helka Pomo", "Kesken jäänyt", "Ensi viikolla" }) Assert.Contains(words, page.Body!.TextContent, StringComparison.Ordinal);

        var answer = await browser.PostAsync("/me/handover", ($"successor-{space.Id}", helka.ToString()), ("thing", draft.ToString()), ("thing", later.ToString()));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(new[] { aino, helka }.Order(), (await house.StewardsAsync(space, aino)).Order());
        Assert.Equal((helka, aino), await house.ReadAsync(async db =>
            ((await db.Set<Draft>().SingleAsync(d => d.Post == draft)).Author, (await db.Set<Draft>().SingleAsync(d => d.Post == kept)).Author)));
        Assert.Equal(helka, await house.ReadAsync(db => db.Set<Post>().Where(p => p.Id == later).Select(p => p.Author).SingleAsync()));
        using var hers = await house.SignedInAsync(helka);
        Assert.Equal(HttpStatusCode.OK, (await hers.GetAsync($"/posts/{later}")).StatusCode);
        Assert.Contains("Kesken jäänyt", (await hers.PageAsync("/posts/drafts")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("spaces.stewardship.handed-over", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Somebody_else_is_found_by_name_and_nobody_is_given_what_was_not_offered(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (aino, kai, jelena) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"), await house.Town.StaffAsync("Jelena Niemi"));
        var own = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        var theirs = await house.Town.SpaceAsync("Vieras", Confidentiality.Confidential, kai);
        using var browser = await house.SignedInAsync(aino);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync("/me/handover", ($"successor-{own.Id}", "other"), ("other", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync("/me/handover", ($"successor-{own.Id}", jelena.ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/me/handover", ($"successor-{theirs.Id}", aino.ToString()))).StatusCode);
        Assert.Equal([kai], await house.StewardsAsync(theirs, kai));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/me/handover", ($"successor-{own.Id}", "other"), ("other", "Jelena Niemi"))).StatusCode);
        Assert.Contains(jelena, await house.StewardsAsync(own, aino));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_a_leaver_did_not_give_stays_with_the_space_and_comes_out_in_its_time(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, helka) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Helka Pomo"));
        await house.HeadAsync(await house.Town.CityAsync(), helka);
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        var later = await LaterAsync(house, space, aino);
        await house.EndAsync(Instants.Whole(house.Now), aino);

        // The steward by rule may withdraw it; nobody does, and it comes out.
        Assert.True((await house.InAsync((PostAccess posts) => posts.OpenAsync(later, Actor.Of(helka))))!.Can.Delete);
        house.Clock.Move(TimeSpan.FromDays(8));
        Assert.True(await house.InAsync((PostsSeen seen) => seen.By(Actor.Of(helka)).AnyAsync(p => p.Id == later)));
    }

    private static async Task<PostId> DraftAsync(TestHouse house, TestSpace space, PersonId author, string title)
    {
        var id = PostId.New();
        Assert.Null(await house.InAsync((DraftActions drafts) => drafts.SaveAsync(new() { Id = id, Space = space.Id, Title = title, Body = "Sanoja" }, Actor.Of(author))));
        return id;
    }

    private static async Task<PostId> LaterAsync(TestHouse house, TestSpace space, PersonId author)
    {
        var id = PostId.New();
        var day = house.Clock.Today().AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var answer = await house.InAsync((PostActions posts) => posts.PublishAsync(
            new() { Id = id, Space = space.Id, Title = "Ensi viikolla", Body = "Sanoja", Later = true, Day = day, Time = "10:00" }, Actor.Of(author)));
        Assert.Equal(PostAnswer.Done, answer);
        return id;
    }
}
