using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>
/// Failures in a row at one door: a user ID from unknown browsers, a user ID from one known browser, a one-time code, a second
/// factor. Kept alike for user IDs that exist and that do not, so the answer tells nothing.
/// </summary>
internal sealed class Attempt
{
    /// <summary>A digest that needs the key file; the user ID cannot be read from it.</summary>
    public required byte[] Door { get; init; }
    public required int Failures { get; set; }
    public required DateTime LastAt { get; set; }

    /// <summary>Nothing is tried at this door before this.</summary>
    public required DateTime WaitUntil { get; set; }
}

internal sealed class AttemptTable : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.ToTable("access_attempts");
        attempt.HasKey(a => a.Door);
        attempt.Property(a => a.Door).HasMaxLength(32);
        attempt.HasIndex(a => a.LastAt);
    }
}

/// <summary>Slows down whoever guesses: five failures are free, then each wait is twice the one before, up to a quarter of an hour.</summary>
internal sealed class Attempts(TupaDb db, Writing writing, HouseKeys keys, TimeProvider clock)
{
    public const int Free = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>A success, or a day without a try, wipes the slate.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <param name="device">The digest of a browser that this person is known to use: strangers' failures do not lock it out.</param>
    public byte[] Door(string use, string who, byte[]? device = null) =>
        keys.Digest("attempt", $"{use}|{who}|{(device is null ? "" : Convert.ToHexString(device))}");

    /// <summary>Every door at which this person's failures may have been counted.</summary>
    public async Task<IReadOnlyList<byte[]>> DoorsOfAsync(PersonId person, CancellationToken stop)
    {
        var own = new List<byte[]> { Door("change", person.ToString()), Door("factor", person.ToString()) };
        if (await db.Set<Account>().Where(a => a.Person == person).Select(a => a.Folded).FirstOrDefaultAsync(stop) is not { } folded) return own;

        var devices = await db.Set<Device>().Where(d => d.Person == person).Select(d => d.TokenHash).ToListAsync(stop);
        return [.. own, Door("password", folded), Door("code", folded), .. devices.Select(d => Door("password", folded, d))];
    }

    /// <summary>How long this door is still closed; zero where it is open.</summary>
    /// <param name="others">How many others are trying it; see <see cref="DoorsTried"/>.</param>
    public async Task<TimeSpan> WaitAsync(byte[] door, CancellationToken stop, int others = 0)
    {
        var attempt = await db.Set<Attempt>().Where(a => a.Door == door).Select(a => new { a.WaitUntil, a.Failures }).FirstOrDefaultAsync(stop);
        var now = clock.UtcNow();
        if (attempt?.WaitUntil > now) return attempt.WaitUntil - now;

        return others > 0 && others + (attempt?.Failures ?? 0) >= Free ? FirstWait : TimeSpan.Zero;
    }

    /// <summary>As the other, inside a writing: those who guess at once are counted one after another, and a right guess behind too many wrong ones is too late.</summary>
    public async Task<TimeSpan> WaitInTurnAsync(byte[] door, CancellationToken stop)
    {
        await writing.InTurnAsync("attempts " + Convert.ToHexString(door), stop);
        return await WaitAsync(door, stop);
    }

    /// <summary>Call it inside a writing.</summary>
    public async Task FailAsync(byte[] door, CancellationToken stop)
    {
        await writing.InTurnAsync("attempts " + Convert.ToHexString(door), stop);
        var now = clock.UtcNow();
        var attempt = await db.Set<Attempt>().FirstOrDefaultAsync(a => a.Door == door, stop);
        if (attempt is null)
        {
            attempt = new() { Door = door, Failures = 0, LastAt = now, WaitUntil = now };
            db.Add(attempt);
        }

        attempt.Failures = now - attempt.LastAt > Memory ? 1 : attempt.Failures + 1;
        attempt.LastAt = now;
        attempt.WaitUntil = now + Wait(attempt.Failures);
    }

    /// <summary>Call it inside a writing.</summary>
    public Task<int> ForgiveAsync(byte[] door, CancellationToken stop) => db.Set<Attempt>().Where(a => a.Door == door).ExecuteDeleteAsync(stop);

    public static TimeSpan Wait(int failures) => failures < Free
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(failures - Free, 12)));
}
