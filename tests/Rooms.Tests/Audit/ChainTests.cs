using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Privacy;

namespace Tupa.Tests;

/// <summary>The log is sealed into a chain (DESIGN, law 13): whatever is done to it behind the back of the house is found, and what the house itself lets go of is not.</summary>
public sealed class ChainTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_was_noted_is_sealed_once_in_a_chain_that_verifies_and_goes_on(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        Assert.Equal((0L, 0L), Numbers(await house.VerifyAsync()));
        await house.NoteAsync(7);
        Assert.Equal(await CountAsync(house), (int)(await house.VerifyAsync()).Waiting);

        var (rows, seals) = await house.SealAsync();
        Assert.Equal((await CountAsync(house), 1), (rows, seals));
        Assert.Equal((0, 0), await house.SealAsync());
        await house.NoteAsync(3);
        await house.SealAsync();

        var report = await house.VerifyAsync();
        Assert.True(report.Holds, $"{report.Fault}");
        Assert.Equal((await CountAsync(house), 2L), Numbers(report));
        Assert.Equal(Enumerable.Range(1, (int)report.Rows).Select(n => (long)n), (await house.LinksAsync()).Select(l => l.Number));
        Assert.Equal(3, File.ReadAllLines(house.Heads()).Length);
        Assert.DoesNotContain("Mäkelä", File.ReadAllText(house.Heads()), StringComparison.Ordinal);

        // Only what has come since, and when that was.
        await house.NoteAsync(2);
        await house.SealAsync();
        var since = await house.VerifyAsync(whole: false);
        Assert.Equal((3L, 1L), (since.From, since.Seals));
        var last = await house.InAsync((AuditChain chain) => chain.LastAsync());
        Assert.Equal((ChainFaultKind.None, false, since.Rows), (last!.Fault, last.Whole, last.Rows));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_an_entry_knows_of_its_circumstances_is_noted(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.EmpowerAsync(aino, Register.AuthorityKind.SecurityOfficer);
        await house.NoteAsync(aino, "test.deed.done");

        var entry = await EntryAsync(house, "test.deed.done");
        Assert.Equal(("Staff", "SecurityOfficer", WayIn.Page, "192.0.2.17"), (entry.Population, entry.Authority, entry.Way, entry.Address));
        Assert.Equal(10, entry.Reference.Length);
        Assert.True(ErasableValue.Holds(entry.Address, entry.AddressSalt, entry.AddressDigest));
        Assert.False(ErasableValue.Holds("192.0.2.18", entry.AddressSalt, entry.AddressDigest));

        // What a job does comes from nowhere.
        await house.WriteAsync(_ => Task.CompletedTask);
        await house.InAsync(async (Writing writing) => await writing.RunAsync(() => Task.FromResult(true)));
        await using (var scope = house.Services.CreateAsyncScope())
        {
            var audit = scope.ServiceProvider.GetRequiredService<AuditLog>();
            await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(() =>
            {
                audit.Write(Actor.House("test.job"), "test.job.done");
                return Task.FromResult(true);
            });
        }

        var job = await EntryAsync(house, "test.job.done");
        Assert.Equal((null, null, WayIn.Job, null), (job.Population, job.Authority, job.Way, job.Address));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Erasing_a_person_and_the_age_of_addresses_leave_the_chain_whole(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (_, borje) = await house.NoteAsync(6);
        await house.SealAsync();
        await house.EndedLongAgoAsync(borje);
        await house.NightAsync();
        await house.SealAsync();

        Assert.True((await house.VerifyAsync()).Holds);
        Assert.False(await house.ReadAsync(db => db.Set<AliasRow>().AnyAsync(a => a.Person == borje)));
        var entries = await house.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().Where(e => e.Deed.CompareTo("test.deed.") > 0 && e.Deed.CompareTo("test.deee") < 0).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([false, false, true, false, true, false], entries.Select(e => e.Address is not null));
        Assert.All(entries, e => Assert.NotNull(e.AddressDigest));

        // Whatever is left of addresses goes after 90 days.
        house.Clock.Move(TimeSpan.FromDays(AddressSweep.Days + 2));
        Assert.Equal(2, (await house.InAsync((AddressSweep sweep) => sweep.RunAsync(default))).Changed);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Address != null || e.AddressSalt != null)));
        Assert.Equal(new JobReport(), await house.InAsync((AddressSweep sweep) => sweep.RunAsync(default)));
        Assert.True((await house.VerifyAsync()).Holds);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Rows_go_when_their_time_is_over_by_class_and_the_chain_holds_and_only_then(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, borje) = await house.NoteAsync(4);
        await house.NoteAsync(aino, "test.power.used", standing: new("Staff", "Operator"));
        var room = await house.Town.SpaceAsync("Salassa", Spaces.Confidentiality.Confidential, aino);
        await house.NoteAsync(borje, "test.secret.seen", space: room.Id.Value);
        await house.SealAsync();
        Assert.Equal(2, (await house.VerifyAsync()).Seals);

        // Two years for what is common, on the day after the last one that is still kept.
        var day = house.Clock.Today();
        house.Clock.StopAt(Helsinki.EndOf(day.AddYears(2)).AddSeconds(-1));
        Assert.Equal(0, (await SweepAsync(house)).Changed);
        house.Clock.StopAt(Helsinki.EndOf(day.AddYears(2)));
        var gone = (await SweepAsync(house)).Changed;
        Assert.True(gone >= 4);
        Assert.Equal(0, (await SweepAsync(house)).Changed);
        await house.SealAsync();
        var report = await house.VerifyAsync();
        Assert.True(report.Holds, $"{report.Fault}");
        Assert.Equal(gone, report.Gone);
        Assert.Equal(["test.power.used", "test.secret.seen"], (await house.AuditedAsync()).Where(d => d.StartsWith("test.", StringComparison.Ordinal)));

        // A seal whose rows are gone before their time is no seal of which the file says so.
        await house.WriteAsync(async db =>
        {
            var seal = await db.Set<ChainSeal>().AsNoTracking().SingleAsync(s => s.Class == LogClass.Administration);
            var links = db.Set<ChainLink>().Where(l => l.Number >= seal.First && l.Number <= seal.Last);
            await db.Set<AuditEntry>().Where(e => links.Any(l => l.Entry == e.Id)).ExecuteDeleteAsync();
            await links.ExecuteDeleteAsync();
        });
        Assert.Equal(ChainFaultKind.Missing, (await house.FaultAsync()).Kind);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_legal_hold_keeps_what_was_sealed_with_the_held(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, _) = await house.NoteAsync(4);
        await house.SealAsync();
        house.Clock.Move(TimeSpan.FromDays(800));
        await house.WriteAsync(db =>
        {
            db.Add(new LegalHold { Id = LegalHoldId.New(), Person = aino, Reason = "Selvitys", PlacedAt = house.Now, LastDay = house.Clock.Today(), UntilUtc = house.Now.AddHours(1) });
            return Task.CompletedTask;
        });

        Assert.Equal(0, (await SweepAsync(house)).Changed);
        Assert.True((await house.VerifyAsync()).Holds);
        house.Clock.Move(TimeSpan.FromHours(2));
        Assert.NotEqual(0, (await SweepAsync(house)).Changed);
        Assert.True((await house.VerifyAsync()).Holds);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_night_verifies_what_is_new_and_a_fault_is_a_failed_run(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.NoteAsync(3);
        await house.SealAsync();
        Assert.Equal(0, (await NightAsync(house)).Failed);
        Assert.Equal(new JobReport(), await NightAsync(house));

        var links = await house.LinksAsync();
        await house.WriteAsync(db => db.Set<AuditEntry>().Where(e => e.Id == links[1].Entry).ExecuteUpdateAsync(set => set.SetProperty(e => e.Count, 8)));
        house.Clock.Move(TimeSpan.FromDays(8));
        await house.VerifyAsync();
        house.Clock.Move(TimeSpan.FromHours(31));
        Assert.Equal(1, (await NightAsync(house)).Failed);
    }

    private static Task<JobReport> NightAsync(TestHouse house) => house.InAsync((ChainNight night) => night.RunAsync(default));

    private static Task<JobReport> SweepAsync(TestHouse house) => house.InAsync((LogSweep sweep) => sweep.RunAsync(default));

    private static (long, long) Numbers(ChainReport report) => (report.Rows, report.Seals);

    private static Task<int> CountAsync(TestHouse house) => house.ReadAsync(db => db.Set<AuditEntry>().CountAsync());

    private static Task<AuditEntry> EntryAsync(TestHouse house, string deed) => house.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().SingleAsync(e => e.Deed == deed));
}
