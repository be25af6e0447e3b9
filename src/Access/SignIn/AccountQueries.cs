using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>What a sign-in reads of an account: one statement, the same for a user ID that does not exist.</summary>
internal sealed class AccountRow
{
    public required PersonId Person { get; init; }
    public required string UserId { get; init; }
    public required string? PasswordHash { get; init; }

    /// <summary>An assignment is in force and no source has cut the account.</summary>
    public required bool Live { get; init; }
    public required bool IsPupil { get; init; }
    public required bool HasFactor { get; init; }

    /// <summary>The browser is one this person has signed in with before.</summary>
    public required bool KnownDevice { get; init; }
}

internal sealed class AccountQueries(TupaDb db, TimeProvider clock)
{
    private static readonly byte[] NoDevice = [];

    private static readonly Compiled<Func<TupaDb, string, byte[], DateTime, DateOnly, Task<AccountRow?>>> Find =
        Compiled.One<string, byte[], DateTime, DateOnly, AccountRow>((context, folded, device, now, today) => (
            from account in context.Set<Account>()
            where account.Folded == folded
            join standing in PersonAtDoor.At.In(context, now, today) on account.Person equals standing.Person
            select new AccountRow
            {
                Person = account.Person,
                UserId = account.UserId,
                PasswordHash = account.PasswordHash,
                Live = standing.Live && account.CutAt == null,
                IsPupil = standing.IsPupil,
                HasFactor = context.Set<Factor>().Any(f => f.Person == account.Person && f.ConfirmedAt != null),
                KnownDevice = context.Set<Device>().Any(d => d.Person == account.Person && d.TokenHash == device),
            }).FirstOrDefault());

    public Task<AccountRow?> FindAsync(string folded, byte[]? device)
    {
        var now = clock.UtcNow();
        return Find.On(db)(db, folded, device ?? NoDevice, now, Helsinki.Day(now));
    }
}
