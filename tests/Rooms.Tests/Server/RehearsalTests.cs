namespace Tupa.Tests;

/// <summary>What the house does before its doors open, so that the first who comes does not wait.</summary>
public sealed class RehearsalTests(FilledHouses houses) : IClassFixture<FilledHouses>
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Home_is_answered_with_its_cards_and_leaves_no_mark(string database)
    {
        var (house, _) = await houses.OfAsync(database);
        var sent = house.Statements.Sent.Count;
        Assert.Equal(200, await house.RehearseAsync());

        var asked = house.Statements.Sent.Skip(sent).ToList();
        Assert.Contains(asked, sql => sql.Contains("access_sessions", StringComparison.Ordinal));
        Assert.Contains(asked, sql => sql.Contains("spaces_arrivals", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, sql => sql.Contains("insert into", StringComparison.OrdinalIgnoreCase)
            || sql.Contains("update ", StringComparison.OrdinalIgnoreCase) || sql.Contains("delete from", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_empty_house_has_nobody_to_rehearse_for(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        Assert.Null(await house.RehearseAsync());
    }
}
