using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>Lets groups and people into a space and out of it.</summary>
internal sealed class MemberActions(
    Writing writing, TupaDb db, SpaceAccess access, GroupActions groups, GroupQueries offered, GroupParts parts, PersonPicks picks,
    Announcer announcer, AuditLog audit, StewardLine line, RecentCounts recent, TimeProvider clock)
{
    public Task<Refusal?> AddGroupAsync(SpaceId id, GroupId group, SpaceRole role, Actor by, CancellationToken stop = default) =>
        KeepAsync(id, by, "group.add", async open =>
        {
            if (role == SpaceRole.Steward) return new(MemberText.GroupNoSteward);

            // What is in already may change its role, whatever it is; nothing else comes in than what the form offers.
            if (!await offered.IsOfferedAsync(group, stop) && await InclusionAsync(open, group, stop) is null) return new(MemberText.GroupNeeded);

            await groups.IncludeAsync(open.Members, group, (int)role, Because.Inclusion, clock.UtcNow(), Helsinki.Never, open.Deputies, stop);
            audit.Write(by, "spaces.group.added", group.Value, space: id.Value);
            return null;
        }, stop);

    public Task<Refusal?> RemoveGroupAsync(SpaceId id, GroupId group, Actor by, CancellationToken stop = default) =>
        KeepAsync(id, by, "group.remove", async open =>
        {
            if (await InclusionAsync(open, group, stop) is null) return new(MemberText.NotInSpace);

            await groups.EndInclusionAsync(open.Members, group, clock.UtcNow(), stop);
            audit.Write(by, "spaces.group.removed", group.Value, space: id.Value);
            return null;
        }, stop);

    /// <param name="lastDay">Inclusive; today or later, and at most a year ahead.</param>
    public Task<Refusal?> AddPersonAsync(SpaceId id, PersonId person, SpaceRole role, DateOnly lastDay, Actor by, CancellationToken stop = default) =>
        KeepAsync(id, by, "member.add", async open =>
        {
            if (Grants.Wrong(lastDay, clock.Today()) is { } wrong) return new(wrong);
            if (role == SpaceRole.Steward && !await picks.IsStaffAsync(person, stop)) return new(SpaceText.StewardIsStaff);

            var now = clock.UtcNow();
            if (role != SpaceRole.Steward && await LeavesNobodyAsync(open, person, stop)) return new(MemberText.LastSteward);
            await groups.EndMembershipAsync(open.Members, person, now, stop: stop);
            await groups.AddAsync(open.Members, person, (int)role, Guid.CreateVersion7(), Because.Grant, now, Helsinki.EndOf(lastDay), role == SpaceRole.Steward, stop);
            await announcer.AnnounceAsync([new Admitted(id, person, by.Person)], stop);
            audit.Write(by, "spaces.member.added", id.Value, subject: person, space: id.Value);
            return null;
        }, stop);

    /// <summary>Gives a person another role until the same day as before.</summary>
    public Task<Refusal?> ChangeRoleAsync(SpaceId id, PersonId person, SpaceRole role, Actor by, CancellationToken stop = default) =>
        KeepAsync(id, by, "role.change", async open =>
        {
            if (await GrantAsync(open, person, stop) is not { } grant) return new(MemberText.NotInSpace);
            if (role == SpaceRole.Steward && !await picks.IsStaffAsync(person, stop)) return new(SpaceText.StewardIsStaff);
            if (role != SpaceRole.Steward && await LeavesNobodyAsync(open, person, stop)) return new(MemberText.LastSteward);

            var now = clock.UtcNow();
            await groups.EndMembershipAsync(open.Members, person, now, stop: stop);
            await groups.AddAsync(open.Members, person, (int)role, Guid.CreateVersion7(), Because.Grant, now, grant.UntilUtc, role == SpaceRole.Steward, stop);
            audit.Write(by, "spaces.role.changed", id.Value, subject: person, space: id.Value);
            return null;
        }, stop);

    public Task<Refusal?> RemovePersonAsync(SpaceId id, PersonId person, Actor by, CancellationToken stop = default) =>
        KeepAsync(id, by, "member.remove", async open =>
        {
            if (await GrantAsync(open, person, stop) is null) return new(MemberText.NotInSpace);
            if (await LeavesNobodyAsync(open, person, stop)) return new(MemberText.LastSteward);

            await groups.EndMembershipAsync(open.Members, person, clock.UtcNow(), stop: stop);
            audit.Write(by, "spaces.member.removed", id.Value, subject: person, space: id.Value);
            return null;
        }, stop);

    /// <summary>Staff join an open space by themselves, to write there and to have it on their home.</summary>
    public Task<Refusal?> JoinAsync(SpaceId id, Actor by, CancellationToken stop = default) =>
        ChangeAsync(id, by, "join", async open =>
        {
            var me = by.Person!.Value;
            if (open.Confidentiality != Confidentiality.Open || !await picks.IsStaffAsync(me, stop)) return new(MemberText.NotOpen);
            if (open.Closed) return new(SpaceText.IsClosed);
            if (await GrantAsync(open, me, stop) is not null) return null;

            var until = Helsinki.EndOf(Grants.LatestDay(clock.Today()));
            await groups.AddAsync(open.Members, me, (int)SpaceRole.Contributor, Guid.CreateVersion7(), Because.Grant, clock.UtcNow(), until, whileStaff: true, stop);
            audit.Write(by, "spaces.space.joined", id.Value, space: id.Value);
            return null;
        }, stop);

    public Task<Refusal?> LeaveAsync(SpaceId id, Actor by, CancellationToken stop = default) =>
        ChangeAsync(id, by, "leave", async open =>
        {
            var me = by.Person!.Value;
            if (await GrantAsync(open, me, stop) is null) return new(MemberText.ThroughGroup);
            if (await LeavesNobodyAsync(open, me, stop)) return new(MemberText.LastSteward);

            await groups.EndMembershipAsync(open.Members, me, clock.UtcNow(), stop: stop);
            audit.Write(by, "spaces.space.left", id.Value, space: id.Value);
            return null;
        }, stop);

    private Task<Refusal?> KeepAsync(SpaceId id, Actor by, string deed, Func<OpenSpace, Task<Refusal?>> change, CancellationToken stop) =>
        ChangeAsync(id, by, deed, open => open.Can.Keep ? change(open) : Task.FromResult<Refusal?>(new(SpaceText.NotYours)), stop);

    private Task<Refusal?> ChangeAsync(SpaceId id, Actor by, string deed, Func<OpenSpace, Task<Refusal?>> change, CancellationToken stop) =>
        writing.RunAsync(async () =>
        {
            await writing.InTurnAsync($"members {id}", stop);
            var refusal = by.Person is not null && await access.OpenAsync(id, by, stop) is { } open ? await ChangedAsync(open, change, stop) : Refusal.Absent;
            return refusal is null ? null : audit.Refused(by, $"spaces.{deed}", id.Value, refusal, space: id.Value);
        }, stop);

    private async Task<Refusal?> ChangedAsync(OpenSpace open, Func<OpenSpace, Task<Refusal?>> change, CancellationToken stop)
    {
        if (await change(open) is { } refusal) return refusal;

        await line.SettleAsync([open.Members], stop);
        await groups.RecountCloseAsync(open.Members, stop);
        writing.Afterwards(() =>
        {
            recent.Forget();
            return Task.CompletedTask;
        });
        return null;
    }

    private IQueryable<Membership> Now(OpenSpace open)
    {
        var now = clock.UtcNow();
        return db.Set<Membership>().Where(m => m.Group == open.Members && m.FromUtc <= now && now < m.UntilUtc);
    }

    private Task<Membership?> GrantAsync(OpenSpace open, PersonId person, CancellationToken stop) =>
        Now(open).Where(m => m.Person == person && m.Via == open.Members).OrderByDescending(m => m.UntilUtc).FirstOrDefaultAsync(stop);

    private async Task<GroupPart?> InclusionAsync(OpenSpace open, GroupId group, CancellationToken stop) =>
        (await parts.OfAsync(open.Members, viewer: null, stop)).FirstOrDefault(p => p.Group == group && p.Because == Because.Inclusion);

    /// <summary>Whether the person is a steward, and the only one.</summary>
    private async Task<bool> LeavesNobodyAsync(OpenSpace open, PersonId person, CancellationToken stop)
    {
        var stewards = await Now(open).Where(m => m.Rank == (int)SpaceRole.Steward).Select(m => m.Person).Distinct().OrderBy(p => p).Take(2).ToListAsync(stop);
        return stewards is [var only] && only == person;
    }
}

/// <summary>A person was let into a space by name.</summary>
public sealed record Admitted(SpaceId Space, PersonId Person, PersonId? By);
