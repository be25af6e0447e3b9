using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Spaces grow past a hundred members and shrink again as assignments begin and end by the calendar; this keeps up with them.</summary>
internal sealed class CloseGroupCount(TupaDb db, GroupActions groups) : IJob
{
    private const int AtOnce = 200;

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var spaces = await db.Set<Group>().Where(g => g.Kind == GroupKind.SpaceMembers).OrderBy(g => g.Id).Select(g => g.Id).ToListAsync(stop);
        var changed = 0;
        foreach (var some in spaces.Chunk(AtOnce)) changed += await groups.RecountCloseAsync(some, stop);
        return new(Counted: spaces.Count, Changed: changed);
    }
}
