namespace Tupa.Blobs;

/// <summary>Where checked bytes are kept, each under its own digest. A disk today; an object store of the city's own is the other side of this seam.</summary>
public interface IBlobStore
{
    /// <summary>Takes the file over. When the task ends the bytes are durable and the file is no longer where it was.</summary>
    Task KeepAsync(string sha256, string file, CancellationToken stop);

    /// <summary>The bytes, as a stream that can seek; null when they are not there.</summary>
    Task<Stream?> OpenAsync(string sha256, CancellationToken stop);

    /// <summary>Removes the bytes; safe to repeat.</summary>
    Task RemoveAsync(string sha256, CancellationToken stop);

    /// <summary>Everything that is kept, and since when.</summary>
    IAsyncEnumerable<KeptBytes> AllAsync(CancellationToken stop);
}

public sealed record KeptBytes(string Sha256, DateTime Since);
