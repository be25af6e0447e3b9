using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Tupa.Access;

/// <summary>How a password check ended.</summary>
internal enum PasswordVerdict
{
    Wrong,
    Right,

    /// <summary>Right, and hashed by rules of long ago: hash it anew.</summary>
    RightAndOld,

    /// <summary>Too many checks are waiting already; nothing was checked.</summary>
    Busy,
}

/// <summary>
/// Makes and checks password hashes: PBKDF2-SHA512, 210,000 rounds. A check takes a core for a tenth of a second, so only some
/// run at once, behind everything else, and only some may wait; a burst of sign-ins slows itself and nobody else.
/// </summary>
internal sealed class PasswordChecks : IDisposable
{
    public const int Rounds = 210_000;
    private const int MostWaiting = 256;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // One core is left for everything else.
    private readonly SemaphoreSlim _cores = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly string _dummy;
    private int _waiting;
    private int _done;

    public PasswordChecks() => _dummy = _hasher.HashPassword(Nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    /// <summary>How many hashes have been computed: what the time of an answer is made of.</summary>
    public int Done => _done;

    /// <summary>Without a hash a hash of nobody's is checked, which takes as long and is never right.</summary>
    public async Task<PasswordVerdict> CheckAsync(string? hash, string password, CancellationToken stop)
    {
        var plain = password.Length > PasswordRules.Longest ? "" : PasswordRules.Normal(password);
        var result = await InTurnAsync(() => _hasher.VerifyHashedPassword(Nobody, hash ?? _dummy, plain), stop);
        return result switch
        {
            null => PasswordVerdict.Busy,
            _ when hash is null => PasswordVerdict.Wrong,
            PasswordVerificationResult.Success => PasswordVerdict.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordVerdict.RightAndOld,
            PasswordVerificationResult.Failed => PasswordVerdict.Wrong,
            _ => throw new InvalidOperationException("Unknown verdict"),
        };
    }

    /// <summary>Null where too many are waiting.</summary>
    public async Task<string?> HashAsync(string password, CancellationToken stop)
    {
        string? hash = null;
        var done = await InTurnAsync(() =>
        {
            hash = _hasher.HashPassword(Nobody, PasswordRules.Normal(password));
            return PasswordVerificationResult.Success;
        }, stop);
        return done is null ? null : hash;
    }

    private async Task<PasswordVerificationResult?> InTurnAsync(Func<PasswordVerificationResult> work, CancellationToken stop)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            if (!await _cores.WaitAsync(LongestWait, stop)) return null;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            Interlocked.Increment(ref _done);
            return await Patiently.RunAsync(work, stop);
        }
        finally
        {
            _cores.Release();
        }
    }

    public void Dispose() => _cores.Dispose();
}
