using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>What people are in the city now, for the entries of what they do: the room that knows people says it.</summary>
public interface IActorStandings
{
    /// <summary>Those whom no assignment keeps here are left out. One statement.</summary>
    Task<IReadOnlyDictionary<PersonId, ActorStanding>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop);
}
