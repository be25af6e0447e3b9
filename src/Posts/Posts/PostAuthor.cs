using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Posts;

/// <summary>Who wrote it, when the person may be gone.</summary>
internal static class PostAuthor
{
    /// <param name="names">The names asked for; who is not in them is a former user.</param>
    public static PersonName In(IReadOnlyDictionary<PersonId, PersonName> names, PersonId? author, FormerUserId? former) =>
        author is { } person && names.TryGetValue(person, out var name)
            ? name
            : PersonName.Former(author ?? new PersonId(former?.Value ?? Guid.Empty));

    /// <summary>The HTML of a text for the reader whose names these are.</summary>
    public static string For(this RenderedText text, IReadOnlyDictionary<PersonId, PersonName> names) => text.For(person =>
        names.TryGetValue(person, out var name) ? (name.Name, name.Href) : (PersonText.Former.ToString(), null));
}
