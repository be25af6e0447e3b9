using Tupa.Privacy;

namespace Tupa.Tests;

/// <summary>/privacy/plain</summary>
public sealed class PlainStatementPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 200, PlainStatement.Title.Fi),
        new(Guest.NotGated, 200, PlainStatement.Title.Fi),
        new(Guest.Staff, 200, PlainStatement.Title.Fi),
        new(Guest.Teacher, 200, PlainStatement.Title.Fi),
        new(Guest.Pupil, 200, PlainStatement.Title.Fi),
        new(Guest.Partner, 200, PlainStatement.Title.Fi),
        new(Guest.Elected, 200, PlainStatement.Title.Fi),
        new(Guest.Steward, 200, PlainStatement.Title.Fi),
        new(Guest.Administrator, 200, PlainStatement.Title.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task The_plain_statement_is_for_everyone(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/privacy/plain", status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_false_or_not_in_use_is_not_said_in_plain_words_either(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var pupil = house.Visitor();
        var before = await WordsAsync();
        Assert.Contains("Tiedostot tarkistetaan", before, StringComparison.Ordinal);
        Assert.Contains("koulusi järjestelmästä", before, StringComparison.Ordinal);

        await house.CheckAsync("blobs.scanner", "register.source.schools", "privacy.attributes");
        var after = await WordsAsync();
        Assert.DoesNotContain("Tiedostot tarkistetaan", after, StringComparison.Ordinal);
        Assert.DoesNotContain("koulusi järjestelmästä", after, StringComparison.Ordinal);
        Assert.Contains("Muita tietoja sinusta ei kerätä", after, StringComparison.Ordinal);

        async Task<string> WordsAsync() => (await pupil.PageAsync("/privacy/plain")).Body!.TextContent;
    }
}
