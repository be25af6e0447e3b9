using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class YearChangeTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_approved_plan_is_applied_on_its_day_and_nobody_who_goes_on_is_without_access_meanwhile(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var before = await town.Feeds.StateAsync();
        var (seventh, going) = (await town.ClassAsync("7B"), await town.PersonAsync("p05"));
        await town.House.OpenSessionAsync(going);

        var change = await town.PlanAsync(town.Next());

        Assert.Equal(YearState.Waiting, await town.StateAsync(change));
        Assert.Equal(before, await town.Feeds.StateAsync());
        Assert.Empty(Directory.GetFiles(Path.Combine(town.House.Folder, "blobs", "incoming", "feeds")));
        var (own, other) = (await TallyAsync(town, change)) is var schools ? (schools[0], schools[1]) : default;
        Assert.Equal(("Salmen koulu", "Strandens skola"), (own.NameFi, other.NameFi));
        Assert.Equal((4, 5, 1, 18, 1), (own.Of(YearMove.Arrives), own.Of(YearMove.Leaves), own.Of(YearMove.MovesClass), own.Of(YearMove.MovesUp), own.Away));
        Assert.Equal((1, 10), (other.Of(YearMove.MovesSchool), other.Of(YearMove.MovesUp)));
        Assert.Equal((1, 1), (own.Of(YearMove.StaffGroups), own.Of(YearMove.StaffLeaves)));
        Assert.Equal((3, 1, 1), (own.Of(GroupChange.New), own.Of(GroupChange.Renamed), own.Of(GroupChange.Ended)));
        Assert.Equal((0, 1, 0), (other.Of(GroupChange.New), other.Of(GroupChange.Renamed), other.Of(GroupChange.Ended)));

        // Who sent it does not approve it, and whoever does says why: six of thirty-seven end.
        Assert.Equal(YearText.SecondPerson, (await town.ApproveAsync(change, by: town.Sender))!.Reason);
        Assert.Equal(YearText.NoReason, (await town.ApproveAsync(change, reason: " "))!.Reason);
        Assert.Equal(YearText.WrongDay, (await town.ApproveAsync(change, day: town.Feeds.Today.AddDays(-1)))!.Reason);
        Assert.Null(await town.ApproveAsync(change));
        await town.WorkAsync();

        // Last year's roles ran out at midnight; the scheduler is late.
        town.Come();
        Assert.Equal(YearState.Approved, await town.StateAsync(change));
        Assert.Equal("7B, Luokan tila", await town.InAsync("p05"));
        Assert.Equal("", await town.InAsync("n00"));
        await town.House.InAsync((AccountEnds ends) => ends.RunAsync(default));

        await town.WorkAsync();
        Assert.Equal(YearState.Applied, await town.StateAsync(change));
        Assert.Equal(seventh, await town.ClassAsync("8B"));
        Assert.Equal("8B, Luokan tila", await town.InAsync("p05"));
        Assert.Equal("8C", await town.InAsync("p00"));
        Assert.Equal("8X", await town.InAsync("p01"));
        Assert.Equal("8B, Luokan tila, Ranska 2", await town.InAsync("ope1"));
        Assert.Equal("", await town.InAsync("ope2"));
        Assert.Empty(await town.Feeds.AssignmentsAsync(await town.PersonAsync("n00")));
        var role = Assert.Single(await town.Feeds.AssignmentsAsync(await town.PersonAsync("p05")));
        Assert.Equal((town.Day, town.Day.AddDays(300)), (role.FirstDay, role.LastDay));
        Assert.Equal(0, await town.KeptAsync());
        Assert.Equal(1, await town.House.ReadAsync(db => db.Set<Session>().CountAsync(s => s.Person == going)));
        Assert.Equal("oppilas.p05", await town.House.ReadAsync(db => db.Set<CardB>().Where(c => c.Person == going).Select(c => c.UserId).SingleAsync()));

        // Those who left have their end as others have, and it is not the day of those who stay.
        Assert.True(await UsedUntilAsync(town, "n00") <= town.House.Now);
        Assert.Equal(Helsinki.EndOf(town.Day.AddDays(300)), await UsedUntilAsync(town, "p05"));
        var audited = await town.House.AuditedAsync();
        Assert.Equal(["received", "laidout", "approve refused", "approve refused", "approve refused", "approved", "begun", "applied"],
            audited.Where(a => a.StartsWith("register.year.", StringComparison.Ordinal)).Select(a => a["register.year.".Length..]));

        // A new pupil is here from the first day of school on.
        Assert.Equal("", await town.InAsync("u03"));
        town.Come(town.Day.AddDays(10));
        Assert.Equal("7B", await town.InAsync("u03"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_same_delivery_again_changes_nothing_as_an_ordinary_one_or_as_a_change(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        Assert.Null(await town.ApproveAsync(await town.PlanAsync(town.Next())));
        town.Come();
        await town.WorkAsync();
        var applied = await town.Feeds.StateAsync();

        Assert.Equal(BatchState.Applied, (await town.Feeds.ImportAsync(town.Next(), Source.Schools, YearTown.Feed)).State);
        Assert.Equal(applied, await town.Feeds.StateAsync());

        var again = await town.PlanAsync(town.Next(), day: town.Feeds.Today);
        Assert.Empty(await TallyAsync(town, again));
        Assert.Null(await town.ApproveAsync(again, day: town.Feeds.Today, reason: null, by: town.Sender));
        await town.WorkAsync();
        Assert.Equal(YearState.Applied, await town.StateAsync(again));
        Assert.Equal(applied, await town.Feeds.StateAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_rehearsal_may_be_repeated_and_sees_what_has_happened_since(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var change = await town.PlanAsync(town.Next());
        var (first, plan) = (await TallyAsync(town, change), (await town.ChangeAsync(change)).Plan!.Value);

        for (var i = 0; i < 3; i++)
        {
            Assert.Null(await town.House.InAsync((YearActions years) => years.RehearseAsync(change, town.Sender)));
            await town.WorkAsync();
            Assert.Equal(YearTally.Write(first), YearTally.Write(await TallyAsync(town, change)));
        }

        // What was looked at is not what would be approved.
        Assert.Equal(YearText.LaidOutAnew, (await town.House.InAsync((YearActions years) => years.ApproveAsync(change, plan, town.Day, "Hyvä", town.Second)))!.Reason);

        var last = town.Last();
        await town.Feeds.ImportAsync(last with { People = [.. last.People.Where(p => p.Key is not "n00")] }, Source.Schools, YearTown.Feed);
        Assert.Null(await town.House.InAsync((YearActions years) => years.RehearseAsync(change, town.Sender)));
        await town.WorkAsync();
        Assert.Equal(4, (await TallyAsync(town, change))[0].Of(YearMove.Leaves));
        Assert.Single(await town.House.ReadAsync(db => db.Set<Staged>().Select(s => s.Batch).Distinct().ToListAsync()));

        var (tried, before) = (await town.PlanAsync(town.Next(), dryRun: true), await town.House.ReadAsync(db => db.Set<YearContent>().Select(c => c.Change).Distinct().ToListAsync()));
        Assert.Equal(YearState.Tried, await town.StateAsync(tried));
        Assert.Equal([change], before);
        Assert.Equal(YearState.Waiting, await town.StateAsync(change));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_that_is_withdrawn_never_happens_and_the_old_ends_come_back(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var before = await town.Feeds.StateAsync();
        var change = await town.PlanAsync(town.Next());
        Assert.Null(await town.ApproveAsync(change));
        await town.WorkAsync();
        Assert.NotEqual(before, await town.Feeds.StateAsync());
        Assert.Equal(YearText.NotWaiting, (await town.House.InAsync((YearActions years) => years.RehearseAsync(change, town.Sender)))!.Reason);

        Assert.Null(await town.House.InAsync((YearActions years) => years.WithdrawAsync(change, "Koulut vaihtuvat vielä", town.Sender)));

        Assert.Equal(YearState.Withdrawn, await town.StateAsync(change));
        Assert.Equal(before, await town.Feeds.StateAsync());
        Assert.Equal(0, await town.KeptAsync());
        town.Come();
        await town.WorkAsync();
        Assert.Equal("", await town.InAsync("p05"));
        Assert.Equal(YearState.Withdrawn, await town.StateAsync(change));
        Assert.Null(await town.WithdrawAsync(change));
        Assert.Equal(YearText.TooLate, (await town.WithdrawAsync(change, by: town.Second))!.Reason);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_withdrawn_after_the_old_ends_ends_at_once(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var change = await town.PlanAsync(town.Next(), day: town.Day.AddDays(5));
        Assert.Null(await town.ApproveAsync(change, day: town.Day.AddDays(5)));
        await town.WorkAsync();
        town.Come();
        Assert.Equal("7B, Luokan tila", await town.InAsync("p05"));

        Assert.Null(await town.House.InAsync((YearActions years) => years.WithdrawAsync(change, null, town.Second)));

        Assert.Equal("", await town.InAsync("p05"));
        Assert.Equal(0, await town.KeptAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_newer_delivery_takes_the_place_of_one_that_waits_and_of_an_approved_one_when_it_is_approved_itself(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var waiting = await town.PlanAsync(town.Next());
        town.House.Clock.Move(TimeSpan.FromMinutes(1));
        var approved = await town.PlanAsync(town.Next());
        Assert.Equal(YearState.Replaced, await town.StateAsync(waiting));
        Assert.Null(await town.ApproveAsync(approved));
        await town.WorkAsync();

        // p05 leaves after all: the bridge over the summer is taken down again.
        town.House.Clock.Move(TimeSpan.FromMinutes(1));
        var next = town.Next();
        var newest = await town.PlanAsync(next with { People = [.. next.People.Where(p => p.Key is not "p05")] });
        Assert.Equal((YearState.Approved, YearState.Waiting), (await town.StateAsync(approved), await town.StateAsync(newest)));
        Assert.Null(await town.ApproveAsync(newest));
        await town.WorkAsync();
        Assert.Equal((YearState.Replaced, YearState.Approved), (await town.StateAsync(approved), await town.StateAsync(newest)));

        town.Come();
        Assert.Equal(("", "7B, Luokan tila"), (await town.InAsync("p05"), await town.InAsync("p06")));
        await town.WorkAsync();
        Assert.Equal(YearState.Applied, await town.StateAsync(newest));
        Assert.Equal(("", "8B, Luokan tila"), (await town.InAsync("p05"), await town.InAsync("p06")));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_the_source_has_said_since_counts_for_more_than_the_older_change(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var change = await town.PlanAsync(town.Next());
        Assert.Null(await town.ApproveAsync(change));
        await town.WorkAsync();

        // In the summer one has left, one has come, and one is called otherwise.
        town.House.Clock.Move(TimeSpan.FromDays(2));
        var last = town.Last();
        var summer = last with
        {
            People = [.. last.People.Where(p => p.Key is not "p07").Select(p => p.Key is "p08" ? p with { FamilyName = "Uusisuku" } : p), town.Pupil("y00", "7B", "c7") with { Assignments = [town.Pupil("y00", "7B", "c7").Assignments[0] with { LastDay = Helsinki.Open }] }],
        };
        Assert.Equal(BatchState.Applied, (await town.Feeds.ImportAsync(summer, Source.Schools, YearTown.Feed)).State);
        await town.WorkAsync();

        town.Come();
        await town.WorkAsync();
        Assert.Equal(YearState.Applied, await town.StateAsync(change));
        Assert.Equal(RecordState.Ended, (await town.Feeds.RecordAsync("p07", Source.Schools)).State);
        Assert.Equal("", await town.InAsync("p07"));
        Assert.Equal("8B, Luokan tila", await town.InAsync("y00"));
        var renamed = await town.PersonAsync("p08");
        Assert.Equal(("Uusisuku", "8B"), await town.House.ReadAsync(db => db.Set<CardB>().Where(c => c.Person == renamed).Select(c => new ValueTuple<string, string?>(c.FamilyName, c.ClassName)).SingleAsync()));
        Assert.Equal("8B, Luokan tila", await town.InAsync("p08"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_plan_that_has_become_another_waits_for_a_person_and_says_what_is_new(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var change = await town.PlanAsync(town.Next());
        Assert.Null(await town.ApproveAsync(change));
        await town.WorkAsync();

        // Meanwhile all of 7B has been put into another class of this year.
        var last = town.Last();
        await town.Feeds.ImportAsync(last with
        {
            People = [.. last.People.Select(p => p.Key.StartsWith('p') ? town.Pupil(p.Key, "7D", "c7d") : p)],
            Groups = [.. last.Groups, YearTown.Class("c7d", "7D")],
        }, Source.Schools, YearTown.Feed);
        await town.WorkAsync();
        town.Come();
        await town.WorkAsync();

        Assert.Equal(YearState.Waiting, await town.StateAsync(change));
        Assert.Contains("register.year.braked", await town.House.AuditedAsync());
        var drift = YearDrift.Read((await town.ChangeAsync(change)).Drift)!;
        Assert.Equal((0, 18), (drift.Leaving, drift.Other));
        Assert.Equal(18, await town.House.ReadAsync(db => db.Set<Staged>().CountAsync(s => s.Unseen && s.Move == YearMove.MovesClass)));
        Assert.NotNull((await town.ChangeAsync(change)).Plan);

        // A person has looked again, and then it is done at once: its day has come.
        Assert.Null(await town.ApproveAsync(change, day: town.Feeds.Today));
        await town.WorkAsync();
        Assert.Equal(YearState.Applied, await town.StateAsync(change));
        Assert.Equal("8B, Luokan tila", await town.InAsync("p05"));
        Assert.Equal(0, await town.KeptAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_was_said_is_kept_until_the_day_and_lapses_a_week_after_it(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var change = await town.PlanAsync(town.Next());
        for (var day = 0; day < 25; day += 5)
        {
            town.House.Clock.Move(TimeSpan.FromDays(5));
            await town.House.InAsync((FeedSweep sweep) => sweep.RunAsync(default));
            await town.WorkAsync();
            Assert.Equal(YearState.Waiting, await town.StateAsync(change));
            Assert.True(await town.House.ReadAsync(db => db.Set<Staged>().AnyAsync()));
        }

        town.Come(town.Day.AddDays(YearChange.Patience + 1));
        await town.WorkAsync();
        Assert.Equal(YearState.Lapsed, await town.StateAsync(change));
        Assert.Equal(0, await town.KeptAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Changes_are_no_ordinary_deliveries_and_what_is_not_whole_is_none(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var change = await town.PlanAsync(town.Next());
        var run = (await town.ChangeAsync(change)).Run;

        // An ordinary delivery does not put it aside, nor can it be applied as one.
        await town.Feeds.ImportAsync(town.Last(), Source.Schools, YearTown.Feed);
        Assert.Equal(YearState.Waiting, await town.StateAsync(change));
        Assert.Equal(FeedText.NotWaiting, (await town.House.InAsync((FeedActions feeds) => feeds.ApproveAsync(run, "Hyvä", town.Second)))!.Reason);

        var delta = await town.PlanAsync(town.Next() with { Whole = false });
        Assert.Equal(YearState.Refused, await town.StateAsync(delta));
        Assert.Equal(YearState.Waiting, await town.StateAsync(change));
        Assert.Equal(YearState.Refused, await town.StateAsync(await town.PlanAsync(town.Next() with { WrongLine = 4 })));

        var stranger = await town.Feeds.StewardAsync("Kai Virta", Source.Ldap);
        Assert.Equal(Refusal.Absent, await town.ApproveAsync(change, by: stranger));
        Assert.Equal(Refusal.Absent, await town.House.InAsync((YearActions years) => years.WithdrawAsync(change, null, stranger)));
        Assert.Equal(Refusal.Absent, await town.House.InAsync((YearActions years) => years.RehearseAsync(change, stranger)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Erasure_knows_what_is_kept_of_somebody_until_the_day(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var change = await town.PlanAsync(town.Next());
        Assert.Null(await town.ApproveAsync(change));
        await town.WorkAsync();
        var person = await town.PersonAsync("p05");

        var rows = await town.House.InAsync(async (IEnumerable<IPersonalData> all) => await all.OfType<RegisterPersonalData>().Single().ExportAsync(person, default).ToListAsync());
        Assert.Contains(rows, r => r.Table == "register_year_contents" && r.Values["payload"]!.Contains("Sukup05", StringComparison.Ordinal));
        await EraseAsync(town, person);
        Assert.False(await town.House.ReadAsync(db => db.Set<YearContent>().AnyAsync(c => c.Key == "p05")));

        // Who sent it and who approved it go too, and the change stays.
        await EraseAsync(town, town.Second.Person!.Value);
        Assert.Equal((null, null), (await town.ChangeAsync(change)) is var one ? (one.DecidedBy, one.Reason) : default);

        town.Come();
        await town.WorkAsync();
        Assert.Equal(YearState.Applied, await town.StateAsync(change));
        Assert.False(await town.House.ReadAsync(db => db.Set<SourceRecord>().AnyAsync(r => r.Key == "p05")));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_house_that_stood_still_on_the_day_catches_up_when_it_is_opened(string database)
    {
        await using var town = await YearTown.OpenAsync(database, daysAhead: 1);
        var change = await town.PlanAsync(town.Next());
        Assert.Null(await town.ApproveAsync(change));
        await town.WorkAsync();

        // Another process, days later; it has no reader of this format, and needs none.
        await using var house = await TupaProcess.ServeAsync(Place.Of(town.House).Later(TimeSpan.FromDays(3)));
        for (var i = 0; i < 600 && await town.StateAsync(change) != YearState.Applied; i++) await Task.Delay(100);

        Assert.Equal(YearState.Applied, await town.StateAsync(change));
        Assert.Equal("8B", await town.House.ReadAsync(db => db.Set<CardB>().Where(c => c.UserId == "oppilas.p05").Select(c => c.ClassName).SingleAsync()));
    }

    /// <summary>As erasure does: the higher rooms first, the register last.</summary>
    private static Task EraseAsync(YearTown town, PersonId person) => town.House.InAsync((IServiceProvider services) => services.GetRequiredService<Writing>().RunAsync(async () =>
    {
        foreach (var room in services.GetServices<IPersonalData>().OrderBy(r => r is RegisterPersonalData)) await room.EraseAsync(person, default);
        return true;
    }));

    private static Task<IReadOnlyList<SchoolTally>> TallyAsync(YearTown town, YearChangeId change) => town.House.InAsync((YearQueries years) => years.TallyAsync(change));

    private static async Task<DateTime> UsedUntilAsync(YearTown town, string key)
    {
        var person = await town.PersonAsync(key);
        return await town.House.ReadAsync(db => db.Set<Person>().Where(p => p.Id == person).Select(p => p.UsedUntil).SingleAsync());
    }
}
