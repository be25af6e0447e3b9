using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>How SQLite goes about the questions that a city of half a million asks all day.</summary>
public sealed class PeoplePlanTests
{
    private const int Crowd = 4_000;

    [Fact]
    public async Task No_list_of_people_reads_the_whole_city()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var town = await RegisterTown.OpenAsync(house);
        await CrowdAsync(house);

        var plans = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, viewer, filter) in new[]
        {
            ("staff", town.Aino, WhoSeesWhomTests.Everyone), ("pupil", town.Pupil, WhoSeesWhomTests.Everyone),
            ("staff search", town.Aino, WhoSeesWhomTests.Everyone with { Typed = "antti vir" }),
            ("pupil search", town.Pupil, WhoSeesWhomTests.Everyone with { Typed = "oo" }),
            ("staff school", town.Aino, WhoSeesWhomTests.Everyone with { School = town.School }),
        })
        {
            plans[name] = await PlanAsync(house, () => house.InAsync((DirectoryQueries directory) => directory.FindAsync(filter, Actor.Of(viewer))));
        }

        plans["suggest"] = await PlanAsync(house, () => house.InAsync((PeopleSearch search) => search.FindAsync("vir", Actor.Of(town.Aino), 8)));
        plans["sees"] = await PlanAsync(house, () => house.InAsync((PeopleSeen seen) => seen.SeesAsync(Actor.Of(town.Aino), town.Pupil)));
        plans["names"] = await PlanAsync(house, () => house.InAsync((PeopleNames names) => names.ForAsync([.. town.People.Values], Actor.Of(town.Aino))));
        await File.WriteAllTextAsync("/tmp/reg-plan.txt", string.Join("\n\n", plans.Select(p => $"##### {p.Key}\n{p.Value}")));
    }

    private static async Task<string> PlanAsync(TestHouse house, Func<Task> ask)
    {
        var before = house.Statements.Sent.Count;
        await ask();
        var started = TimeProvider.System.GetTimestamp();
        await ask();
        var took = TimeProvider.System.GetElapsedTime(started);
        var sent = house.Statements.Sent.Skip(before).Distinct().ToList();
        return $"{took.TotalMilliseconds:0.0} ms\n" + string.Join("\n", await house.ReadAsync(async db =>
        {
            var plans = new List<string>();
            foreach (var sql in sent) plans.Add(sql + "\n" + await ExplainAsync(db, sql));
            return plans;
        }));
    }

    private static async Task<string> ExplainAsync(TupaDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The house's own statements.
        command.CommandText = "explain query plan " + sql;
#pragma warning restore CA2100
        foreach (var name in Regex.Matches(sql, @"@\w+").Select(m => m.Value).Distinct(StringComparer.Ordinal))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            command.Parameters.Add(parameter);
        }

        var lines = new List<string>();
        var depths = new Dictionary<long, int> { [0] = 0 };
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var depth = depths.GetValueOrDefault(reader.GetInt64(1)) + 1;
            depths[reader.GetInt64(0)] = depth;
            lines.Add(new string(' ', depth * 2) + reader.GetString(3));
        }

        return string.Join('\n', lines);
    }

    private static async Task CrowdAsync(TestHouse house)
    {
        string[] families = ["Virtanen", "Korhonen", "Åberg", "Mäkinen", "Niemi", "Öhman", "Laine", "Heikkilä"];
        string[] given = ["Antti", "Aino", "Ville", "Oona", "Jelena", "Kai"];
        await house.WriteAsync(db =>
        {
            for (var i = 0; i < Crowd; i++)
            {
                var (first, last) = (given[i % given.Length], families[i % families.Length] + i);
                var id = PersonId.New();
                db.Add(new Person { Id = id, CreatedAt = house.Now, SortKey = PersonNaming.SortKey(first, last) });
                db.Add(new CardA { Person = id, GivenName = first, FamilyName = last, Organisation = "Kuusisalmen kaupunki" });
                db.AddRange(PersonNaming.Words(id, first, last));
                db.Add(new GroupMember
                {
                    Person = id,
                    Group = i % 3 == 0 ? GroupId.Staff : GroupId.Pupils,
                    Cause = id.Value,
                    Because = Because.Assignment,
                    FromUtc = house.Now.AddDays(-1),
                    UntilUtc = Helsinki.Never,
                });
            }

            return Task.CompletedTask;
        });
        await house.InAsync(async (IStorage storage) => await house.InAsync((TupaDb db) => storage.AnalyzeAsync(db, default)));
    }
}
