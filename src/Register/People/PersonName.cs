using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>How a person is written beside what they did: the same in every room and channel.</summary>
/// <param name="Unit">Tells namesakes apart: unit, organ, company or school. Null for the shielded and for those the viewer does not see.</param>
/// <param name="PictureUrl">Changes when the picture does; null where there is none to show this viewer.</param>
/// <param name="Href">The profile; null where this viewer has none to open.</param>
/// <param name="Outside">From outside the city: a partner, and nothing else besides.</param>
public sealed record PersonName(PersonId Id, string Name, string? Unit, string? PictureUrl, string? Href, bool Outside, bool Pupil)
{
    /// <summary>Somebody of whom only this is left: that they wrote it.</summary>
    public static PersonName Former(PersonId id) => new(id, PersonText.Former, null, null, null, Outside: false, Pupil: false);
}
