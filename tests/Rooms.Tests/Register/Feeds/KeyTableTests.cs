using Tupa.Register;

namespace Tupa.Tests;

public sealed class KeyTableTests
{
    [Fact]
    public void Keys_are_numbered_in_their_order_and_each_is_taken_once()
    {
        var keys = new KeyTable();
        for (var i = 0; i < 100_000; i++) Assert.True(keys.Add($"h-{i}"));

        Assert.Equal(100_000, keys.Count);
        Assert.All(Enumerable.Range(0, 1_000), i => Assert.Equal(i * 100, keys.Find($"h-{i * 100}")));
        Assert.False(keys.Add("h-77"));
        Assert.Equal((-1, -1), (keys.Find("h-100000"), keys.Find("")));
    }

    [Fact]
    public void What_comes_twice_among_many_is_found()
    {
        var keys = new KeysOnce();
        for (var i = 0; i < 100_000; i++) keys.Add($"e-{i}");
        Assert.Empty(keys.Twice());

        keys.Add("e-500");
        Assert.Equal(KeysOnce.Digest("e-500"), Assert.Single(keys.Twice()));
    }
}
