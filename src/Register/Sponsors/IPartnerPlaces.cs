using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A place that a partner can be let into.</summary>
public sealed record PartnerPlace(Guid Id, string Name);

/// <summary>A place that a partner is in by an invitation.</summary>
/// <param name="Name">Null where the one who asks may not know of the place.</param>
/// <param name="LastDay">Inclusive.</param>
public sealed record OpenPlace(Guid Id, string? Name, DateOnly LastDay);

/// <summary>What an invitation opens, and what whoever asks could open yet.</summary>
public sealed record PlacesOfPartner(IReadOnlyList<OpenPlace> Open, IReadOnlyList<PartnerPlace> Offered);

/// <summary>What rooms above let an invited partner into. Theirs to offer and to grant; the register knows none of them.</summary>
public interface IPartnerPlaces
{
    /// <summary>Those that the one who asks may let somebody from outside into, in the order of the alphabet. One statement.</summary>
    Task<IReadOnlyList<PartnerPlace>> OfferedAsync(Actor by, CancellationToken stop = default);

    /// <summary>What hangs on this cause now, and what is offered beside it. One statement.</summary>
    Task<PlacesOfPartner> OfAsync(Guid cause, Actor by, CancellationToken stop = default);

    /// <summary>Lets the partner into those of the places that are still offered, inside the inviter's writing. Returns in how many the partner then is; one that was open already stays as it was.</summary>
    /// <param name="cause">What the grant hangs on: the partner's assignment. It ends with that, and goes on when that does.</param>
    Task<int> AdmitAsync(PersonId partner, Guid cause, IReadOnlyCollection<Guid> places, DateTime until, Actor by, CancellationToken stop = default);

    /// <summary>Ends what this cause gives in the place, for good: it does not come back with a renewal. Inside a writing; false where it never gave anything there.</summary>
    Task<bool> ReleaseAsync(PersonId partner, Guid cause, Guid place, Actor by, CancellationToken stop = default);
}
