using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A steward's list of reports.</summary>
public sealed class ReportTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Thirty_reports_are_read_by_as_many_statements_as_two(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        var post = await town.PostAsync(town.Writer);
        await town.SayAsync(post, town.Reader, "Sopimatonta puhetta");
        var comment = (await house.ReadAsync(db => Task.FromResult(db.Set<Comment>().Single()))).Id;
        await ReportAsync(town, "post", post.Value);
        await ReportAsync(town, "comment", comment.Value);
        using var steward = await house.SignedInAsync(town.Steward);
        var address = $"/spaces/{town.Space.Id}/reports";
        await steward.PageAsync(address);

        var two = await house.Statements.DuringAsync(() => steward.PageAsync(address));
        for (var i = 0; i < 28; i++) await ReportAsync(town, "post", (await town.PostAsync(town.Writer, $"Uutinen {i}")).Value);
        Assert.Equal(two, await house.Statements.DuringAsync(() => steward.PageAsync(address)));

        var page = (await steward.PageAsync(address)).Body!.TextContent;
        Assert.Contains("Sopimatonta puhetta", page, StringComparison.Ordinal);
        Assert.Contains("Uutinen 27", page, StringComparison.Ordinal);
    }

    private static async Task ReportAsync(PostTown town, string kind, Guid thing) => Assert.Null(await town.House.InAsync((ReportActions reports) =>
        reports.ReportAsync(ReportId.New(), kind, thing, "Tämä loukkaa", Actor.Of(town.Editor))));
}
