namespace Tupa.Kernel;

/// <summary>Asks again whether the session of this request still lives, for answers that last longer than a page: the live stream.</summary>
public interface ISessionCheck
{
    /// <summary>False once the session was ended, ran out, or its account was closed. Reads the database anew each time.</summary>
    Task<bool> LiveAsync(CancellationToken stop);
}
