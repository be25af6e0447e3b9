using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a kept row tells of.</summary>
[Stored]
public enum YearContentKind
{
    Unit,
    Group,
    Person,
}

/// <summary>One thing that the delivery of a change said, from its reading until the change ends. The attributes of the statement and no others.</summary>
internal sealed class YearContent
{
    public required YearChangeId Change { get; init; }
    public required YearContentKind Kind { get; init; }

    /// <summary>What the source calls it.</summary>
    public required string Key { get; init; }

    /// <summary>As <see cref="Canon"/> writes it.</summary>
    public required string Payload { get; init; }
}

internal sealed class YearContentTable : IEntityTypeConfiguration<YearContent>
{
    public void Configure(EntityTypeBuilder<YearContent> content)
    {
        content.ToTable("register_year_contents");
        content.HasKey(c => new { c.Change, c.Kind, c.Key });
        content.Property(c => c.Key).HasMaxLength(255).Holding(Holds.Person);
        content.Property(c => c.Payload).Holding(Holds.Person);
    }
}

/// <summary>Keeps what a delivery said until the day, and gives it out again as often as the plan is laid out.</summary>
internal sealed class YearContents(TupaDb db, Writing writing, IBulk bulk, TimeProvider clock)
{
    private const int Slice = 1_000;

    /// <summary>Safe to begin anew: what an interrupted reading kept is taken away first.</summary>
    public async Task KeepAsync(YearChange change, ReadFeed feed, CancellationToken stop)
    {
        var places = await Places.ReadAsync(db, change.Source, change.Feed, feed.Units, stop);
        await writing.RunAsync(async () =>
        {
            await FeedClaims.HoldAsync(db, change.Run, clock.UtcNow(), stop);
            await ForgetAsync([change.Id], stop);
            await bulk.InsertAsync(db, feed.Units.DistinctBy(u => u.Key, StringComparer.Ordinal).Select(u => Row(change.Id, YearContentKind.Unit, u.Key, Canon.Write(u))), stop);
            await bulk.InsertAsync(db, feed.Groups.DistinctBy(g => g.Key, StringComparer.Ordinal).Select(g => Row(change.Id, YearContentKind.Group, g.Key, Canon.Write(g))), stop);
            return true;
        }, stop);

        await foreach (var some in feed.People(stop).Chunk(Slice).WithCancellation(stop))
        {
            var rows = some.Select(p => Row(change.Id, YearContentKind.Person, p.Key, Canon.Write(Canon.Tidy(p, places)))).ToList();
            await writing.RunAsync(async () =>
            {
                await FeedClaims.HoldAsync(db, change.Run, clock.UtcNow(), stop);
                return await bulk.InsertAsync(db, rows, stop);
            }, stop);
        }
    }

    public async Task<ReadFeed> ReadAsync(YearChange change, CancellationToken stop)
    {
        var rows = db.Set<YearContent>().AsNoTracking().Where(c => c.Change == change.Id);
        var things = await rows.Where(c => c.Kind != YearContentKind.Person).ToListAsync(stop);
        var people = rows.Where(c => c.Kind == YearContentKind.Person);
        return new(
            true, await people.CountAsync(stop),
            [.. things.Where(t => t.Kind == YearContentKind.Unit).Select(t => Canon.Read<FedUnit>(t.Payload))],
            [.. things.Where(t => t.Kind == YearContentKind.Group).Select(t => Canon.Read<FedGroup>(t.Payload))],
            again => PeopleAsync(people, again))
        {
            Day = change.Day,
        };
    }

    /// <summary>Inside a writing: nothing is left of what these said.</summary>
    public Task<int> ForgetAsync(List<YearChangeId> changes, CancellationToken stop) =>
        db.Set<YearContent>().Where(c => changes.Contains(c.Change)).ExecuteDeleteAsync(stop);

    private static async IAsyncEnumerable<FedPerson> PeopleAsync(
        IQueryable<YearContent> people, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (var after = ""; ;)
        {
            var some = await people.Where(c => c.Key.CompareTo(after) > 0).OrderBy(c => c.Key).Take(Slice).ToListAsync(stop);
            foreach (var one in some) yield return Canon.Read<FedPerson>(one.Payload);
            if (some.Count < Slice) yield break;
            after = some[^1].Key;
        }
    }

    private static YearContent Row(YearChangeId change, YearContentKind kind, string key, string payload) => new() { Change = change, Kind = kind, Key = key, Payload = payload };
}
