using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Server;

namespace Tupa.Bench;

/// <summary>What the audit log costs: a write and a view with it and without it, in one run; sealing beside a house at work; and how fast the chain is verified.</summary>
internal sealed class AuditRound(Settings settings, int rows)
{
    private const int AtOnce = 8;
    private const int Each = 100;
    private const int InOne = 20_000;
    private const double LongestHold = 250;

    public static async Task<int> RunAsync(BenchOrder order, int rows, CancellationToken stop)
    {
        var own = order with { HouseName = $"audit-{order.Database}" };
        if (Directory.Exists(own.HouseFolder)) Directory.Delete(own.HouseFolder, recursive: true);
        Directory.CreateDirectory(own.HouseFolder);
        await using var postgres = own.Postgres ? await PostgresServer.StartAsync(own.HouseFolder, stop) : null;
        var round = new AuditRound(Settings.Read([new("Tupa:Folder", own.HouseFolder), new("Tupa:Database", postgres?.Address ?? "")]), rows);
        await round.AllAsync(stop);
        return 0;
    }

    private async Task AllAsync(CancellationToken stop)
    {
        await using var services = Composition.Services(settings).BuildServiceProvider();
        await InAsync(services, async scope =>
        {
            await scope.GetRequiredService<Opening>().RunAsync(stop);
            return true;
        });
        var person = await PersonAsync(services, stop);
        var silent = Composition.Services(settings);
        silent.RemoveAll<IWritingEnd>();
        await using var without = silent.BuildServiceProvider();

        // Once before, unmeasured, and then in turns, so that neither has the warmer machine.
        var (deeds, views) = (new List<(double With, double Without)>(), new List<(double With, double Without)>());
        for (var i = 0; i < 3; i++)
        {
            var (deed, view) = ((await TimeAsync(services, person, DeedAsync, stop), await TimeAsync(without, person, DeedAsync, stop)), (await TimeAsync(services, person, ViewAsync, stop), await TimeAsync(without, person, ViewAsync, stop)));
            if (i == 0) continue;
            deeds.Add(deed);
            views.Add(view);
        }

        Tell("a write", deeds);
        Tell("a view", views);
        await FillAsync(services, stop);
        await SealAsync(services, stop);
        await VerifyAsync(services, stop);
    }

    private static void Tell(string what, List<(double With, double Without)> times)
    {
        var (with, without) = (times.Average(t => t.With), times.Average(t => t.Without));
        Round.Say(string.Create(CultureInfo.InvariantCulture, $"{what}: {with:0.000} ms with the audit, {without:0.000} ms without, ratio {with / without:0.00}"));
    }

