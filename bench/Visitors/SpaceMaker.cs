using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Retention;
using Tupa.Spaces;

namespace Tupa.Bench;

/// <summary>Makes 600 small spaces of eight people and five posts each: a town of 5,000 has not as many as one person of the bench is in.</summary>
internal sealed class SpaceMaker(IServiceProvider services)
{
    private const int Spaces = 600;
    private const int PostsEach = 5;
    private const int PeopleEach = 8;

    private readonly TupaDb _db = services.GetRequiredService<TupaDb>();
    private readonly IBulk _bulk = services.GetRequiredService<IBulk>();
    private readonly DateTime _now = services.GetRequiredService<TimeProvider>().UtcNow();

    /// <param name="staff">Who are in them; each space has the next eight.</param>
    public async Task<List<Space>> MakeAsync(List<PersonId> staff, CancellationToken stop)
    {
        var unit = await _db.Set<Unit>().OrderBy(u => u.Id).Select(u => u.Id).FirstAsync(stop);
        var body = await _db.Set<Post>().OrderBy(p => p.Id).Where(p => p.Body != "").Select(p => p.Body).Take(PostsEach * 20).ToListAsync(stop);
        var spaces = Enumerable.Range(1, Spaces).Select(n => Of(n, unit)).ToList();
        var posts = spaces.SelectMany((s, n) => Enumerable.Range(0, PostsEach).Select(i => PostOf(s, n, i, staff[((n * PeopleEach) + i) % staff.Count], body))).ToList();
        await services.GetRequiredService<Writing>().RunAsync<bool>(async () =>
        {
            await _bulk.InsertAsync(_db, spaces.Select(s => new Group { Id = s.Members, Kind = GroupKind.SpaceMembers, NameFi = AudienceText.MembersOfSpace.Fi, NameSv = AudienceText.MembersOfSpace.Sv, Close = true }), stop);
            await _bulk.InsertAsync(_db, spaces.Select(s => new AudienceRow { Id = s.Audience, Space = s.Id, SpaceGroup = s.Members, Group = s.Members }), stop);
            await _bulk.InsertAsync(_db, spaces, stop);
            await _bulk.InsertAsync(_db, spaces.SelectMany((s, n) => Enumerable.Range(0, PeopleEach).Select(i => Member(s, staff[((n * PeopleEach) + i) % staff.Count], i == 0))), stop);
            await _bulk.InsertAsync(_db, posts, stop);
            await _bulk.InsertAsync(_db, posts.Select(ArrivalOf), stop);
            return true;
        }, stop);
        return spaces;
    }

    private Space Of(int n, UnitId unit) => new()
    {
        Id = SpaceId.New(),
        Name = $"Hankeryhmä {n}",
        Purpose = "Pienen ryhmän yhteinen työ, jossa on muutama jäsen.",
        Confidentiality = Confidentiality.Members,
        RetentionClass = RetentionClassId.Default("TT-01"),
        Unit = unit,
        Members = GroupId.New(),
        Audience = AudienceId.New(),
        OpenedAt = _now.AddDays(-200),
    };

    private GroupMember Member(Space space, PersonId person, bool keeps) => new()
    {
        Person = person,
        Group = space.Members,
        Cause = Guid.CreateVersion7(),
        Because = Because.Grant,
        Rank = (int)(keeps ? SpaceRole.Steward : SpaceRole.Contributor),
        FromUtc = space.OpenedAt,
        UntilUtc = _now.AddDays(300),
    };

    private Post PostOf(Space space, int n, int i, PersonId author, List<string> bodies)
    {
        var at = Instants.Whole(_now.AddDays(-i * 30).AddMinutes(-n * 7));
        var post = new Post { Id = new(Guid.CreateVersion7()), Audience = space.Audience, Space = space.Id, Author = author, PublishedAt = at, Announced = true };
        return post.Write($"Ryhmän tilanne {i + 1}", bodies[((n * PostsEach) + i) % bodies.Count], at, Helsinki.Never) is null ? post : throw new InvalidOperationException("A post of the demo is no post");
    }

    private static Arrival ArrivalOf(Post post) => new()
    {
        Id = post.Id.Value,
        Kind = PostCards.PostKind,
        Audience = post.Audience,
        Space = post.Space,
        Author = post.Author,
        At = post.PublishedAt,
        UntilUtc = post.ExpiresAt,
        Announced = true,
    };
}
