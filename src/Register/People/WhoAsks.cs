using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// What the door has just read of the one behind this request, so that no room asks the database again. Scoped; empty behind jobs
/// and commands, and forgotten in what lives longer than a page, because an assignment may end meanwhile.
/// </summary>
public sealed class WhoAsks(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private PersonAtDoor? _standing;
    private DateTime _readAt;

    public void Is(PersonAtDoor standing) => (_standing, _readAt) = (standing, clock.UtcNow());

    /// <summary>Whether a pupil asks, who is nothing else in the city: then pages speak to a child.</summary>
    public bool IsPupil(Actor by) => by.Person is { } person && Standing(person) is { IsPupil: true, IsStaff: false, IsElected: false, IsPartner: false };

    /// <summary>Null where the door has not read it, or not lately.</summary>
    internal PersonAtDoor? Standing(PersonId person) =>
        _standing?.Person == person && clock.UtcNow() - _readAt < Fresh ? _standing : null;
}
