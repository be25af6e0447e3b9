using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>A session as its owner sees it.</summary>
public sealed record SessionListRow(SessionId Id, string Device, bool Handheld, DateTime StartedAt, DateTime SeenAt, bool Shared, bool Current);

/// <summary>What one's own security page shows.</summary>
internal sealed class SecurityQueries(TupaDb db, TimeProvider clock)
{
    /// <summary>Newest first, this one at the top.</summary>
    public async Task<IReadOnlyList<SessionListRow>> SessionsAsync(PersonId person, SessionId? current, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var rows = await db.Set<Session>().Where(s => s.Person == person && !s.Pending && now < s.UntilUtc && now < s.IdleUntil)
            .OrderByDescending(s => s.SeenAt).Take(100).ToListAsync(stop);
        return [.. rows.Select(s => new SessionListRow(s.Id, s.Device, DeviceName.IsHandheld(s.Device), s.StartedAt, s.SeenAt, s.Shared, s.Id == current)).OrderByDescending(s => s.Current)];
    }

    public Task<int> RecoveryCodesAsync(PersonId person, CancellationToken stop = default) =>
        db.Set<RecoveryCode>().CountAsync(c => c.Person == person, stop);
}
