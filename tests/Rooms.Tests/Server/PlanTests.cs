using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>
/// What the pages really ask of a filled municipality is found by indexes: no table that grows with the town is read from end to end. On
/// PostgreSQL the planner is told to look things up one by one and to read a table whole only where it can do nothing else, so that a small
/// town tells what a large one would do. The one list that is of everybody, the directory of staff with its total, may go through everybody.
/// </summary>
public sealed class PlanTests(FilledHouses houses) : IClassFixture<FilledHouses>
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task No_page_reads_a_table_that_grows_from_end_to_end(string database)
    {
        var (house, _) = await houses.OfAsync(database);
        await house.ServeAsync();
        var faults = new List<string>();
        var large = await GrowingTables.LargeAsync(house);
        Assert.True(large.Count >= 10, $"Too little is in the town to tell: {string.Join(", ", large)}");
        foreach (var (who, person, paths) in await VisitsAsync(house))
        {
            await house.WriteAsync(async db =>
            {
                await db.Set<GateMark>().Where(g => g.Person == person).ExecuteDeleteAsync();
                db.Add(new GateMark { Person = person, Gate = Gate.Notice, Version = GateWay.NoticeVersion, PassedAt = house.Now });
                db.Add(new GateMark { Person = person, Gate = Gate.Pledge, Version = GateWay.PledgeVersion, PassedAt = house.Now });
            });
            using var client = await house.SignedInAsync(person);
            foreach (var path in paths)
            {
                using var warm = await client.GetAsync(path);
                Assert.True(warm.IsSuccessStatusCode, $"{path} for {who} is answered {(int)warm.StatusCode}");
                var asked = await house.Statements.KeptDuringAsync(async () => (await client.GetAsync(path)).Dispose());
                Assert.NotEmpty(asked);
                var told = path.StartsWith("/people", StringComparison.Ordinal) && !path.Contains('?', StringComparison.Ordinal) ? large.Except(["register_people"]).ToHashSet(StringComparer.Ordinal) : large;
                foreach (var statement in asked) faults.AddRange((await FaultsAsync(house, database, statement, told)).Select(f => $"{path} for {who}: {f}\n{statement.Sql}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>PostgreSQL thinks of everybody that they are in one audience or two; how many they are in must not decide how much is read for a page.</summary>
    [Fact]
    public async Task Home_reads_the_posts_that_it_shows_and_not_all_of_its_reader()
    {
        var (house, _) = await houses.OfAsync("postgres");
        await house.ServeAsync();
        var reader = await MostReadableAsync(house);
        using var client = await house.SignedInAsync(reader);
        using var warm = await client.GetAsync("/");
        var asked = await house.Statements.KeptDuringAsync(async () => (await client.GetAsync("/")).Dispose());

        var readable = await house.ReadAsync(db =>
        {
            var visible = Audience.VisibleTo.In(db, reader, house.Now);
            return db.Set<Post>().CountAsync(p => visible.Contains(p.Audience));
        });
        var (shown, read) = (HomeQueries.OnPage, await house.ReadAsync(db => GrowingTables.ReadOnPostgresAsync(db, "posts_posts", asked)));
        Assert.True(readable > 10 * shown, $"{readable} posts are too few to tell");
        Assert.True(read.Sum(r => r.Read) >= shown, "the posts of the page are not counted");
        Assert.All(read, r => Assert.True(r.Read <= 4 * shown, $"{r.Read} for\n{r.Sql}"));
    }

    /// <summary>Whoever is in the spaces with most posts, whatever the day makes of the town.</summary>
    private static Task<PersonId> MostReadableAsync(TestHouse house) => house.ReadAsync(db =>
    {
        var now = house.Now;
        return (
            from member in db.Set<GroupMember>()
            where member.FromUtc <= now && now < member.UntilUtc
            join audience in db.Set<AudienceRow>() on member.Group equals audience.Group
            join post in db.Set<Post>() on audience.Id equals post.Audience
            group post by member.Person into own
            orderby own.Count() descending, own.Key
            select own.Key).FirstAsync();
    });

    /// <summary>A member of staff and a pupil who have written something, each with a space and a post of theirs.</summary>
    private static Task<List<(string Who, PersonId Person, string[] Paths)>> VisitsAsync(TestHouse house) => house.ReadAsync(async db =>
    {
        var now = house.Now;
        var visits = new List<(string, PersonId, string[])>();
        foreach (var (who, group) in new[] { ("staff", GroupId.Staff), ("a pupil", GroupId.Pupils) })
        {
            var kind = db.Set<GroupMember>().Where(m => m.Group == group && m.FromUtc <= now && now < m.UntilUtc).Select(m => m.Person);
            var post = await db.Set<Post>().Where(p => p.PublishedAt <= now && now < p.ExpiresAt && p.HiddenAt == null)
                .Where(p => kind.Any(k => k == p.Author))
                .OrderByDescending(p => p.PublishedAt).ThenBy(p => p.Id).FirstAsync();
            visits.Add((who, post.Author!.Value,
            [
                "/", "/spaces", $"/spaces/{post.Space}", $"/spaces/{post.Space}/members", $"/spaces/{post.Space}/about", $"/posts/{post.Id}", $"/audiences/{post.Audience}",
                $"/posts/mentions/{post.Audience}?q=a", "/people?q=m", "/people", "/people/suggest?q=vir", "/me", "/notifications", $"/api/v1/spaces/{post.Space}/posts", "/api/v1/people?q=ma",
            ]));
        }

        return visits;
    });

    private static Task<IReadOnlyList<string>> FaultsAsync(TestHouse house, string database, SentStatement statement, IReadOnlySet<string> large) => house.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        return database == "sqlite" ? await SqlitePlan.FaultsAsync(connection, statement, large) : await PostgresPlan.FaultsAsync(connection, statement, large);
    });
}

/// <summary>Tables that grow with the people of the town, and with what they do.</summary>
internal static class GrowingTables
{
    private const int Many = 800;

    /// <summary>Those with so many rows that reading them whole is no accident of a small town. Sessions and accounts are what the door reads of everyone.</summary>
    public static Task<IReadOnlySet<string>> LargeAsync(TestHouse house) => house.ReadAsync<IReadOnlySet<string>>(async db =>
    {
        var large = new HashSet<string>(["access_sessions"], StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().ToList())
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select count(*) from {table}";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(), null) >= Many) large.Add(table);
        }

        return large;
    });

    /// <summary>How many rows and entries of indexes of a table each statement goes through.</summary>
    public static async Task<List<(long Read, string Sql)>> ReadOnPostgresAsync(TupaDb db, string table, IReadOnlyList<SentStatement> statements)
    {
        await using var reading = await db.Database.BeginTransactionAsync();
        var connection = db.Database.GetDbConnection();
        await using var count = connection.CreateCommand();
        count.CommandText = $"select sum(pg_stat_get_xact_tuples_returned(o))::bigint from (select '{table}'::regclass::oid o union all select indexrelid from pg_index where indrelid = '{table}'::regclass) t";

        // What this connection has read before may not be put down yet.
        var (found, before) = (new List<(long, string)>(), (long)(await count.ExecuteScalarAsync())!);
        foreach (var statement in statements)
        {
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = statement.Sql;
                foreach (var given in statement.Given) command.Parameters.Add(given);
                await using (var reader = await command.ExecuteReaderAsync())
                {
                    while (await reader.ReadAsync())
                    {
                    }
                }

                command.Parameters.Clear();
            }

            var now = (long)(await count.ExecuteScalarAsync())!;
            found.Add((now - before, statement.Sql));
            before = now;
        }

        return found;
    }

    public static async Task<List<string>> LinesAsync(DbConnection connection, string sql, SentStatement statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql + statement.Sql;
        foreach (var given in statement.Given) command.Parameters.Add(given);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(reader.FieldCount - 1));
        command.Parameters.Clear();
        return lines;
    }
}
