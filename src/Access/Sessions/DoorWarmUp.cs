using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>Asks the door for a session that nobody has.</summary>
internal sealed class DoorWarmUp(DoorQueries door) : IWarmUp
{
    public Task WarmUpAsync(CancellationToken stop) => door.SessionAsync(new byte[32]);
}
