using Microsoft.AspNetCore.Components;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>
/// A content room shows what arrived: home, the space page and the live feed draw through this. It checks the audience itself,
/// so what is not for the reader is simply not in the answer.
/// </summary>
public interface IArrivalCards
{
    /// <summary>The <see cref="Arrival.Kind"/> it draws.</summary>
    string Kind { get; }

    /// <summary>
    /// A card for each that is asked for, as one set: never a statement per card. A full card is an <c>article.card.post</c>. A
    /// compact one is what stands in a must-read beside its day leaf: <c>h2</c> with id <c>must-{id}</c> and a link, one sentence,
    /// and <c>div.actions</c>.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, RenderFragment>> CardsAsync(IReadOnlyList<CardAsked> asked, Actor by, CancellationToken stop);
}

/// <summary>A card that a page asks for.</summary>
/// <param name="Compact">In few words.</param>
/// <param name="Fresh">New to the reader.</param>
public readonly record struct CardAsked(Guid Id, bool Compact = false, bool Fresh = false);

/// <summary>What a card may ask of the list it stands in.</summary>
public static class ArrivalCard
{
    /// <summary>The name of a cascading bool: a compact card is one row among others, a link and one line.</summary>
    public const string Row = "ArrivalRow";
}

/// <summary>A content room whose things can be must-reads says which of them the reader has confirmed.</summary>
public interface IMustReads
{
    string Kind { get; }

    Task<IReadOnlySet<Guid>> ConfirmedAsync(IReadOnlyCollection<Guid> ids, Actor by, CancellationToken stop);
}

/// <summary>A content room puts something at the head of a space's page: the box in which one begins to write.</summary>
public interface ISpaceParts
{
    /// <summary>Null where there is nothing for this person.</summary>
    Task<RenderFragment?> HeadAsync(OpenSpace space, Actor by, CancellationToken stop);
}
