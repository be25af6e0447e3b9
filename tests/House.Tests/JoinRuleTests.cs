using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>When two people are joined nothing is left behind: a new column of people follows by itself, and what is no such column is looked at here.</summary>
public sealed class JoinRuleTests
{
    /// <summary>What a room sees to by itself; another one is a decision, and is written down here.</summary>
    private static readonly string[] ByRoom = ["register_cards_a.person", "register_cards_b.person", "register_joinings.lost", "register_origins.person"];

    /// <summary>Ids without a type, which could be those of people: each is of a thing. Another one is looked at, and written down here.</summary>
    private static readonly string[] OfThings =
    [
        "audit_entries.id", "audit_entries.space", "audit_entries.thing", "audit_links.entry", "audit_verifications.id", "backup_snapshots.id", "files_files.owner", "notifications_notices.thing", "posts_mentions.source",
        "privacy_claim_runs.id", "privacy_ledger_marks.id", "register_group_members.cause", "register_joining_values.batch", "register_origins.batch", "register_pictures.key", "register_source_records.last_batch", "register_staged_groups.group", "spaces_arrivals.id",
        "spaces_reports.thing",
    ];

    [Fact]
    public async Task Every_column_of_people_has_a_rule_that_the_tables_allow()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var columns = await house.ReadAsync(db => Task.FromResult(PersonColumn.Of(db.Model)));

        Assert.True(columns.Count > 50, "The columns of the model were not found");
        Assert.Equal(ByRoom, columns.Where(c => c.Rule == JoinRule.ByRoom).Select(c => $"{c.Table}.{c.Column}"));

        // A row that gives way, or ends, leaves nothing that cannot be without it; and no unique key is of two people.
        Assert.Empty(columns.Where(c => c.Rule == JoinRule.Ends || (c.Rule == JoinRule.Follows && c.Rivals.Count > 0)).SelectMany(c => c.Dependents)
            .Where(d => !d.Properties[0].IsNullable).Select(d => d.DeclaringEntityType.GetTableName()));
        Assert.Empty(columns.Where(c => c.Rivals.Any(r => r.Any(p => Of(p) == typeof(PersonId)))).Select(c => c.Table));
    }

    [Fact]
    public async Task Whatever_names_a_person_names_the_kept_one_after_a_joining_table_by_table()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var (kept, lost) = (PersonId.New(), PersonId.New());
        var left = new List<string>();
        await Assert.ThrowsAsync<OperationCanceledException>(() => house.WriteAsync(async db =>
        {
            // Rows of every table, with the person in the column: not true to life, so the database looks at none of it, and all of it is taken back.
            await db.Database.ExecuteSqlRawAsync("pragma ignore_check_constraints = on");
            await db.Database.ExecuteSqlRawAsync("pragma defer_foreign_keys = on");
            foreach (var column in PersonColumn.Of(db.Model))
            {
                foreach (var (person, same) in new[] { (lost, false), (lost, true), (kept, true) }) await PutAsync(db, column, person, same);
                await new PersonMoves(db).JoinAsync(kept, lost, default);
                if (column.Rule != JoinRule.ByRoom && await CountAsync(db, column, lost) > 0) left.Add($"{column.Table}.{column.Column}");
                if (column.Rule == JoinRule.Follows && await CountAsync(db, column, kept) == 0) left.Add($"{column.Table}.{column.Column} is gone");
            }

            throw new OperationCanceledException();
        }));
        Assert.Empty(left);
    }

    [Fact]
    public async Task Ids_without_a_type_are_known_to_be_of_things()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var untyped = await house.ReadAsync(db => Task.FromResult(
            from entity in db.Model.GetEntityTypes()
            where entity.GetTableName() is not null
            from property in entity.GetProperties()
            where Of(property) == typeof(Guid)
            select $"{entity.GetTableName()}.{property.GetColumnName()}"));

        Assert.Equal(OfThings, untyped.Order(StringComparer.Ordinal));
    }

    private static Type Of(IReadOnlyProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private static async Task<int> CountAsync(TupaDb db, PersonColumn column, PersonId person)
    {
        var sql = $"select count(*) as \"Value\" from \"{column.Table}\" where \"{column.Column}\" = {{0}}";
        return await db.Database.SqlQueryRaw<int>(sql, column.Stored(person)).SingleAsync();
    }

    /// <param name="same">Alike in everything but the person, as a row of the other may be.</param>
    private static async Task PutAsync(TupaDb db, PersonColumn column, PersonId person, bool same)
    {
        var entity = (IEntityType)column.Property.DeclaringType;
        var own = entity.FindPrimaryKey()!.Properties;
        var properties = entity.GetProperties().Where(p => p == column.Property || !p.IsNullable).ToList();
        var values = properties.Select(p => p == column.Property ? column.Stored(person) : Junk(p, same && !(own is [var only] && only == p))).ToArray();
        var names = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""));
        var sql = $"insert or ignore into \"{column.Table}\" ({names}) values ({string.Join(", ", values.Select((_, i) => $"{{{i}}}"))})";
        await db.Database.ExecuteSqlRawAsync(sql, values);
    }

    private static object Junk(IProperty property, bool same)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? Of(property);
        if (type == typeof(byte[])) return same ? new byte[16] : Guid.CreateVersion7().ToByteArray(true);
        if (type == typeof(string)) return same ? "same" : Guid.CreateVersion7().ToString();
        if (type == typeof(DateOnly)) return new DateOnly(2026, 1, 1);
        return type == typeof(bool) ? false : same ? 1L : Random.Shared.NextInt64(int.MaxValue);
    }
}
