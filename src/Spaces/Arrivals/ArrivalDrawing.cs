using Microsoft.AspNetCore.Components;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>Asks every content room for its cards, once each for a whole page.</summary>
internal sealed class ArrivalDrawing(IEnumerable<IArrivalCards> rooms, IEnumerable<IMustReads> mustReads)
{
    /// <param name="compact">Those that are drawn in few words; null for none.</param>
    public async Task<IReadOnlyDictionary<Guid, RenderFragment>> CardsAsync(
        IReadOnlyCollection<ArrivalRow> rows, Actor by, CancellationToken stop, IReadOnlySet<Guid>? compact = null)
    {
        var cards = new Dictionary<Guid, RenderFragment>();
        foreach (var room in rooms)
        {
            var asked = rows.Where(r => r.Kind == room.Kind).Select(r => new CardAsked(r.Id, compact?.Contains(r.Id) == true, r.Fresh)).ToList();
            if (asked.Count == 0) continue;
            foreach (var (id, card) in await room.CardsAsync(asked, by, stop)) cards[id] = card;
        }

        return cards;
    }

    /// <summary>Those must-reads that the reader has not confirmed.</summary>
    public async Task<IReadOnlyList<ArrivalRow>> UnconfirmedAsync(IReadOnlyList<ArrivalRow> rows, Actor by, CancellationToken stop)
    {
        var confirmed = new HashSet<Guid>();
        foreach (var room in mustReads)
        {
            var ids = rows.Where(r => r.Kind == room.Kind).Select(r => r.Id).ToList();
            if (ids.Count > 0) confirmed.UnionWith(await room.ConfirmedAsync(ids, by, stop));
        }

        return [.. rows.Where(r => !confirmed.Contains(r.Id))];
    }
}