    /// <summary>Milliseconds of each, eight at once.</summary>
    private static async Task<double> TimeAsync(ServiceProvider services, PersonId person, Func<IServiceProvider, PersonId, CancellationToken, Task<bool>> work, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await InAsync(services, async scope =>
                {
                    var whence = scope.GetRequiredService<Whence>();
                    whence.From(WayIn.Page, "192.0.2.17");
                    whence.Asks(person, new("Staff", null));
                    return await work(scope, person, stop);
                });
            }
        }, stop)));
        return watch.Elapsed.TotalMilliseconds / (AtOnce * Each);
    }

    private static Task<bool> DeedAsync(IServiceProvider scope, PersonId person, CancellationToken stop) => scope.GetRequiredService<Writing>().RunAsync(() =>
    {
        scope.GetRequiredService<Marks>().Put(Guid.CreateVersion7().ToString("n"), "bench");
        scope.GetRequiredService<AuditLog>().Write(Actor.Of(person), "bench.mark.put", Guid.CreateVersion7());
        return Task.FromResult(true);
    }, stop);

    private static async Task<bool> ViewAsync(IServiceProvider scope, PersonId person, CancellationToken stop)
    {
        await scope.GetRequiredService<PeopleNames>().ForAsync([person], Actor.Of(person), stop);
        return await scope.GetRequiredService<Writing>().RunAsync(() =>
        {
            scope.GetRequiredService<AuditLog>().Write(Actor.Of(person), "bench.person.viewed", subject: person);
            return Task.FromResult(true);
        }, stop);
    }

    private async Task FillAsync(ServiceProvider services, CancellationToken stop)
    {
        var alias = AuditAlias.New();
        for (var done = 0; done < rows; done += InOne)
        {
            await InAsync(services, scope => scope.GetRequiredService<Writing>().RunAsync(() => scope.GetRequiredService<IBulk>().InsertAsync(
                scope.GetRequiredService<TupaDb>(), Enumerable.Range(0, Math.Min(InOne, rows - done)).Select(n => Entry(alias, n)), stop), stop));
        }
    }

    /// <summary>Beside it a deed is written again and again: the longest that one had to wait is how long the writer was held.</summary>
    private static async Task SealAsync(ServiceProvider services, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var longest = 0.0;
        var beside = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                var watch = Stopwatch.StartNew();
                await InAsync(services, scope => scope.GetRequiredService<Writing>().RunAsync(() =>
                {
                    scope.GetRequiredService<Marks>().Put(Guid.CreateVersion7().ToString("n"), "bench");
                    return Task.FromResult(true);
                }, stop));
                longest = Math.Max(longest, watch.Elapsed.TotalMilliseconds);
            }
        }, stop);
        var begun = Stopwatch.StartNew();
        var (sealedRows, seals) = await InAsync(services, scope => scope.GetRequiredService<Sealing>().RunAsync(stop));
        var took = begun.Elapsed;
        await over.CancelAsync();
        await beside;
        Round.Say(string.Create(CultureInfo.InvariantCulture,
            $"sealing: {sealedRows} rows in {seals} seals, {took.TotalSeconds:0.0} s, {sealedRows / took.TotalSeconds:0} rows/s; a deed beside it waited {longest:0} ms at most (of {LongestHold:0}: {(longest <= LongestHold ? "met" : "NOT MET")})"));
    }

    private static async Task VerifyAsync(ServiceProvider services, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var report = await InAsync(services, scope => scope.GetRequiredService<AuditChain>().VerifyAsync(whole: true, null, stop));
        Round.Say(string.Create(CultureInfo.InvariantCulture,
            $"verification: {report.Rows} rows in {report.Seals} seals, {watch.Elapsed.TotalSeconds:0.0} s, {report.Rows / watch.Elapsed.TotalSeconds:0} rows/s, {(report.Holds ? "whole" : $"{report.Fault}")}"));
    }

    private static Task<PersonId> PersonAsync(ServiceProvider services, CancellationToken stop) => InAsync(services, async scope =>
    {
        var person = PersonId.New();
        return await scope.GetRequiredService<Writing>().RunAsync(() =>
        {
            var db = scope.GetRequiredService<TupaDb>();
            db.Add(new Person { Id = person, CreatedAt = scope.GetRequiredService<TimeProvider>().UtcNow(), SortKey = PersonNaming.SortKey("Aino", "Mäkelä") });
            db.Add(new CardA { Person = person, GivenName = "Aino", FamilyName = "Mäkelä", Organisation = "Kaupunki" });
            return Task.FromResult(person);
        }, stop);
    });

    private static AuditEntry Entry(AuditAlias alias, int n)
    {
        var address = ErasableValue.New("192.0.2.17");
        return new()
        {
            Id = Guid.CreateVersion7(),
            At = Instants.Whole(TimeProvider.System.UtcNow()),
            By = alias,
            ByName = "person",
            Deed = "posts.post.published",
            Outcome = AuditOutcome.Done,
            Thing = Guid.CreateVersion7(),
            Count = n,
            Population = "Staff",
            Way = WayIn.Page,
            Reference = "0123456789",
            Address = address.Value,
            AddressSalt = address.Salt,
            AddressDigest = address.Digest,
        };
    }

    private static async Task<T> InAsync<T>(ServiceProvider services, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
