using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;

namespace Tupa.Tests;

public sealed class SignInTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_right_password_opens_a_session_and_tells_of_a_new_device_once(string database)
    {
        var (ear, add) = NewsEar.New();
        await using var house = await TestHouse.OpenAsync(database, more: add);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");

        var first = await house.TryAsync("Aino.Mäkelä");
        Assert.Equal(aino, await house.WhoAsync(first.Secret));
        Assert.NotNull(first.Device);
        Assert.Equal([AccessNewsKind.NewDevice], ear.Heard.Select(n => n.Kind));

        var second = await house.TryAsync("aino.makela", device: first.Device);
        Assert.Equal(aino, await house.WhoAsync(second.Secret));
        Assert.Single(ear.Heard);
        Assert.Contains("access.session.opened", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_wrong_password_an_unknown_user_and_a_person_who_has_left_get_one_answer(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var kai = await house.Town.StaffAsync("Kai Virta");
        await house.AccountAsync(aino, "aino.makela");
        await house.AccountAsync(kai, "kai.virta");
        await EndAsync(house, kai);

        var answers = new[]
        {
            await house.TryAsync("aino.makela", "väärä salasana tässä"),
            await house.TryAsync("ei.ketaan"),
            await house.TryAsync("kai.virta"),
        };

        Assert.All(answers, a => Assert.Equal((SignInText.Wrong, 422, (string?)null), (a.Refusal!.Reason, a.Status, a.Secret)));
        Assert.Equal(3, (await house.AuditedAsync()).Count(d => d == "access.session.open refused"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_wrong_password_and_an_unknown_user_cost_the_same(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");
        await house.TryAsync("ei.ketaan");

        // A hash takes a tenth of a second and all else a thousandth; it is computed also where there is none to compare with.
        var checks = await house.InAsync((PasswordChecks checks) => Task.FromResult(checks));
        foreach (var user in new[] { "aino.makela", "joku.muu" })
        {
            var before = checks.Done;
            await house.TryAsync(user, "väärä salasana tässä");
            Assert.Equal(1, checks.Done - before);
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task After_five_failures_an_account_waits_longer_and_longer_but_not_in_a_known_browser(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");
        var device = (await house.TryAsync("aino.makela")).Device;

        for (var i = 0; i < Attempts.Free; i++) Assert.Equal(422, (await house.TryAsync("aino.makela", "väärä salasana tässä")).Status);
        Assert.Equal(429, (await house.TryAsync("aino.makela")).Status);
        Assert.Equal(303, (await house.TryAsync("aino.makela", device: device)).Status);

        // Somebody who does not exist is slowed alike.
        for (var i = 0; i < Attempts.Free; i++) await house.TryAsync("ei.ketaan");
        Assert.Equal(429, (await house.TryAsync("ei.ketaan")).Status);

        house.Clock.Move(TimeSpan.FromSeconds(6));
        Assert.Equal(422, (await house.TryAsync("aino.makela", "väärä salasana tässä")).Status);
        house.Clock.Move(TimeSpan.FromSeconds(6));
        Assert.Equal(429, (await house.TryAsync("aino.makela")).Status);
        house.Clock.Move(TimeSpan.FromSeconds(6));
        Assert.Equal(303, (await house.TryAsync("aino.makela")).Status);
    }

    [Fact]
    public async Task An_address_is_closed_by_its_failures_alone_and_opens_again()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var school = IPAddress.Parse("192.0.2.7");
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");
        var budget = new AddressBudget(house.Clock);

        for (var i = 0; i < AddressBudget.Most; i++) budget.Fail(school);
        Assert.True(budget.IsSpent(school));
        Assert.False(budget.IsSpent(IPAddress.Parse("192.0.2.8")));
        house.Clock.Move(TimeSpan.FromSeconds(3));
        Assert.False(budget.IsSpent(school));

        // A whole school signs in at eight in the morning.
        for (var i = 0; i < 8; i++) Assert.Equal(303, (await house.TryAsync("aino.makela", address: school)).Status);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_session_ends_after_twelve_hours_and_on_a_shared_device_after_half_an_hour_of_silence(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        var own = (await house.TryAsync("aino.makela")).Secret;
        var shared = await house.TryAsync("aino.makela", shared: true);
        Assert.Null(shared.Device);

        house.Clock.Move(TimeSpan.FromMinutes(29));
        Assert.Equal(aino, await house.WhoAsync(shared.Secret));
        house.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Null(await house.WhoAsync(shared.Secret));
        Assert.Equal(aino, await house.WhoAsync(own));

        house.Clock.Move(TimeSpan.FromHours(11.6));
        Assert.Null(await house.WhoAsync(own));
        await house.RunJobsAsync();
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Session>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Use_keeps_a_shared_device_awake(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        var secret = (await house.TryAsync("aino.makela", shared: true)).Secret!;

        house.Clock.Move(TimeSpan.FromMinutes(20));
        var row = await house.InAsync((DoorQueries d) => d.SessionAsync(Secrets.Hash(secret)));
        await house.InAsync(async (Touches t) =>
        {
            t.Seen(row!);
            Assert.Equal(1, await t.WriteAsync(default));
        });

        house.Clock.Move(TimeSpan.FromMinutes(20));
        Assert.Equal(aino, await house.WhoAsync(secret));
        house.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.Null(await house.WhoAsync(secret));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_person_is_out_at_the_tick_when_the_last_assignment_ends_or_the_account_is_cut(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        await house.AccountAsync(aino, "aino.makela");
        await house.AccountAsync(kai, "kai.virta");
        var (hers, his) = ((await house.TryAsync("aino.makela")).Secret, (await house.TryAsync("kai.virta")).Secret);

        await EndAsync(house, aino);
        Assert.Null(await house.WhoAsync(hers));

        Assert.Equal(kai, await house.WhoAsync(his));
        await house.InAsync((AccountActions a) => a.CutAsync(kai, Actor.House("test")));
        Assert.Null(await house.WhoAsync(his));
        Assert.Equal(422, (await house.TryAsync("kai.virta")).Status);
        await house.InAsync((AccountActions a) => a.RestoreAsync(kai, Actor.House("test")));
        Assert.Equal(303, (await house.TryAsync("kai.virta")).Status);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_door_asks_the_database_once(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");
        var secret = (await house.TryAsync("aino.makela")).Secret;
        await house.WhoAsync(secret);

        Assert.Equal(1, await house.Statements.DuringAsync(() => house.WhoAsync(secret)));

        var watch = Stopwatch.StartNew();
        const int times = 500;
        await house.InAsync(async (DoorQueries door) =>
        {
            for (var i = 0; i < times; i++) await door.SessionAsync(Secrets.Hash(secret!));
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{database}: {watch.Elapsed.TotalMicroseconds / times:0} µs a look");
    }

    private static Task EndAsync(TestHouse house, PersonId person) => house.WriteAsync(db =>
        db.Set<Register.Assignment>().Where(a => a.Person == person)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastDay, Helsinki.Day(house.Now).AddDays(-1)).SetProperty(x => x.UntilUtc, Helsinki.StartOf(Helsinki.Day(house.Now)))));
}
