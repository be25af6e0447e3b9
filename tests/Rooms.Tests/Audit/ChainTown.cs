using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>A house with a log that is sealed, and ways to get at it behind its back.</summary>
internal static class ChainTown
{
    /// <summary>Notes some deeds of two people, with addresses; the clock goes on a minute between each.</summary>
    public static async Task<(PersonId Aino, PersonId Borje)> NoteAsync(this TestHouse house, int deeds)
    {
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        for (var i = 0; i < deeds; i++)
        {
            await house.NoteAsync(i % 2 == 0 ? aino : borje, $"test.deed.done{i}", i % 3 == 0 ? borje : null);
            house.Clock.Move(TimeSpan.FromMinutes(1));
        }

        return (aino, borje);
    }

    /// <summary>One deed, as a request from an address.</summary>
    public static async Task NoteAsync(this TestHouse house, PersonId by, string deed, PersonId? subject = null, ActorStanding? standing = null, Guid? space = null)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var whence = scope.ServiceProvider.GetRequiredService<Whence>();
        whence.From(WayIn.Page, "192.0.2.17");
        if (standing is not null) whence.Asks(by, standing);
        var audit = scope.ServiceProvider.GetRequiredService<AuditLog>();
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(() =>
        {
            audit.Write(Actor.Of(by), deed, Guid.CreateVersion7(), subject, space, count: 7);
            return Task.FromResult(true);
        });
    }

    public static Task<(int Rows, int Seals)> SealAsync(this TestHouse house) => house.InAsync((Sealing sealing) => sealing.RunAsync(default));

    public static Task<ChainReport> VerifyAsync(this TestHouse house, bool whole = true) => house.InAsync((AuditChain chain) => chain.VerifyAsync(whole));

    public static async Task<ChainFault> FaultAsync(this TestHouse house) => (await house.VerifyAsync()).Fault;

    public static string Heads(this TestHouse house) => Path.Combine(house.Folder, "keys", "audit.heads");

    /// <summary>Entries with their numbers, in the order of the chain.</summary>
    public static Task<List<(long Number, Guid Entry)>> LinksAsync(this TestHouse house) => house.ReadAsync(async db =>
        (await db.Set<ChainLink>().AsNoTracking().OrderBy(l => l.Number).ToListAsync()).ConvertAll(l => (l.Number, l.Entry)));

    public static Task ExecuteAsync(this TestHouse house, FormattableString sql) => house.WriteAsync(db => db.Database.ExecuteSqlAsync(sql));
}
