using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>After thirty days nothing is put back: which rows moved and what stood on the cards is forgotten, and so is what nobody has answered. That two were one stays as long as the one who is kept.</summary>
internal sealed class JoiningSweep(TupaDb db, Writing writing, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var limit = clock.UtcNow() - Joining.Patience;
        var gone = await writing.RunAsync(async () =>
        {
            var over = db.Set<Joining>().Where(j => j.JoinedAt <= limit).Select(j => j.Id);
            var moves = await db.Set<JoiningMove>().Where(m => over.Contains(m.Joining)).ExecuteDeleteAsync(stop)
                + await db.Set<JoiningValue>().Where(v => over.Contains(v.Joining)).ExecuteDeleteAsync(stop);
            await db.Set<Joining>().Where(j => j.State == JoiningState.PartAsked && j.Record == null && j.JoinedAt <= limit)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JoiningState.Joined).SetProperty(j => j.AskedBy, (PersonId?)null), stop);
            return moves + await db.Set<Joining>().Where(j => (j.State == JoiningState.Asked && j.AskedAt <= limit)
                || (j.State == JoiningState.PartAsked && j.Record != null && j.AskedAt <= limit) || (j.State == JoiningState.Parted && j.PartedAt <= limit)).ExecuteDeleteAsync(stop);
        }, stop);
        return new(Counted: gone, Changed: gone);
    }
}
