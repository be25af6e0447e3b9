using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>How far each person has read in each space.</summary>
public sealed class ReadMarks(TupaDb db, Writing writing, TimeProvider clock)
{
    /// <summary>What came earlier than this to somebody who has never looked into the space is not new.</summary>
    internal static readonly TimeSpan Newness = TimeSpan.FromDays(14);

    /// <summary>All that has come to these spaces by now has been shown. Call it only where something was new: it writes.</summary>
    public async Task SeeAsync(IReadOnlyCollection<SpaceId> spaces, Actor by, CancellationToken stop = default)
    {
        if (by.Person is not { } me || spaces.Count == 0) return;

        try
        {
            await writing.RunAsync<bool>(async () =>
            {
                var now = clock.UtcNow();
                var marks = db.Set<ReadMark>().Where(m => m.Person == me && spaces.Contains(m.Space));
                var marked = await marks.Select(m => m.Space).ToListAsync(stop);
                foreach (var space in spaces.Except(marked)) db.Add(new ReadMark { Person = me, Space = space, SeenUntil = now });
                if (marked.Count > 0) await marks.ExecuteUpdateAsync(set => set.SetProperty(m => m.SeenUntil, now), stop);
                return true;
            }, stop);
        }
        catch (DbUpdateException)
        {
            // The same person opened the same page twice at once: the other one left the mark.
        }
    }
}
