using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>The statement is closed (DESIGN, law 3): the database holds exactly the details that the three lists name.</summary>
public sealed class ClosedListTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_column_about_people_stands_in_a_closed_list_and_every_line_of_a_list_is_a_column(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var all = await house.ReadAsync(db => house.Services.GetRequiredService<IStorage>().ColumnsAsync(db, default));
        var columns = all.Where(DataContents.IsOfPeople).ToList();
        Assert.True(columns.Count > 200, "The columns of the house were not found");

        Assert.Empty(columns.Except(DataContents.Columns, StringComparer.Ordinal));
        Assert.Empty(DataContents.Columns.Except(columns, StringComparer.Ordinal));
        var lines = ClosedLists.RegisterA.Concat(ClosedLists.RegisterB).Concat(ClosedLists.Technical).Concat(RoomColumns.All).Count();
        Assert.Equal(lines, DataContents.Columns.Count);
    }
}
