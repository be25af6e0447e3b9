using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Demo;

/// <summary>What to fill an empty house with.</summary>
/// <param name="Scale">About 5,000 people and 3,000 posts for each.</param>
/// <param name="MediaFolder">Where the pictures are drawn; null for a town without any.</param>
public sealed record DemoOrder(ulong Seed = DemoOrder.UsualSeed, int Scale = 1, string? MediaFolder = null)
{
    public const ulong UsualSeed = 1869;
}

/// <summary>Writes the demo municipality into the rooms' own tables, and marks the database as a demo for ever.</summary>
public sealed class DemoFill
{
    private readonly IServiceProvider _services;
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly IBulk _bulk;
    private readonly TimeProvider _clock;

    private DemoFill(IServiceProvider services)
    {
        _services = services;
        _db = services.GetRequiredService<TupaDb>();
        _writing = services.GetRequiredService<Writing>();
        _bulk = services.GetRequiredService<IBulk>();
        _clock = services.GetRequiredService<TimeProvider>();
    }

    /// <summary>Adds the filler to the services of a house.</summary>
    public static void Add(IServiceCollection services) => services.AddScoped(provider => new DemoFill(provider));

    /// <summary>Whether anybody is in the register: then there is nothing to fill.</summary>
    public Task<bool> HasPeopleAsync(CancellationToken stop = default) => _db.Set<Person>().AnyAsync(stop);

    /// <summary>
    /// Fills an opened, empty house and returns what is to be printed. The same seed, scale and day give the same rows under the
    /// same ids; what the day has not yet brought is left out.
    /// </summary>
    public async Task<string> RunAsync(DemoOrder order, IProgress<FillStep>? progress = null, CancellationToken stop = default)
    {
        var now = _clock.UtcNow();
        var watch = new FillWatch(progress);
        var media = order.MediaFolder is { } folder ? await Shelf().BringAsync(folder, watch, stop) : new Dictionary<string, BlobId>(StringComparer.Ordinal);

        watch.Said("People and groups", 0, 1);
        var town = DemoTown.Build(order.Seed, order.Scale, Helsinki.EndOf(Helsinki.Day(now)).AddMinutes(-1));
        var table = DemoPeople.Table(town);
        var keys = new TownKeys(town, order.Seed);
        var writer = new TownWriter(town, keys, _db, _bulk, watch);

        // A town of the usual size is there whole or not at all; a large one comes in pieces, so that the log stays small.
        var whole = order.Scale == 1;
        List<Func<Task>> pieces =
        [
            () => MarkAsync(table, town.People.Count),
            () => writer.PeopleAsync(media, stop),
            () => writer.AssignmentsAsync(stop),
            () => writer.MembershipsAsync(stop),
            () => writer.SpacesAsync(now, stop),
            async () => await writer.AccountsAsync(await PasswordsAsync(town, stop), Keys(), now, stop),
            .. writer.Posts(media, now, stop),
        ];
        if (whole) await TogetherAsync(pieces, stop);
        else foreach (var piece in pieces) await TogetherAsync([piece], stop);

        watch.Said("Indexes", 0, 1);
        await _services.GetRequiredService<IStorage>().AnalyzeAsync(_db, stop);
        watch.Said("Indexes", 1, 1);
        return table;
    }

    /// <summary>The code that the second step asks for at this moment, in a demo; null for who has none, and where the key file is another than it was.</summary>
    public async Task<string?> CodeAsync(string userId, CancellationToken stop = default)
    {
        var folded = Account.FoldedOf(userId);
        var factor = await (
            from account in _db.Set<Account>().Where(a => a.Folded == folded)
            join f in _db.Set<Factor>() on account.Person equals f.Person
            where f.ConfirmedAt != null
            select f).FirstOrDefaultAsync(stop);
        if (factor is null) return null;

        // A code works once: after one has been taken, the next step's is the one to type.
        var step = Math.Max(Totp.StepOf(_clock.UtcNow()), factor.LastStep + 1);
        return Keys().Open(FactorActions.Use, factor.Sealed, factor.Person.ToString()) is { } secret ? Totp.Code(secret, step) : null;
    }

    private Task TogetherAsync(List<Func<Task>> pieces, CancellationToken stop) => _writing.RunAsync(async () =>
    {
        foreach (var piece in pieces) await piece();
        return true;
    }, stop);

    private Task MarkAsync(string table, int people)
    {
        var marks = _services.GetRequiredService<Marks>();
        marks.Put(Marks.Demo, table);
        marks.Put(Marks.City, DemoTown.CityName.Fi);
        marks.Put(Marks.CitySwedish, DemoTown.CityName.Sv);
        _services.GetRequiredService<AuditLog>().Write(Actor.House("demo"), "demo.town.filled", count: people);
        return Task.CompletedTask;
    }

    /// <summary>The same phrase for all who are printed, and yet a hash of its own for each.</summary>
    private async Task<IReadOnlyDictionary<int, string>> PasswordsAsync(DemoTown town, CancellationToken stop)
    {
        var checks = _services.GetRequiredService<PasswordChecks>();
        var hashes = new Dictionary<int, string>();
        foreach (var person in town.Printed.All) hashes[person] = (await checks.HashAsync(DemoPeople.Password, stop))!;
        return hashes;
    }

    private MediaShelf Shelf() => new(
        _services.GetRequiredService<Receiving>(), _services.GetRequiredService<ScanJob>(), _services.GetRequiredService<MediaJob>(), _writing);

    private HouseKeys Keys() => _services.GetRequiredService<HouseKeys>();
}
