using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>What waits for a person beside what is new in the spaces: the unread of the inbox. It is counted within the statement of the rail.</summary>
public interface IWaiting
{
    /// <summary>One row for each that waits for a person at an instant.</summary>
    Part<Func<TupaDb, PersonId, DateTime, IQueryable<DateTime>>> Rows { get; }
}
