using Microsoft.AspNetCore.Components;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>Asks every content room for its cards, once each for a whole page.</summary>
internal sealed class ArrivalDrawing(IEnumerable<IArrivalCards> rooms, IEnumerable<IMustReads> mustReads)
{
    public async Task<IReadOnlyDictionary<Guid, RenderFragment>> CardsAsync(
        IReadOnlyCollection<ArrivalRow> rows, Actor by, bool compact, CancellationToken stop)
    {
        var cards = new Dictionary<Guid, RenderFragment>();
        foreach (var room in rooms)
        {
            var ids = rows.Where(r => r.Kind == room.Kind).Select(r => r.Id).ToList();
            if (ids.Count == 0) continue;
            foreach (var (id, card) in await room.CardsAsync(ids, by, compact, stop)) cards[id] = card;
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
