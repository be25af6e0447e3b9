using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>tupa import --school-year</summary>
public sealed class YearCommandTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_next_year_of_a_OneRoster_package_is_shown_as_a_plan_and_waits_for_a_person(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.House.Town.UnitAsync("Salmen koulu", UnitKind.School, town.City, RosterMaker.Code(0));
        var year = town.Today.Year + 1;
        var ahead = new DateOnly(year, 6, 7).DayNumber - town.Today.DayNumber;
        var (last, next) = (Put(town, "viime.zip", new(60, Year: year - 1)), Put(town, "ensi.zip", new(60, Left: 3, Year: year)));
        Assert.Equal(0, (await RunAsync(last)).Code);
        var before = await town.StateAsync();

        var tried = await RunAsync(next, "--school-year", "--dry-run");
        Assert.True(tried.Code == 0, tried.Complained + tried.Said);
        Assert.Contains("Salmen koulu", tried.Said, StringComparison.Ordinal);
        Assert.Contains(Said(YearText.Of(YearMove.MovesClass)), line => tried.Said.Contains($"52  {line}", StringComparison.Ordinal));
        Assert.Contains(Said(YearText.Of(YearMove.Leaves)), line => tried.Said.Contains($"3  {line}", StringComparison.Ordinal));
        Assert.Equal(0, await town.House.ReadAsync(db => db.Set<YearContent>().CountAsync()));

        var sent = await RunAsync(next, "--school-year");
        Assert.Equal(3, sent.Code);
        var change = await town.House.ReadAsync(db => db.Set<YearChange>().AsNoTracking().SingleAsync(c => c.State == YearState.Waiting));
        Assert.Contains($"/register/years/{change.Id}", sent.Said, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(year, 8, 8), change.Day);
        Assert.Equal(before, await town.StateAsync());

        // A day of one's own, and what is no day for a change.
        Assert.Equal(3, (await RunAsync(next, "--on", $"{year}-08-01")).Code);
        Assert.Equal(new DateOnly(year, 8, 1), await town.House.ReadAsync(db => db.Set<YearChange>().Where(c => c.State == YearState.Waiting).Select(c => c.Day).SingleAsync()));
        Assert.Equal(2, (await RunAsync(next, "--on", $"{year}-06-01")).Code);

        Task<(int Code, string Said, string Complained)> RunAsync(string file, params string[] more) =>
            TupaProcess.RunAsync(Place.Of(town.House).Later(TimeSpan.FromDays(ahead)), ["import", file, "--format", "oneroster", .. more]);
    }

    private static string[] Said(Text text) => [text.Fi, text.Sv, text.En];

    private static string Put(FeedTown town, string name, RosterRecipe recipe)
    {
        var path = Path.Combine(town.House.Folder, name);
        File.WriteAllBytes(path, RosterMaker.Make(recipe));
        return path;
    }
}
