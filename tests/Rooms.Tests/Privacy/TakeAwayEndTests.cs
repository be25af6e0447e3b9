using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Privacy;

namespace Tupa.Tests;

/// <summary>How long a package lasts, what becomes of one that is interrupted or fails, and that making it takes no more memory for many rows than for few.</summary>
public sealed class TakeAwayEndTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task After_seven_days_it_is_gone_at_the_tick_and_its_bytes_with_the_sweep(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        using (var early = await house.SignedInAsync(aino)) await early.OrderAsync();
        await house.MakeAsync();
        house.Clock.Move(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(5));
        using var own = await house.SignedInAsync(aino);
        Assert.Equal(HttpStatusCode.OK, await own.FetchedAsync());
        Assert.Equal(0, (await house.SweepTakeAwaysAsync()).Changed);

        house.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.NotFound, await own.FetchedAsync());
        Assert.Contains(TakeAwayText.None.Fi, (await own.PageAsync("/me/take-away")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(house.TakeAwayFiles());
        Assert.Equal(1, (await house.SweepTakeAwaysAsync()).Changed);
        Assert.Empty(house.TakeAwayFiles());
        Assert.Null(await house.TakeAwayOfAsync(aino));
        Assert.Equal(0, (await house.SweepTakeAwaysAsync()).Changed);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task With_the_access_it_goes_at_once_and_by_the_calendar_with_the_sweep(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (aino, kai, borje) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"), await house.Town.StaffAsync("Börje Öhman"));
        using var own = await MadeAsync(aino);
        using var kais = await MadeAsync(kai);
        using var stays = await MadeAsync(borje);

        await house.EndAsync(house.Now, aino);
        Assert.Null(await house.TakeAwayOfAsync(aino));
        Assert.Equal(2, house.TakeAwayFiles().Length);
        Assert.NotEqual(HttpStatusCode.OK, await own.FetchedAsync());

        await house.EndAsync(house.Now.AddHours(1), kai);
        Assert.Equal(HttpStatusCode.OK, await kais.FetchedAsync());
        house.Clock.Move(TimeSpan.FromHours(2));
        Assert.NotEqual(HttpStatusCode.OK, await kais.FetchedAsync());
        Assert.Equal(1, (await house.SweepTakeAwaysAsync()).Changed);
        Assert.Single(house.TakeAwayFiles());
        Assert.Equal(HttpStatusCode.OK, await stays.FetchedAsync());

        async Task<HttpClient> MadeAsync(PersonId person)
        {
            var client = await house.SignedInAsync(person);
            await client.OrderAsync();
            await house.MakeAsync();
            return client;
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task It_is_erased_with_its_person_row_and_bytes(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        using var own = await house.SignedInAsync(aino);
        await own.OrderAsync();
        await house.MakeAsync();
        Assert.Single(house.TakeAwayFiles());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(house.Folder, "take-aways")));

        await house.EndedLongAgoAsync(aino);
        Assert.Equal(1, (await house.NightAsync()).Changed);
        Assert.Equal(0, await house.RemainingAsync(aino));
        Assert.Empty(house.TakeAwayFiles());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Bytes_without_a_row_go_and_a_row_without_bytes_is_no_package(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        using var own = await house.SignedInAsync(aino);
        await own.OrderAsync();
        await house.MakeAsync();

        // As after a backup was put back: it carries rows and no packages.
        File.Move(house.TakeAwayFiles().Single(), Path.Combine(house.Folder, "take-aways", $"{TakeAwayId.New()}.zip"));
        Assert.Equal(HttpStatusCode.NotFound, await own.FetchedAsync());
        Assert.Contains(TakeAwayText.None.Fi, (await own.PageAsync("/me/take-away")).Body!.TextContent, StringComparison.Ordinal);
        await own.OrderAsync();
        await house.MakeAsync();
        Assert.Equal(2, house.TakeAwayFiles().Length);
        Assert.Equal(1, (await house.SweepTakeAwaysAsync()).Changed);
        Assert.Equal(HttpStatusCode.OK, await own.FetchedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Killed_midway_it_is_made_whole_by_the_next_run(string database)
    {
        var told = new TellingRoom.Told { Rows = 2_500 };
        await using var house = await OpenAsync(database, told);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        using var own = await house.SignedInAsync(aino);
        await own.OrderAsync();
        using (var power = new CancellationTokenSource())
        {
            told.At = row => row == 2_000 ? power.CancelAsync() : Task.CompletedTask;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.InAsync((TakeAwayMaking job) => job.RunAsync(power.Token)));
        }

        var half = (await house.TakeAwayOfAsync(aino))!;
        Assert.Equal((TakeAwayState.Making, true), (half.State, half.Rows >= 2_000));
        Assert.Equal(HttpStatusCode.NotFound, await own.FetchedAsync());
        Assert.NotNull((await own.PageAsync("/me/take-away")).QuerySelector("page-look[waits] progress"));

        told.At = _ => Task.CompletedTask;
        Assert.Equal(1, (await house.MakeAsync()).Changed);
        var rows = System.Text.Json.JsonSerializer.Deserialize<List<Dictionary<string, string?>>>(TakeAwayTown.Unpacked(await own.FetchAsync())["data/telling_rows.json"])!;
        Assert.Equal(2_500, rows.Select(r => r["id"]).Distinct().Count());
        Assert.Equal([$"{half.Id}.zip"], house.TakeAwayFiles().Select(Path.GetFileName));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_kills_its_maker_each_time_is_given_up(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        using var own = await house.SignedInAsync(aino);
        await own.OrderAsync();
        await house.WriteAsync(db => db.Set<TakeAway>().ExecuteUpdateAsync(set => set.SetProperty(t => t.State, TakeAwayState.Making).SetProperty(t => t.Tries, TakeAway.MostTries)));

        Assert.Equal(new JobReport(Counted: 1, Failed: 1), await house.MakeAsync());
        Assert.Equal(TakeAwayState.Failed, (await house.TakeAwayOfAsync(aino))!.State);
        Assert.Equal(new JobReport(), await house.MakeAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_room_that_fails_fails_the_package_and_no_half_of_it_is_handed_over(string database)
    {
        var told = new TellingRoom.Told { At = _ => throw new InvalidOperationException("Aino Mäkelä") };
        await using var house = await OpenAsync(database, told);
        var (aino, borje) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Börje Öhman"));
        using var own = await house.SignedInAsync(aino);
        using var other = await house.SignedInAsync(borje);
        await own.OrderAsync();
        Assert.Equal(new JobReport(Counted: 1, Failed: 1), await house.MakeAsync());

        Assert.Equal(HttpStatusCode.NotFound, await own.FetchedAsync());
        Assert.Empty(house.TakeAwayFiles());
        var page = await own.PageAsync("/me/take-away");
        Assert.Contains(TakeAwayText.Of(TakeAwayState.Failed).Fi, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TakeAwayText.TryAgain.Fi, page.QuerySelector("form[action='/me/take-away'] button")!.TextContent);
        Assert.Contains("ei saatu koottua", (await own.PageAsync("/notifications")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("privacy.take-away.failed", await house.AuditedAsync());

        // Tried again, at once.
        told.At = _ => Task.CompletedTask;
        await own.OrderAsync();
        await other.OrderAsync();
        Assert.Equal(new JobReport(Counted: 2, Changed: 2), await house.MakeAsync());
        Assert.Equal(HttpStatusCode.OK, await own.FetchedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Deleted_while_it_is_made_it_is_not_there_afterwards(string database)
    {
        var told = new TellingRoom.Told { Rows = 1_500 };
        await using var house = await OpenAsync(database, told);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        using var own = await house.SignedInAsync(aino);
        var id = await own.OrderAsync();
        told.At = async row =>
        {
            if (row == 500) Assert.Null(await house.InAsync((TakeAwayActions actions) => actions.RemoveAsync(id, Actor.Of(aino))));
        };

        Assert.Equal(0, (await house.MakeAsync()).Failed);
        Assert.Empty(house.TakeAwayFiles());
        Assert.Null(await house.TakeAwayOfAsync(aino));
        Assert.DoesNotContain("privacy.take-away.failed", await house.AuditedAsync());
    }

    [Fact]
    public async Task Rows_are_let_go_of_as_they_come()
    {
        const int All = 10_000;
        var alive = new List<WeakReference>();
        var (kept, told) = (-1, new TellingRoom.Told { Rows = All, Length = 2_000 });
        told.Given = (number, row) =>
        {
            if (number < 200) alive.Add(new(row));
            if (number != All - 1) return;
            GC.Collect();
            kept = alive.Count(a => a.IsAlive);
        };
        await using var house = await OpenAsync("sqlite", told);
        using var own = await house.SignedInAsync(await house.Town.StaffAsync("Aino Mäkelä"));
        await own.OrderAsync();
        Assert.Equal(1, (await house.MakeAsync()).Changed);

        Assert.Equal(200, alive.Count);
        Assert.True(kept is >= 0 and < 5, $"{kept} of the first 200 rows are still in memory when the last of {All} comes");
    }

    private static async Task<TestHouse> OpenAsync(string database, TellingRoom.Told told) => await (await TestHouse.OpenAsync(
        database, more: services => services.AddSingleton(told).AddScoped<IPersonalData, TellingRoom>())).ServeAsync();
}
