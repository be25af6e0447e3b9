using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>How long an entry is kept: classes of the plan, decided when it is sealed.</summary>
[Stored]
public enum LogClass
{
    /// <summary>Käyttöloki (TT-15).</summary>
    Use,

    /// <summary>Of those with a power over the house, of the command line, and of confidential spaces (TT-16).</summary>
    Administration,
}

/// <summary>Which spaces are confidential now, so that their entries are kept for longer: the room that knows spaces says it.</summary>
public interface IConfidentialSpaces
{
    Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> spaces, CancellationToken stop);
}
