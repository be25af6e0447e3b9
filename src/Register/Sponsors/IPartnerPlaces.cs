using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A place that a partner can be let into.</summary>
public sealed record PartnerPlace(Guid Id, string Name);

/// <summary>What rooms above let an invited partner into. Theirs to offer and to grant; the register knows none of them.</summary>
public interface IPartnerPlaces
{
    /// <summary>Those that the one who asks may let somebody from outside into, in the order of the alphabet. One statement.</summary>
    Task<IReadOnlyList<PartnerPlace>> OfferedAsync(Actor by, CancellationToken stop = default);

    /// <summary>Lets the partner into those of the places that are still offered, inside the inviter's writing.</summary>
    /// <param name="cause">What the grant hangs on: the partner's assignment. It ends with that, and goes on when that does.</param>
    Task AdmitAsync(PersonId partner, Guid cause, IReadOnlyCollection<Guid> places, DateTime until, Actor by, CancellationToken stop = default);
}
