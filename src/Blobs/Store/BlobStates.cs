using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>What bytes are, by their content.</summary>
[Stored]
public enum MediaKind
{
    Picture,
    Video,
    Sound,
    Document,
    Archive,
    Other,
}

/// <summary>Whether the bytes may be handed on.</summary>
[Stored]
public enum BlobState
{
    /// <summary>Not yet scanned; nobody gets it.</summary>
    Checking,

    /// <summary>Scanned, nothing found.</summary>
    Clean,

    /// <summary>Scanning is off in this house. Handed on only as long as it is; scanned once it is on.</summary>
    Unchecked,

    /// <summary>Malware was found; the bytes are gone, digest and finding are kept.</summary>
    Infected,

    /// <summary>It could not be scanned, so nobody gets it; the bytes are gone.</summary>
    Unscannable,
}

/// <summary>Whether there is something to show.</summary>
[Stored]
public enum MediaState
{
    Waiting,
    Preparing,
    Ready,
    Failed,
}

/// <summary>Why bytes are blocked or cannot be shown.</summary>
[Stored]
public enum BlobReason
{
    /// <summary>The scanner found malware.</summary>
    Malware,

    /// <summary>Larger than the scanner looks at.</summary>
    TooLarge,

    /// <summary>Under a password, so the scanner cannot look inside.</summary>
    Encrypted,

    /// <summary>Broken, or not what it says it is.</summary>
    Unreadable,

    /// <summary>A picture of more pixels than is taken.</summary>
    TooManyPixels,

    /// <summary>A film or sound longer than is taken.</summary>
    TooLong,
}
