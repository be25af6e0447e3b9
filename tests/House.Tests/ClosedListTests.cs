using Microsoft.EntityFrameworkCore;
using Tupa.Privacy;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>The statement is closed (DESIGN, law 3): the database holds exactly the details that the three lists name.</summary>
public sealed class ClosedListTests
{
    private const string Sqlite = """
        select m.name || '.' || c.name as "Value" from sqlite_master m, pragma_table_info(m.name) c
        where m.type = 'table'
        """;

    private const string Postgres = """
        select c.table_name || '.' || c.column_name as "Value" from information_schema.columns c
        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        """;

    /// <summary>Tables whose rows are of a person and not what a person wrote: those of these rooms, and single ones elsewhere.</summary>
    private static readonly string[] OfPeople = ["register_", "access_", "notifications_", "audit_aliases.", "audit_entries.address", "spaces_read_marks.", "posts_confirmations.", "privacy_take_aways."];

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_column_about_people_stands_in_a_closed_list_and_every_line_of_a_list_is_a_column(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var all = await house.ReadAsync(db => db.Database.SqlQueryRaw<string>(database == "sqlite" ? Sqlite : Postgres).ToListAsync());
        var columns = all.Where(c => OfPeople.Any(p => c.StartsWith(p, StringComparison.Ordinal))).ToList();
        var listed = ClosedLists.RegisterA.Concat(ClosedLists.RegisterB).Concat(ClosedLists.Technical).Concat(RoomColumns.All).Select(c => $"{c.Table}.{c.Column}").ToList();

        Assert.Empty(columns.Except(listed, StringComparer.Ordinal));
        Assert.Empty(listed.Except(columns, StringComparer.Ordinal));
        Assert.Equal(listed.Count, listed.Distinct(StringComparer.Ordinal).Count());
    }
}
