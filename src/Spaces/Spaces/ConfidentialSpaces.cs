using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>Tells the log which spaces are confidential.</summary>
internal sealed class ConfidentialSpaces(TupaDb db) : IConfidentialSpaces
{
    public async Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> spaces, CancellationToken stop)
    {
        var ids = spaces.Select(s => new SpaceId(s)).ToList();
        return (await db.Set<Space>().Where(s => ids.Contains(s.Id) && s.Confidentiality == Confidentiality.Confidential).Select(s => s.Id).ToListAsync(stop)).Select(s => s.Value).ToHashSet();
    }
}
