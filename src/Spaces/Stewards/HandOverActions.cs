using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>What was chosen on the form of a hand-over.</summary>
/// <param name="Successors">Who goes on with which space.</param>
/// <param name="Things">What is given to the successor of its space, beside the space itself.</param>
internal sealed record HandOverInput(IReadOnlyDictionary<SpaceId, PersonId> Successors, IReadOnlySet<Guid> Things);

/// <summary>Hands over what a person keeps, before an end: the successors are stewards at once, the one who leaves stays until the end.</summary>
internal sealed class HandOverActions(
    Writing writing, HandOverQueries queries, SpaceAccess access, GroupActions groups, StewardLine stewards, PersonPicks picks, IEnumerable<IHandOver> rooms,
    Announcer announcer, AuditLog audit, RecentCounts recent, TimeProvider clock)
{
    /// <param name="other">Somebody whom the form does not offer and the one who leaves has found by name.</param>
    public Task<Refusal?> GiveAsync(HandOverInput input, PersonId? other, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var given = new Dictionary<Guid, PersonId>();
        foreach (var space in (await queries.OfAsync(by, stop)).Where(s => input.Successors.ContainsKey(s.Id)))
        {
            var successor = input.Successors[space.Id];
            if (space.Successors.FirstOrDefault(s => s.Person == successor) is not { } known)
            {
                if (!space.Kept || successor != other) return Refused(HandOverText.NotOffered);
                known = new(successor, "", Steward: false);
            }

            if (!known.Steward && await MakeStewardAsync(space, successor, by, stop) is { } refusal) return audit.Refused(by, "spaces.hand-over", space.Id.Value, refusal, space: space.Id.Value);
            foreach (var thing in space.Things.Where(t => input.Things.Contains(t.Id))) given[thing.Id] = successor;
        }

        foreach (var room in given.Count > 0 ? rooms : []) await room.GiveAsync(by.Person!.Value, given, stop);
        writing.Afterwards(() =>
        {
            recent.Forget();
            return Task.CompletedTask;
        });
        return null;

        Refusal Refused(Text reason) => audit.Refused(by, "spaces.hand-over", null, reason);
    }, stop);

    private async Task<Refusal?> MakeStewardAsync(HandOverSpace space, PersonId successor, Actor by, CancellationToken stop)
    {
        if (await access.OpenAsync(space.Id, by, stop) is not { Can.Keep: true } open) return Refusal.Absent;
        if (!await picks.IsStaffAsync(successor, stop)) return new(SpaceText.StewardIsStaff);

        var (now, until) = (clock.UtcNow(), Helsinki.EndOf(Grants.LatestDay(clock.Today())));
        await groups.EndMembershipAsync(open.Members, successor, now, stop: stop);
        await groups.AddAsync(open.Members, successor, (int)SpaceRole.Steward, Guid.CreateVersion7(), Because.Grant, now, until, whileStaff: true, stop);
        await stewards.SettleAsync([open.Members], stop);
        await groups.RecountCloseAsync(open.Members, stop);
        await announcer.AnnounceAsync([new Admitted(space.Id, successor, by.Person)], stop);
        audit.Write(by, "spaces.stewardship.handed-over", space.Id.Value, subject: successor, space: space.Id.Value);
        return null;
    }
}
