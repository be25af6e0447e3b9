namespace Tupa.Register;

/// <summary>
/// What a feed has said until now. A file of changes names a class or a role and leaves out the rest of the person, so its reader asks
/// for the rest and gives out whole people. Without a memory such files are refused.
/// </summary>
public interface IFeedMemory
{
    /// <summary>The people of these keys that the feed still says are here, as a reader would say them now; those it does not know are left out.</summary>
    Task<IReadOnlyDictionary<string, FedPerson>> PeopleAsync(Source source, string feed, IReadOnlyCollection<string> keys, CancellationToken stop);

    /// <summary>The classes and teaching groups of these keys, their units by institution code; those it does not know are left out.</summary>
    Task<IReadOnlyDictionary<string, FedGroup>> GroupsAsync(Source source, string feed, IReadOnlyCollection<string> keys, CancellationToken stop);
}
