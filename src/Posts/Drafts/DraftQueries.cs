using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>A draft in the list of one's own.</summary>
public sealed record DraftRow(PostId Id, SpaceId Space, string SpaceName, string Title, DateTime SavedAt);

/// <summary>A draft as the composer opens it.</summary>
public sealed record OpenDraft(PostInput Input, DateTime SavedAt);

/// <summary>Reads the own drafts, and nobody else's.</summary>
internal sealed class DraftQueries(TupaDb db, SpaceNames spaces)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<DraftRow>> MineAsync(Actor by, CancellationToken stop)
    {
        if (by.Person is not { } me) return [];

        var rows = await db.Set<Draft>().Where(d => d.Author == me)
            .Join(spaces.All, d => d.Space, s => s.Id, (d, s) => new { d.Post, d.Space, s.Name, d.Title, d.Body, d.SavedAt })
            .OrderByDescending(d => d.SavedAt).Take(Most).ToListAsync(stop);
        return [.. rows.Select(d => new DraftRow(d.Post, d.Space, d.Name, PostTitle.Of(d.Title, d.Body), d.SavedAt))];
    }

    public async Task<OpenDraft?> MineAsync(PostId id, Actor by, CancellationToken stop)
    {
        if (by.Person is not { } me) return null;
        var draft = await db.Set<Draft>().FirstOrDefaultAsync(d => d.Post == id && d.Author == me, stop);
        return draft is null ? null : new(DraftForm.Read(draft), draft.SavedAt);
    }
}
