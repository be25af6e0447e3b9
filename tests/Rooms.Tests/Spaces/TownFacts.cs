using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>
/// Who may see what, worked out in plain words from the bare rows of a house at one instant: the yardstick for every channel. It asks
/// no view, no query and no rule of the house; it only reads whole tables.
/// </summary>
internal sealed class TownFacts
{
    private readonly Dictionary<PersonId, ILookup<GroupId, Way>> _ways;
    private readonly Dictionary<AudienceId, AudienceRow> _audiences;
    private readonly Dictionary<SpaceId, Space> _spaces;
    private readonly Dictionary<PersonId, bool> _shielded;
    private readonly HashSet<GroupId> _close;

    private TownFacts(
        DateTime now, Dictionary<PersonId, ILookup<GroupId, Way>> ways, IEnumerable<AudienceRow> audiences, IEnumerable<Space> spaces,
        IEnumerable<Post> posts, IEnumerable<Person> people, IEnumerable<Group> groups)
    {
        (Now, _ways) = (now, ways);
        _audiences = audiences.ToDictionary(a => a.Id);
        _spaces = spaces.ToDictionary(s => s.Id);
        Posts = posts.ToDictionary(p => p.Id);
        _shielded = people.ToDictionary(p => p.Id, p => p.Shielded);
        _close = [.. groups.Where(g => g.Close).Select(g => g.Id)];
    }

    public DateTime Now { get; }

    public Dictionary<PostId, Post> Posts { get; }

    public IEnumerable<AudienceId> Audiences => _audiences.Keys;

    public static async Task<TownFacts> ReadAsync(TestHouse house)
    {
        var now = house.Now;
        return await house.ReadAsync(async db =>
        {
            var members = (await db.Set<GroupMember>().ToListAsync()).Where(m => m.FromUtc <= now && now < m.UntilUtc).ToList();
            var inclusions = (await db.Set<Inclusion>().ToListAsync()).Where(i => i.FromUtc <= now && now < i.UntilUtc).ToLookup(i => i.Part);
            var people = await db.Set<Person>().ToListAsync();
            var own = members.ToLookup(m => m.Person);
            var ways = people.ToDictionary(p => p.Id, p => own[p.Id]
                .Select(m => (m.Group, Way: new Way(m.Rank, m.Because)))
                .Concat(own[p.Id].SelectMany(m => inclusions[m.Group]).Select(i => (Group: i.Whole, Way: new Way(i.Rank, i.Because))))
                .ToLookup(w => w.Group, w => w.Way));
            return new TownFacts(
                now, ways, await db.Set<AudienceRow>().ToListAsync(), await db.Set<Space>().ToListAsync(), await db.Set<Post>().ToListAsync(),
                people, await db.Set<Group>().ToListAsync());
        });
    }

    /// <summary>In the space, and in the part of it.</summary>
    public bool Sees(PersonId person, AudienceId audience)
    {
        var (row, ways) = (_audiences[audience], _ways[person]);
        return ways.Contains(row.SpaceGroup) && ways.Contains(row.Group);
    }

    public int Count(AudienceId audience) => _ways.Keys.Count(p => Sees(p, audience));

    /// <summary>How many of the audience are partners and neither staff nor elected.</summary>
    public int Outside(AudienceId audience) => _ways.Keys.Count(p => Sees(p, audience)
        && Is(p, GroupId.Partners) && !Is(p, GroupId.Staff) && !Is(p, GroupId.Elected) && !Is(p, GroupId.Pupils));

    /// <summary>A pupil and nothing else: who is spoken to as a child.</summary>
    public bool IsChild(PersonId person) => Is(person, GroupId.Pupils) && !Is(person, GroupId.Staff) && !Is(person, GroupId.Elected) && !Is(person, GroupId.Partners);

    public bool Enters(PersonId person, SpaceId space) => _ways[person].Contains(_spaces[space].Members);

    public int Rank(PersonId person, SpaceId space) => _ways[person][_spaces[space].Members].Select(w => w.Rank).DefaultIfEmpty(0).Max();

    public AudienceId Whole(SpaceId space) => _spaces[space].Audience;

    /// <summary>What a reader reads: every list, the API, and the bytes. False for what has been deleted.</summary>
    public bool Reads(PersonId person, PostId id) => Posts.TryGetValue(id, out var post) && Sees(person, post.Audience) && InSight(post);

    /// <summary>Home leaves out what is merely open to all staff.</summary>
    public bool HasAtHome(PersonId person, PostId id)
    {
        if (!Reads(person, id)) return false;

        var row = _audiences[Posts[id].Audience];
        return new[] { row.SpaceGroup, row.Group }.All(g => _ways[person][g].Any(w => w.Because != Because.Open));
    }

    /// <summary>The page and the bytes: as a reader, or as one who looks after what is not in sight: its author, an editor while the space is open, a steward.</summary>
    public bool Opens(PersonId person, PostId id)
    {
        if (!Posts.TryGetValue(id, out var post) || !Sees(person, post.Audience)) return false;

        var (rank, closed) = (Rank(person, post.Space), _spaces[post.Space].ClosedAt is not null);
        return InSight(post) || post.Author == person || rank >= 40 || (rank >= 30 && !closed);
    }

    /// <summary>Staff know staff and elected officials who are not shielded; all know those with whom they share a close group, and themselves.</summary>
    public bool Knows(PersonId viewer, PersonId other) => viewer == other
        || (Is(viewer, GroupId.Staff) && !_shielded[other] && (Is(other, GroupId.Staff) || Is(other, GroupId.Elected)))
        || _ways[viewer].Select(w => w.Key).Any(g => _close.Contains(g) && _ways[other].Contains(g));

    private bool InSight(Post post) => post.PublishedAt <= Now && Now < post.ExpiresAt && post.HiddenAt is null;

    private bool Is(PersonId person, GroupId population) => _ways[person].Contains(population);

    /// <summary>One way into a group that is in force.</summary>
    private sealed record Way(int Rank, Because Because);
}
