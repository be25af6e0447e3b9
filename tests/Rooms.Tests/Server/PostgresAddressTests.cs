using Tupa.Storage.Postgres;

namespace Tupa.Tests;

/// <summary>What the house adds to the connection string of an administrator, and what it leaves as it was written.</summary>
public sealed class PostgresAddressTests
{
    private const string Plain = "Host=db;Database=tupa;Username=tupa";

    [Fact]
    public void A_server_with_its_hundred_connections_bears_three_houses()
    {
        var address = PostgresAddress.ForReaders(Plain);
        Assert.True(3 * (address.MaxPoolSize + 1) < 100, $"{address.MaxPoolSize} connections each");
        Assert.Contains("plan_cache_mode=force_generic_plan", address.Options!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Maximum Pool Size=80", 80), InlineData("MaxPoolSize=12", 12), InlineData("maximum pool size=100", 100), InlineData("Minimum Pool Size=40", 40)]
    public void What_was_written_about_the_number_of_connections_is_kept(string written, int most) =>
        Assert.Equal(most, PostgresAddress.ForReaders($"{Plain};{written}").MaxPoolSize);

    [Fact]
    public void Options_that_were_written_are_kept() =>
        Assert.Equal("-c search_path=tupa", PostgresAddress.ForReaders($"{Plain};Options=-c search_path=tupa").Options);
}
