using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Nothing dies with a person: three hundred go at random, and every post, comment and file is still read by those it was for.</summary>
public sealed class RandomErasureTests
{
    private const int People = 340;
    private const int Gone = 300;

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Whoever_goes_what_they_made_is_read_by_those_it_was_for(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var chance = new Random(Gone);
        var people = new List<PersonId>();
        for (var i = 0; i < People; i++) people.Add(await house.Town.StaffAsync($"Aino Mäki{i}"));
        var spaces = new List<TestSpace>();
        for (var i = 0; i < 10; i++) spaces.Add(await house.Town.SpaceAsync($"Työtila {i}", i % 2 == 0 ? Confidentiality.Members : Confidentiality.Confidential));
        var members = spaces.ToDictionary(s => s.Id, _ => new List<PersonId>());
        foreach (var person in people)
        {
            foreach (var space in spaces.Where(_ => chance.Next(3) == 0))
            {
                await house.Town.JoinAsync(person, space.Members, (int)SpaceRole.Contributor);
                members[space.Id].Add(person);
            }
        }

        var posts = new List<(PostId Post, SpaceId Space)>();
        for (var i = 0; i < 120; i++)
        {
            var space = spaces[chance.Next(spaces.Count)];
            var (by, named) = (Some(space), Some(space));
            var input = new PostInput { Id = PostId.New(), Space = space.Id, Title = "Asia", Body = $"Kysy {MentionMark.Of(named)}", Mentions = [named] };
            Assert.Null((await house.InAsync((PostActions actions) => actions.PublishAsync(input, Actor.Of(by)))).Refusal);
            Assert.Null(await house.InAsync((CommentActions comments) => comments.SayAsync(input.Id, new(CommentId.New(), "Kuittaan", null, 0, []), Actor.Of(Some(space)))));
            posts.Add((input.Id, space.Id));
        }

        var gone = people.OrderBy(_ => chance.Next()).Take(Gone).ToHashSet();
        await house.EndedLongAgoAsync(gone);
        Assert.Equal(new JobReport(Counted: Gone, Changed: Gone), await house.NightAsync());

        foreach (var (post, space) in posts)
        {
            var reader = members[space].First(p => !gone.Contains(p));
            var seen = await house.InAsync((PostViews views) => views.ShownAsync(post, Actor.Of(reader), null, default));
            Assert.NotNull(seen);
            Assert.NotEmpty(seen.Comments.Comments);
            Assert.Null(await house.InAsync((PostViews views) => views.ShownAsync(post, Actor.Of(people.First(p => !gone.Contains(p) && !members[space].Contains(p))), null, default)));
        }

        // An erased author is one former user within a space, and another in each.
        var former = await house.ReadAsync(db => db.Set<Post>().Where(p => p.Author == null).Select(p => new { p.Space, Former = p.Former!.Value }).ToListAsync());
        Assert.NotEmpty(former);
        Assert.All(former.GroupBy(f => f.Former), one => Assert.Single(one.Select(f => f.Space).Distinct()));

        PersonId Some(TestSpace space) => members[space.Id][chance.Next(members[space.Id].Count)];
    }
}
