using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// A person who is nobody: comes in as any newcomer of the staff does, and leaves, so that the house can show that what it promises of
/// those who leave is so. Has no card, is in no space and seen by nobody, and is erased at the end of each trial.
/// </summary>
public sealed class TrialPeople(TupaDb db, Writing writing, AssignmentActions assignments, TimeProvider clock)
{
    private static readonly Actor House = Actor.House("register.trial");

    /// <summary>Always the same, so that what a killed trial left is found by the next.</summary>
    public static PersonId Id { get; } = new(new Guid("00000000-0000-7000-8000-747269616c00"));

    /// <summary>Lets the trial person in. False where the register has no unit yet that anybody could work in.</summary>
    public Task<bool> BeginAsync(CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var unit = await db.Set<Unit>().Where(u => u.Parent == null).OrderBy(u => u.Id).Select(u => (UnitId?)u.Id).FirstOrDefaultAsync(stop);
        if (unit is null) return false;

        db.Add(new Person { Id = Id, Shielded = true, CreatedAt = clock.UtcNow(), SortKey = Fold.SortKey("Tupa") });
        await writing.FlushAsync(stop);
        var told = new NewAssignment(Id, Population.Staff, AssignmentKind.Regular, unit, null, null, Source.Operator, clock.Today(), Helsinki.Open, []);
        return await assignments.BeginAsync(AssignmentId.New(), told, House, stop) is { } refusal ? throw new InvalidOperationException(refusal.Reason.En) : true;
    }, stop);

    /// <summary>
    /// The day has come on which the assignment ends by the calendar, and no job has tidied: only the instants say so. What an end that
    /// somebody announces takes away besides, this leaves where it is.
    /// </summary>
    public Task LapseAsync(CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var now = clock.UtcNow();
        await db.Set<Assignment>().Where(a => a.Person == Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.UntilUtc, now), stop);
        await db.Set<GroupMember>().Where(m => m.Person == Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.UntilUtc, now), stop);
        return await db.Set<Person>().Where(p => p.Id == Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.UsedUntil, now), stop);
    }, stop);
}
