using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>A space to write in.</summary>
public sealed record WritableSpace(SpaceId Id, string Name, string Purpose);

/// <summary>The spaces in which a person may publish, for one who has begun to write before choosing where.</summary>
public sealed class WritableSpaces(TupaDb db, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>In the order of the alphabet. One statement.</summary>
    public async Task<IReadOnlyList<WritableSpace>> OfAsync(Actor by, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var me = by.Person ?? new PersonId(Guid.Empty);
        var mine = db.Set<Membership>()
            .Where(m => m.Person == me && m.FromUtc <= now && now < m.UntilUtc && m.Rank >= (int)SpaceRole.Contributor)
            .Select(m => m.Group).Distinct();
        var rows = await db.Set<Space>()
            .Where(s => s.ClosedAt == null && mine.Contains(s.Members))
            .OrderBy(s => s.Id).Take(Most)
            .Select(s => new WritableSpace(s.Id, s.Name, s.Purpose))
            .ToListAsync(stop);
        return [.. rows.OrderBy(s => s.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true))];
    }
}
