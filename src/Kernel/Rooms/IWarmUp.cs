namespace Tupa.Kernel;

/// <summary>
/// Does once, before the doors open, what the first visitor would wait for: plans statements, draws what it read and throws it away.
/// It reads as somebody would, changes nothing, and its failure is nobody's.
/// </summary>
public interface IWarmUp
{
    Task WarmUpAsync(CancellationToken stop);
}
