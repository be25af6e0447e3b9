namespace Tupa.Kernel;

/// <summary>Asks again whether the session of this request still lives, for answers that last longer than a page: the live stream.</summary>
public interface ISessionCheck
{
    /// <summary>How long this browser may lie untouched; null where it may lie until the session ends of itself: on a device of one's own.</summary>
    TimeSpan? LongestIdle { get; }

    /// <summary>False once the session was ended, ran out, or its account was closed. Reads the database anew each time.</summary>
    Task<bool> LiveAsync(CancellationToken stop);
}
