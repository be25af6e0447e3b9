using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Sealing goes on from wherever it was stopped, on however many nodes, and after a database was put back once an operator has said so.</summary>
public sealed class SealingTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Killed_between_the_commit_and_the_file_it_goes_on_and_nothing_is_sealed_twice(string database)
    {
        var failing = false;
        await using var house = await TestHouse.OpenAsync(database, more: services => services.AddSingleton(p => new HeadsFile(
            p.GetRequiredService<HeadsPlace>(), p.GetRequiredService<HouseKeys>(), new Disk(_ => failing ? -1 : 0))));
        await house.NoteAsync(3);
        await house.SealAsync();

        failing = true;
        await house.NoteAsync(3);
        await Assert.ThrowsAsync<IOException>(() => house.SealAsync());
        var sealedRows = (await house.LinksAsync()).Count;

        // A power cut tears what was being written.
        var lines = File.ReadAllLines(house.Heads());
        await File.WriteAllTextAsync(house.Heads(), $"{lines[0]}\n{lines[1]}\nseal 2 9");
        failing = false;
        await house.SealAsync();
        Assert.Equal(sealedRows, (await house.LinksAsync()).Count);
        Assert.Equal(3, File.ReadAllLines(house.Heads()).Length);
        Assert.True((await house.VerifyAsync()).Holds);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_head_that_has_long_not_been_written_is_no_head_that_agrees(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        for (var i = 0; i < 2; i++)
        {
            await house.NoteAsync(2);
            await house.SealAsync();
        }

        await File.WriteAllLinesAsync(house.Heads(), File.ReadAllLines(house.Heads())[..^1]);
        Assert.True((await house.VerifyAsync()).Holds);
        house.Clock.Move(TimeSpan.FromHours(3));
        Assert.Equal(ChainFaultKind.HeadDisagrees, (await house.FaultAsync()).Kind);
        await house.SealAsync();
        Assert.True((await house.VerifyAsync()).Holds);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Many_at_once_make_one_chain_in_which_each_stands_once(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.NoteAsync(40);
        var rows = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var done = 0;
            for (var i = 0; i < 5; i++)
            {
                done += (await house.SealAsync()).Rows;
                await house.WriteAsync(async db => db.Add(Entry(house.Now)));
            }

            return done;
        })));
        var last = (await house.SealAsync()).Rows;

        var all = await house.ReadAsync(db => db.Set<AuditEntry>().CountAsync());
        Assert.Equal(all, rows.Sum() + last);
        var report = await house.VerifyAsync();
        Assert.True(report.Holds, $"{report.Fault}");
        Assert.Equal((all, 0L), ((int)report.Rows, report.Waiting));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task More_than_one_writing_holds_is_sealed_in_many_and_none_of_them_is_long(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.WriteAsync(async db => await house.Services.GetRequiredService<IBulk>().InsertAsync(db, Enumerable.Range(0, Sealing.AtATime * 2 + 10).Select(_ => Entry(house.Now)), default));

        var (rows, seals) = await house.SealAsync();
        Assert.Equal((Sealing.AtATime * 2 + 10, 3), (rows, seals));
        Assert.True((await house.VerifyAsync()).Holds);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_committed_late_is_in_the_next_seal(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var late = Entry(house.Now);
        await house.NoteAsync(3);
        await house.SealAsync();
        await house.WriteAsync(db =>
        {
            db.Add(late);
            return Task.CompletedTask;
        });

        Assert.Equal((1, 1), await house.SealAsync());
        Assert.Equal(late.Id, (await house.LinksAsync())[^1].Entry);
        Assert.True((await house.VerifyAsync()).Holds);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_database_that_was_put_back_is_told_and_goes_on_once_an_operator_has_said_so(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        for (var i = 0; i < 2; i++)
        {
            await house.NoteAsync(2);
            await house.SealAsync();
        }

        await house.WriteAsync(async db =>
        {
            var seal = await db.Set<ChainSeal>().AsNoTracking().SingleAsync(s => s.Number == 2);
            var links = db.Set<ChainLink>().Where(l => l.Number >= seal.First);
            await db.Set<AuditEntry>().Where(e => links.Any(l => l.Entry == e.Id)).ExecuteDeleteAsync();
            await links.ExecuteDeleteAsync();
            await db.Set<ChainSeal>().Where(s => s.Number == 2).ExecuteDeleteAsync();
        });
        await house.NoteAsync(2);

        var fault = await house.FaultAsync();
        Assert.Equal((ChainFaultKind.SealMissing, 2L), (fault.Kind, fault.Seal));
        await Assert.ThrowsAsync<ChainException>(() => house.SealAsync());
        Assert.False(await house.InAsync((AuditChain chain) => chain.AgreesAsync()));

        Assert.Equal(1, await house.InAsync((AuditChain chain) => chain.AcceptAsync()));
        Assert.Equal(1, (await house.SealAsync()).Seals);
        var report = await house.VerifyAsync();
        Assert.True(report.Holds, $"{report.Fault}");
        Assert.Equal((3L, 1L), (report.Last, report.Left));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_file_of_heads_that_is_lost_is_told_and_begun_anew_once_an_operator_has_said_so(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.NoteAsync(2);
        await house.SealAsync();
        File.Delete(house.Heads());

        Assert.Equal(ChainFaultKind.HeadsBroken, (await house.FaultAsync()).Kind);
        await house.NoteAsync(2);
        await Assert.ThrowsAsync<ChainException>(() => house.SealAsync());
        await house.InAsync((AuditChain chain) => chain.AcceptAsync());
        await house.SealAsync();
        Assert.True((await house.VerifyAsync()).Holds);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_command_says_what_it_found_beside_a_house_at_work(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        await house.NoteAsync(3);
        await house.SealAsync();
        var (code, said, complained) = await TupaProcess.RunAsync(Place.Of(house), ["audit", "verify"]);
        Assert.True(code == 0, said + complained);
        Assert.Matches("rows in 1 seals, .* … .*; the head agrees with the file", said);

        var links = await house.LinksAsync();
        await house.WriteAsync(db => db.Set<AuditEntry>().Where(e => e.Id == links[1].Entry).ExecuteUpdateAsync(set => set.SetProperty(e => e.Count, 8)));
        (code, said, complained) = await TupaProcess.RunAsync(Place.Of(house), ["audit", "verify"]);
        Assert.Equal(1, code);
        Assert.Contains($"Row 2 ({links[1].Entry}", complained, StringComparison.Ordinal);
        Assert.Contains("was changed", complained, StringComparison.Ordinal);
        Assert.Equal(ChainFaultKind.Changed, (await house.InAsync((AuditChain chain) => chain.LastAsync()))!.Fault);
    }

    private static AuditEntry Entry(DateTime at) => new()
    {
        Id = Guid.CreateVersion7(),
        At = Instants.Whole(at),
        ByName = "test",
        Deed = "test.row.put",
        Outcome = AuditOutcome.Done,
        Way = WayIn.Job,
        Reference = "0123456789",
    };
}
