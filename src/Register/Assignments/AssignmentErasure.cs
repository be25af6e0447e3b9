using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Lets go of assignments with everything that hangs on them; what others have of them (a head, a stand-in, a sponsor) is left without.</summary>
internal sealed class AssignmentErasure(TupaDb db)
{
    /// <summary>Inside a writing; a fixed number of statements. Returns the rows touched.</summary>
    public async Task<int> OfAsync(List<AssignmentId> going, CancellationToken stop)
    {
        if (going.Count == 0) return 0;

        var nobody = (AssignmentId?)null;
        var (causes, some) = (going.ConvertAll(a => a.Value), going.ConvertAll(a => (AssignmentId?)a));
        return await db.Set<GroupMember>().Where(m => causes.Contains(m.Cause) && m.Because == Because.Assignment).ExecuteDeleteAsync(stop)
            + await db.Set<Authority>().Where(a => going.Contains(a.Assignment)).ExecuteDeleteAsync(stop)
            + await db.Set<Extension>().Where(e => going.Contains(e.Assignment)).ExecuteDeleteAsync(stop)
            + await db.Set<YearBridge>().Where(b => going.Contains(b.Assignment)).ExecuteDeleteAsync(stop)
            + await db.Set<TeamConfirmation>().Where(c => going.Contains(c.Assignment)).ExecuteDeleteAsync(stop)
            + await db.Set<Sponsorship>().Where(s => going.Contains(s.Assignment) || going.Contains(s.SponsorAssignment)).ExecuteDeleteAsync(stop)
            + await db.Set<WaitingInvitation>().Where(i => going.Contains(i.Sponsor)).ExecuteDeleteAsync(stop)
            + await db.Set<WaitingInvitation>().Where(i => some.Contains(i.Deputy)).ExecuteUpdateAsync(set => set.SetProperty(i => i.Deputy, nobody), stop)
            + await db.Set<Sponsorship>().Where(s => some.Contains(s.Deputy)).ExecuteUpdateAsync(set => set.SetProperty(s => s.Deputy, nobody), stop)
            + await db.Set<Unit>().Where(u => some.Contains(u.Head)).ExecuteUpdateAsync(set => set.SetProperty(u => u.Head, nobody), stop)
            + await db.Set<Assignment>().Where(a => some.Contains(a.StandsInFor)).ExecuteUpdateAsync(set => set.SetProperty(a => a.StandsInFor, nobody), stop)
            + await db.Set<Assignment>().Where(a => going.Contains(a.Id)).ExecuteDeleteAsync(stop);
    }
}
