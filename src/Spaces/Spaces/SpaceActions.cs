using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>Founds spaces, changes what they are, closes and reopens them.</summary>
internal sealed class SpaceActions(
    Writing writing, TupaDb db, SpaceAccess access, GroupActions groups, PersonPicks picks, StewardLine line, AuditLog audit, RecentCounts recent, TimeProvider clock)
{
    /// <param name="stewards">At least one; two, or the head of the unit alone.</param>
    public Task<Refusal?> FoundAsync(SpaceInput input, IReadOnlyList<PersonId> stewards, Actor by, CancellationToken stop = default) =>
        writing.RunAsync(async () =>
        {
            var id = new SpaceId(input.Id);
            if (by.Person is not { } me || !await picks.IsStaffAsync(me, stop)) return audit.Refused(by, "spaces.space.found", input.Id, SpaceText.OnlyStaffFound);
            if (await db.Set<Space>().AnyAsync(s => s.Id == id, stop)) return null;

            var now = clock.UtcNow();
            var members = await groups.CreateAsync(GroupKind.SpaceMembers, AudienceText.MembersOfSpace, close: input.Level != Confidentiality.Open, stop);
            var audience = AudienceId.New();
            db.Add(new AudienceRow { Id = audience, Space = id, SpaceGroup = members, Group = members });
            db.Add(new Space
            {
                Id = id,
                Name = input.Name!.Trim(),
                Purpose = input.Purpose!.Trim(),
                Description = (input.Description ?? "").Trim(),
                Confidentiality = input.Level,
                RetentionClass = input.RetentionId,
                Unit = input.UnitId,
                Deputies = input.TakesDeputies,
                Members = members,
                Audience = audience,
                OpenedAt = now,
            });
            var until = Helsinki.EndOf(Grants.LatestDay(clock.Today()));
            foreach (var steward in stewards.Distinct())
                await groups.AddAsync(members, steward, (int)SpaceRole.Steward, Guid.CreateVersion7(), Because.Grant, now, until, whileStaff: true, stop);
            if (input.Level == Confidentiality.Open) await OpenToStaffAsync(members, now, stop);

            await line.SettleAsync([members], stop);
            audit.Write(by, "spaces.space.founded", input.Id, space: input.Id, count: stewards.Count);
            return null;
        }, stop);

    /// <summary>Refused with <see cref="Refusal.Clash"/> where the form was opened on an older version.</summary>
    public Task<Refusal?> ChangeAsync(SpaceId id, SpaceInput input, Actor by, CancellationToken stop = default) =>
        KeepAsync(id, by, "change", async (open, space) =>
        {
            if (space.Version != input.Version) return Refusal.Clash;

            var was = space.Confidentiality;
            (space.Name, space.Purpose, space.Description) = (input.Name!.Trim(), input.Purpose!.Trim(), (input.Description ?? "").Trim());
            (space.Confidentiality, space.RetentionClass, space.Unit) = (input.Level, input.RetentionId, input.UnitId);
            if (was != input.Level) await KeepInStepAsync(open, was, input.Level, stop);
            if (space.Deputies != input.TakesDeputies) await TakeDeputiesAsync(space, input.TakesDeputies, by, stop);
            await line.SettleAsync([space.Members], stop);

            audit.Write(by, was == input.Level ? "spaces.space.changed" : "spaces.confidentiality.changed", id.Value, space: id.Value);
            return null;
        }, stop);

    public Task<Refusal?> CloseAsync(SpaceId id, Actor by, CancellationToken stop = default) =>
        KeepAsync(id, by, "close", (_, space) =>
        {
            if (space.ClosedAt is null)
            {
                space.ClosedAt = clock.UtcNow();
                audit.Write(by, "spaces.space.closed", id.Value, space: id.Value);
            }

            return Task.FromResult<Refusal?>(null);
        }, stop);

    public Task<Refusal?> ReopenAsync(SpaceId id, Actor by, CancellationToken stop = default) =>
        KeepAsync(id, by, "reopen", (_, space) =>
        {
            if (space.ClosedAt is not null)
            {
                space.ClosedAt = null;
                audit.Write(by, "spaces.space.reopened", id.Value, space: id.Value);
            }

            return Task.FromResult<Refusal?>(null);
        }, stop);

    private Task<Refusal?> KeepAsync(SpaceId id, Actor by, string deed, Func<OpenSpace, Space, Task<Refusal?>> change, CancellationToken stop) =>
        writing.RunAsync(async () =>
        {
            if (await access.OpenAsync(id, by, stop) is not { } open) return audit.Refused(by, $"spaces.space.{deed}", id.Value, Refusal.Absent);
            if (!open.Can.Keep) return audit.Refused(by, $"spaces.space.{deed}", id.Value, SpaceText.NotYours);

            var space = await db.Set<Space>().SingleAsync(s => s.Id == id, stop);
            if (await change(open, space) is { } refusal) return audit.Refused(by, $"spaces.space.{deed}", id.Value, refusal);

            space.Version++;
            return null;
        }, stop);

    /// <summary>Who may know of a space is the same as whether all staff are in it as readers.</summary>
    private async Task KeepInStepAsync(OpenSpace open, Confidentiality was, Confidentiality now, CancellationToken stop)
    {
        var at = clock.UtcNow();
        if (was == Confidentiality.Open) await groups.EndInclusionAsync(open.Members, GroupId.Staff, at, stop);
        if (now == Confidentiality.Open) await OpenToStaffAsync(open.Members, at, stop);
        await groups.RecountCloseAsync(open.Members, stop);
        writing.Afterwards(() =>
        {
            recent.Forget();
            return Task.CompletedTask;
        });
    }

    /// <summary>At once, both ways: a deputy who is out is out at the tick.</summary>
    private async Task TakeDeputiesAsync(Space space, bool always, Actor by, CancellationToken stop)
    {
        space.Deputies = always;
        await groups.TakeDeputiesAsync(space.Members, always, stop);
        await groups.RecountCloseAsync(space.Members, stop);
        audit.Write(by, "spaces.deputies.changed", space.Id.Value, space: space.Id.Value);
        writing.Afterwards(() =>
        {
            recent.Forget();
            return Task.CompletedTask;
        });
    }

    private Task OpenToStaffAsync(GroupId members, DateTime at, CancellationToken stop) =>
        groups.IncludeAsync(members, GroupId.Staff, (int)SpaceRole.Reader, Because.Open, at, Helsinki.Never, stop: stop);
}
