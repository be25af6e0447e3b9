using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>People whose use has ended, and nights in which they are erased.</summary>
internal static class ErasureTown
{
    /// <summary>Whose use ended so long ago that the day has come.</summary>
    public static Task EndedLongAgoAsync(this TestHouse house, params IReadOnlyCollection<PersonId> people) => house.EndedAsync(house.Now.AddDays(-250), people);

    public static Task EndedAsync(this TestHouse house, DateTime at, params IReadOnlyCollection<PersonId> people) => house.WriteAsync(async db =>
    {
        await db.Set<Assignment>().Where(a => people.Contains(a.Person)).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.FirstDay, a => a.FirstDay > Helsinki.Day(at) ? Helsinki.Day(at) : a.FirstDay)
            .SetProperty(a => a.LastDay, Helsinki.Day(at)).SetProperty(a => a.UntilUtc, at));
        await db.Set<Person>().Where(p => people.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.UsedUntil, at));
        await db.Set<CardA>().Where(c => people.Contains(c.Person)).ExecuteUpdateAsync(set => set.SetProperty(c => c.HiddenAt, at));
        await db.Set<CardB>().Where(c => people.Contains(c.Person)).ExecuteUpdateAsync(set => set.SetProperty(c => c.HiddenAt, at));
    });

    public static Task<JobReport> NightAsync(this TestHouse house) => house.InAsync((ErasureRun run) => run.RunAsync(ErasureCause.Night, null, default));

    public static Task<bool> IsHereAsync(this TestHouse house, PersonId person) => house.ReadAsync(db => db.Set<Person>().AnyAsync(p => p.Id == person));

    /// <summary>What every room still holds.</summary>
    public static Task<int> RemainingAsync(this TestHouse house, PersonId person) => house.InAsync(async (IServiceProvider services) =>
    {
        var remaining = 0;
        foreach (var room in services.GetServices<IPersonalData>()) remaining += await room.RemainingAsync(person, default);
        return remaining;
    });

    public static Task<List<Erasure>> CertificatesAsync(this TestHouse house) => house.ReadAsync(db => db.Set<Erasure>().OrderBy(e => e.BegunAt).ToListAsync());
}
