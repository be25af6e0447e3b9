using System.Threading.RateLimiting;
using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>How often one person may send: a burst of sixty, then one in five seconds.</summary>
internal sealed class UploadRate : IDisposable
{
    private readonly PartitionedRateLimiter<PersonId> _limiter = PartitionedRateLimiter.Create<PersonId, PersonId>(
        person => RateLimitPartition.GetTokenBucketLimiter(person, _ => new()
        {
            TokenLimit = 60,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(5),
            QueueLimit = 0,
        }));

    public bool Takes(PersonId person)
    {
        using var lease = _limiter.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
