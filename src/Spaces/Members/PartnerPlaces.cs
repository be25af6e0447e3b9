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
    TupaDb db, Writing writing, Audience audience, GroupActions groups, GroupQueries grants, Announcer announcer, AuditLog audit, RecentCounts recent, TimeProvider clock) : IPartnerPlaces
{
    private const int Most = 200;

    public async Task<IReadOnlyList<PartnerPlace>> OfferedAsync(Actor by, CancellationToken stop = default) =>
        [.. (await KeptFor(by).OrderBy(s => s.Id).Take(Most).Select(s => new { s.Id, s.Name }).ToListAsync(stop))
            .Select(s => new PartnerPlace(s.Id.Value, s.Name))
            .OrderBy(s => s.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true))];

    public async Task<PlacesOfPartner> OfAsync(Guid cause, Actor by, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var (visible, kept) = (audience.Spaces(by), KeptFor(by).Select(s => s.Id));
        var granted = grants.Granted(cause).Where(g => g.FromUtc <= now && now < g.UntilUtc);
        var rows = await db.Set<Space>().Where(s => granted.Any(g => g.Group == s.Members) || kept.Contains(s.Id)).OrderBy(s => s.Id).Take(Most)
            .Select(s => new { s.Id, s.Name, Seen = visible.Contains(s.Id), Until = granted.Where(g => g.Group == s.Members).Max(g => (DateTime?)g.UntilUtc) }).ToListAsync(stop);
        var inOrder = rows.OrderBy(r => r.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true)).ToList();
        return new(
            [.. inOrder.Where(r => r.Until is not null).Select(r => new OpenPlace(r.Id.Value, r.Seen ? r.Name : null, Helsinki.Day(r.Until!.Value.AddTicks(-1))))],
            [.. inOrder.Where(r => r.Until is null).Select(r => new PartnerPlace(r.Id.Value, r.Name))]);
    }

    public async Task<int> AdmitAsync(PersonId partner, Guid cause, IReadOnlyCollection<Guid> places, DateTime until, Actor by, CancellationToken stop = default)
    {
        var chosen = places.Select(p => new SpaceId(p)).ToList();
        if (chosen.Count == 0) return 0;

        foreach (var space in chosen.Order()) await writing.InTurnAsync($"members {space}", stop);
        var now = clock.UtcNow();
        var open = await KeptFor(by).Where(s => chosen.Contains(s.Id)).Select(s => new { s.Id, s.Members }).ToListAsync(stop);
        var members = open.ConvertAll(s => s.Members);
        var there = await grants.Granted(cause).Where(g => members.Contains(g.Group) && now < g.UntilUtc).Select(g => g.Group).ToListAsync(stop);
        var opening = open.FindAll(s => !there.Contains(s.Members));
        foreach (var space in opening)
        {
            await groups.AddAsync(space.Members, partner, (int)SpaceRole.Contributor, cause, Because.Grant, now, until, stop: stop);
            audit.Write(by, "spaces.member.added", space.Id.Value, subject: partner, space: space.Id.Value);
        }

        await announcer.AnnounceAsync<Admitted>([.. opening.Select(s => new Admitted(s.Id, partner, by.Person))], stop);
        await ChangedAsync(members, stop);
        return open.Count;
    }

    public async Task<bool> ReleaseAsync(PersonId partner, Guid cause, Guid place, Actor by, CancellationToken stop = default)
    {
        var id = new SpaceId(place);
        await writing.InTurnAsync($"members {id}", stop);
        var group = await db.Set<Space>().Where(s => s.Id == id).Select(s => (GroupId?)s.Members).FirstOrDefaultAsync(stop);
        if (group is not { } members || !await grants.Granted(cause).AnyAsync(g => g.Group == members, stop)) return false;

        if (await groups.EndMembershipAsync(members, partner, clock.UtcNow(), cause, stop) == 0) return true;
        audit.Write(by, "spaces.member.removed", place, subject: partner, space: place);
        await ChangedAsync([members], stop);
        return true;
    }

    private async Task ChangedAsync(IReadOnlyCollection<GroupId> members, CancellationToken stop)
    {
        await groups.RecountCloseAsync(members, stop);
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
