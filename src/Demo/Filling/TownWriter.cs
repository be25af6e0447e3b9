using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Demo;

/// <summary>Hands the rows to the database, in an order in which nothing points at what is not there yet. Inside writings.</summary>
internal sealed class TownWriter(DemoTown town, TownKeys keys, TupaDb db, IBulk bulk, FillWatch watch)
{
    private const string GroupsPart = "People and groups";
    private const string PostsPart = "Posts";

    /// <summary>Posts at once: what is gathered in memory before it is handed over.</summary>
    private const int PostsAtOnce = 4_000;

    private readonly AssignmentRows _assignments = new(town, keys);
    private long _done;

    /// <summary>About how many rows there are of people and groups.</summary>
    private long Rows => town.People.Count * 27L;

    public async Task PeopleAsync(IReadOnlyDictionary<string, BlobId> media, CancellationToken stop)
    {
        var units = new UnitRows(town, keys);
        await InsertAsync(units.OwnGroups(), stop);
        await InsertAsync(units.Units(), stop);
        await InsertAsync(units.Groups(), stop);

        var people = new PersonRows(town, keys);
        await InsertAsync(people.People(), stop);
        await InsertAsync(people.CardsA(), stop);
        await InsertAsync(people.CardsB(), stop);
        await InsertAsync(people.Records(), stop);
        await InsertAsync(people.Origins(), stop);
        await InsertAsync(people.Words(), stop);
        await InsertAsync(people.Pictures(media), stop);
    }

    public async Task AssignmentsAsync(CancellationToken stop)
    {
        await InsertAsync(_assignments.Assignments(), stop);
        await InsertAsync(_assignments.Sponsorships(), stop);
        await InsertAsync(_assignments.Authorities(), stop);
        foreach (var (unit, head) in _assignments.Heads())
            await db.Set<Unit>().Where(u => u.Id == unit).ExecuteUpdateAsync(set => set.SetProperty(u => u.Head, head), stop);
    }

    /// <summary>With the groups of the spaces, which some are in by name.</summary>
    public async Task MembershipsAsync(CancellationToken stop)
    {
        await InsertAsync(new UnitRows(town, keys).SpaceGroups(new SpaceRows(town, keys).Close()), stop);
        await InsertAsync(_assignments.Memberships(), stop);
    }

    public async Task SpacesAsync(DateTime now, CancellationToken stop)
    {
        var spaces = new SpaceRows(town, keys);
        await InsertAsync(spaces.Audiences(), stop);
        await InsertAsync(spaces.Spaces(), stop);
        await InsertAsync(spaces.Inclusions(), stop);
        await InsertAsync(spaces.ReadMarks(now), stop);
    }

    /// <summary>Accounts for all; the second step of everybody with an authority; what opens the doors for those who are printed. The partner comes to the gates as everyone does the first time.</summary>
    public async Task AccountsAsync(IReadOnlyDictionary<int, string> hashes, HouseKeys secrets, DateTime now, CancellationToken stop)
    {
        await InsertAsync(new PersonRows(town, keys).Accounts(person => hashes.GetValueOrDefault(person)), stop);

        var passed = town.Printed.All.Where(person => person != town.Printed.Partner).ToList();
        var powerful = town.Authorities.Select(a => town.Assignments[a.Assignment].Person).ToHashSet();
        await InsertAsync(passed.SelectMany(person => Gates(person, now)), stop);
        await InsertAsync(powerful.Order().Select(person => new Factor
        {
            Person = keys.People[person],
            Sealed = secrets.Seal(FactorActions.Use, DemoPeople.FactorSecret(town.People[person].UserId), keys.People[person].ToString()),
            ConfirmedAt = now.AddDays(-1),
            CreatedAt = now.AddDays(-1),
        }), stop);
        watch.Said(GroupsPart, Rows, Rows);
    }

    /// <summary>The posts in pieces of some spaces each.</summary>
    public IEnumerable<Func<Task>> Posts(IReadOnlyDictionary<string, BlobId> media, DateTime now, CancellationToken stop)
    {
        var rows = new PostRows(town, keys, media, now);
        var all = town.Spaces.Sum(s => (long)s.Posts);
        var written = 0L;
        var some = new List<TownSpace>();
        foreach (var space in town.Spaces)
        {
            some.Add(space);
            if (some.Sum(s => s.Posts) < PostsAtOnce && space.Index < town.Spaces.Count - 1) continue;

            var spaces = some;
            some = [];
            yield return async () =>
            {
                var batch = new PostBatch();
                foreach (var each in spaces)
                {
                    rows.Add(each, batch);
                    watch.Said(PostsPart, written + batch.Posts.Count, all);
                }

                written += batch.Posts.Count;
                await batch.WriteAsync(bulk, db, stop);
                if (spaces[^1].Index == town.Spaces.Count - 1) watch.Said(PostsPart, all, all);
            };
        }
    }

    private IEnumerable<GateMark> Gates(int person, DateTime now)
    {
        var at = now.AddDays(-1);
        yield return new() { Person = keys.People[person], Gate = Gate.Notice, Version = GateWay.NoticeVersion, PassedAt = at };
        if (town.People[person].CardA is not null)
            yield return new() { Person = keys.People[person], Gate = Gate.Pledge, Version = GateWay.PledgeVersion, PassedAt = at };
    }

    private async Task InsertAsync<TEntity>(IEnumerable<TEntity> rows, CancellationToken stop) where TEntity : class =>
        _done += await bulk.InsertAsync(db, watch.Rows(GroupsPart, rows, _done, Rows), stop);
}
