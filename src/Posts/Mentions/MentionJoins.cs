using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>
/// Words that name one of two who are joined name the one who is kept, and name the other again where they are parted. A text that
/// named both says so twice, and cannot be taken apart.
/// </summary>
internal sealed class MentionJoins(TupaDb db, Writing writing, MentionTexts texts, MarkupCache cache) : IHear<PeopleJoining>, IHear<PeopleParted>
{
    /// <summary>While the mentions still say whose they are.</summary>
    public async Task HearAsync(IReadOnlyList<PeopleJoining> announced, CancellationToken stop)
    {
        foreach (var one in announced)
        {
            await RenameAsync(await SourcesAsync(one.Lost, stop), one.Lost, one.Kept, stop);
            await texts.RenameInDraftsAsync(one.Lost, one.Kept, stop);
        }
    }

    /// <summary>Once they say it again.</summary>
    public async Task HearAsync(IReadOnlyList<PeopleParted> announced, CancellationToken stop)
    {
        foreach (var one in announced) await RenameAsync(await SourcesAsync(one.Parted, stop), one.Kept, one.Parted, stop);
    }

    private Task<List<Guid>> SourcesAsync(PersonId person, CancellationToken stop) => db.Set<Mention>().Where(m => m.Person == person).Select(m => m.Source).ToListAsync(stop);

    private async Task RenameAsync(List<Guid> sources, PersonId person, PersonId other, CancellationToken stop)
    {
        await texts.RenameAsync(sources, person, other, stop);
        await writing.FlushAsync(stop);
        writing.Afterwards(() =>
        {
            cache.Forget(sources);
            return Task.CompletedTask;
        });
    }
}
