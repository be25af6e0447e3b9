using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>
/// The spaces that a partner may be invited to: those for members that the inviter keeps. An open space is for staff, and into a
/// confidential one nobody from outside comes by an invitation.
/// </summary>
internal sealed class PartnerPlaces(
    TupaDb db, Writing writing, GroupActions groups, Announcer announcer, AuditLog audit, RecentCounts recent, TimeProvider clock) : IPartnerPlaces
{
    private const int Most = 200;

    public async Task<IReadOnlyList<PartnerPlace>> OfferedAsync(Actor by, CancellationToken stop = default) =>
        [.. (await KeptFor(by).OrderBy(s => s.Id).Take(Most).Select(s => new { s.Id, s.Name }).ToListAsync(stop))
            .Select(s => new PartnerPlace(s.Id.Value, s.Name))
            .OrderBy(s => s.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true))];

    public async Task AdmitAsync(PersonId partner, Guid cause, IReadOnlyCollection<Guid> places, DateTime until, Actor by, CancellationToken stop = default)
    {
        var chosen = places.Select(p => new SpaceId(p)).ToList();
        if (chosen.Count == 0) return;

        foreach (var space in chosen.Order()) await writing.InTurnAsync($"members {space}", stop);
        var now = clock.UtcNow();
        var open = await KeptFor(by).Where(s => chosen.Contains(s.Id)).Select(s => new { s.Id, s.Members }).ToListAsync(stop);
        foreach (var space in open)
        {
            await groups.AddAsync(space.Members, partner, (int)SpaceRole.Contributor, cause, Because.Grant, now, until, stop: stop);
            audit.Write(by, "spaces.member.added", space.Id.Value, subject: partner, space: space.Id.Value);
        }

        await announcer.AnnounceAsync<Admitted>([.. open.Select(s => new Admitted(s.Id, partner, by.Person))], stop);
        await groups.RecountCloseAsync(open.ConvertAll(s => s.Members), stop);
        writing.Afterwards(() =>
        {
            recent.Forget();
            return Task.CompletedTask;
        });
    }

    private IQueryable<Space> KeptFor(Actor by)
    {
        var now = clock.UtcNow();
        var me = by.Person ?? new PersonId(Guid.Empty);
        var kept = db.Set<Membership>().Where(m => m.Person == me && m.FromUtc <= now && now < m.UntilUtc && m.Rank == (int)SpaceRole.Steward).Select(m => m.Group);
        return db.Set<Space>().Where(s => s.ClosedAt == null && s.Confidentiality == Confidentiality.Members && kept.Contains(s.Members));
    }
}
