using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>What a program may do is what its owner may, within the scopes of its token.</summary>
public sealed class ApiTests
{
    private static string[] Reads(SpaceId space, PostId post, PersonId person) =>
    [
        "/api/v1/me", "/api/v1/people", $"/api/v1/people/{person}", "/api/v1/spaces", $"/api/v1/spaces/{space}",
        $"/api/v1/spaces/{space}/posts", $"/api/v1/posts/{post}",
    ];

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Without_a_token_or_with_another_scope_nothing_opens(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (writer, space, post) = await SpaceWithPostAsync(house);
        using var nobody = house.Visitor();
        using var wrong = await house.WithTokenAsync(writer, "none.such");

        foreach (var path in Reads(space.Id, post, writer))
        {
            await ProblemAsync(await nobody.GetAsync(path), HttpStatusCode.Unauthorized);
            await ProblemAsync(await wrong.GetAsync(path), HttpStatusCode.Forbidden);
        }

        await ProblemAsync(await nobody.PublishAsync(space.Id, Guid.CreateVersion7(), "A"), HttpStatusCode.Unauthorized);
        using var reads = await house.WithTokenAsync(writer, Scopes.PostsRead);
        await ProblemAsync(await reads.PublishAsync(space.Id, Guid.CreateVersion7(), "A"), HttpStatusCode.Forbidden);
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Post>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_stranger_hears_of_what_is_not_theirs_exactly_what_one_hears_of_what_never_was(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (writer, space, post) = await SpaceWithPostAsync(house);
        var school = await house.Town.UnitAsync("Kuusiston koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var pupil = await house.Town.PupilAsync("Onni Oppilas", school, await house.Town.GroupAsync("7B", GroupKind.Class, school));
        using var stranger = await house.WithTokenAsync(await house.Town.StaffAsync("Väinö Vieras"), [.. Scopes.All]);

        foreach (var (theirs, never) in new[]
        {
            ($"/api/v1/spaces/{space.Id}", $"/api/v1/spaces/{Guid.CreateVersion7()}"),
            ($"/api/v1/spaces/{space.Id}/posts", $"/api/v1/spaces/{Guid.CreateVersion7()}/posts"),
            ($"/api/v1/posts/{post}", $"/api/v1/posts/{Guid.CreateVersion7()}"),
            ($"/api/v1/people/{pupil}", $"/api/v1/people/{Guid.CreateVersion7()}"),
        })
        {
            Assert.Equal(
                WithoutTrace(await ProblemAsync(await stranger.GetAsync(never), HttpStatusCode.NotFound)),
                WithoutTrace(await ProblemAsync(await stranger.GetAsync(theirs), HttpStatusCode.NotFound)));
        }

        await ProblemAsync(await stranger.PublishAsync(space.Id, Guid.CreateVersion7(), "A"), HttpStatusCode.NotFound);
        Assert.Equal(0, (await stranger.JsonAsync("/api/v1/spaces")).GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await stranger.JsonAsync("/api/v1/people?q=onni")).GetProperty("items").GetArrayLength());
        Assert.Equal(1, (await stranger.JsonAsync("/api/v1/people?q=kirj")).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync($"/api/v1/people/{writer}")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_reader_reads_and_is_refused_to_publish_in_three_languages_and_it_is_noted(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (writer, space, post) = await SpaceWithPostAsync(house);
        var person = await house.Town.StaffAsync("Liisa Lukija");
        await house.Town.JoinAsync(person, space.Members, (int)SpaceRole.Reader);
        using var reader = await house.WithTokenAsync(person, [.. Scopes.All]);

        foreach (var path in Reads(space.Id, post, writer)) await reader.JsonAsync(path);
        Assert.Equal("Liisa Lukija", (await reader.JsonAsync("/api/v1/me")).GetProperty("name").GetString());
        Assert.Equal("reader", (await reader.JsonAsync($"/api/v1/spaces/{space.Id}")).GetProperty("role").GetString());
        Assert.Equal("Terve", (await reader.JsonAsync($"/api/v1/posts/{post}")).GetProperty("title").GetString());

        var refused = await ProblemAsync(await reader.PublishAsync(space.Id, Guid.CreateVersion7(), "A"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["fi", "sv", "en"], refused.GetProperty("reason").EnumerateObject().Select(p => p.Name));
        Assert.Equal(refused.GetProperty("reason").GetProperty("fi").GetString(), refused.GetProperty("detail").GetString());
        Assert.Contains("posts.post.publish refused", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_writer_publishes_once_however_often_it_is_sent_and_hears_which_field_to_mend(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (person, space, _) = await SpaceWithPostAsync(house);
        using var writer = await house.WithTokenAsync(person, Scopes.PostsWrite, Scopes.PostsRead);
        var id = Guid.CreateVersion7();

        for (var i = 0; i < 2; i++)
        {
            using var made = await writer.PublishAsync(space.Id, id, "Tiedote");
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
            Assert.Equal($"/api/v1/posts/{id}", made.Headers.Location?.ToString());
        }

        Assert.Equal("Tiedote", (await writer.JsonAsync($"/api/v1/posts/{id}")).GetProperty("title").GetString());
        Assert.Single(await house.AuditedAsync(), "posts.post.published");
        await ProblemAsync(await writer.PublishAsync(space.Id, Guid.CreateVersion7(), new string('a', 200)), HttpStatusCode.UnprocessableEntity);
        await ProblemAsync(await writer.PublishAsync(space.Id, Guid.Empty, "A"), HttpStatusCode.UnprocessableEntity);
        await ProblemAsync(await writer.PostAsJsonAsync($"/api/v1/spaces/{space.Id}/posts", "not a post"), HttpStatusCode.BadRequest);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_token_that_is_ended_or_past_its_day_opens_nothing(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var person = await house.Town.StaffAsync("Aino Mäki");
        using var kept = await house.WithTokenAsync(person, Scopes.MeRead);
        using var ended = await house.WithTokenAsync(await house.Town.StaffAsync("Eero Lahti"), Scopes.MeRead);
        await ended.JsonAsync("/api/v1/me");
        await house.WriteAsync(db => db.Set<ApiToken>().Where(t => t.Person != person).ExecuteDeleteAsync());
        await ProblemAsync(await ended.GetAsync("/api/v1/me"), HttpStatusCode.Unauthorized);

        await kept.JsonAsync("/api/v1/me");
        await house.WriteAsync(db => db.Set<ApiToken>().ExecuteUpdateAsync(set => set.SetProperty(t => t.UntilUtc, house.Now.AddSeconds(-1))));
        await ProblemAsync(await kept.GetAsync("/api/v1/me"), HttpStatusCode.Unauthorized);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_session_of_our_own_pages_reads_the_api_too(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var browser = await house.SignedInAsync(await house.Town.StaffAsync("Aino Mäki"));
        Assert.Equal("Aino Mäki", (await browser.JsonAsync("/api/v1/me")).GetProperty("name").GetString());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Page_by_page_every_post_comes_once_though_all_are_of_one_moment(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (person, space, _) = await SpaceWithPostAsync(house);
        var at = house.Now;
        await house.WriteAsync(db =>
        {
            for (var i = 0; i < 60; i++)
            {
                var post = new Post { Id = PostId.New(), Audience = space.Audience, Space = space.Id, Author = person, PublishedAt = at };
                post.Write($"Julkaisu {i}", "Teksti", at, Helsinki.Never);
                db.Add(post);
            }

            return Task.CompletedTask;
        });
        using var reader = await house.WithTokenAsync(person, Scopes.PostsRead);

        var first = await reader.JsonAsync($"/api/v1/spaces/{space.Id}/posts");
        var second = await reader.JsonAsync($"/api/v1/spaces/{space.Id}/posts?before={first.GetProperty("next").GetString()}");
        var ids = new[] { first, second }.SelectMany(p => p.GetProperty("items").EnumerateArray()).Select(p => p.GetProperty("id").GetGuid()).ToList();
        Assert.Equal(61, ids.Distinct().Count());
        Assert.Equal(61, ids.Count);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    private static async Task<(PersonId Writer, TestSpace Space, PostId Post)> SpaceWithPostAsync(TestHouse house)
    {
        var writer = await house.Town.StaffAsync("Kaisa Kirjoittaja");
        var space = await house.Town.SpaceAsync("Hanke", Confidentiality.Members, await house.Town.StaffAsync("Tuula Hoitaja"));
        await house.Town.JoinAsync(writer, space.Members, (int)SpaceRole.Contributor);
        var post = new Post { Id = PostId.New(), Audience = space.Audience, Space = space.Id, Author = writer, PublishedAt = house.Now.AddMinutes(-5) };
        post.Write("Terve", "Tervetuloa", post.PublishedAt, Helsinki.Never);
        await house.WriteAsync(db =>
        {
            db.Add(post);
            return Task.CompletedTask;
        });
        return (writer, space, post.Id);
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        using (answer)
        {
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    private static string WithoutTrace(JsonElement problem) =>
        string.Join('\n', problem.EnumerateObject().Where(p => p.Name != "traceId").Select(p => $"{p.Name}: {p.Value}"));
}
