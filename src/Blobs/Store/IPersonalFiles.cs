using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>
/// A room that ties files to a person hands them over for the take-away package (GDPR, articles 15 and 20): what the person has attached
/// or set, in its best form, and only what may be delivered now (<see cref="Delivery.Whole"/>).
/// </summary>
public interface IPersonalFiles
{
    /// <summary>In a stable order, some at a time: bytes are copied between one and the next, so no statement may stay open meanwhile.</summary>
    IAsyncEnumerable<PersonalFile> OfAsync(PersonId person, CancellationToken stop);
}

/// <summary>One file of a person.</summary>
/// <param name="Name">What the person called it.</param>
public sealed record PersonalFile(string Name, Rendition Rendition);
