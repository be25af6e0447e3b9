using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>A post on the list of a steward.</summary>
public sealed record FormerMentionRow(PostId Post, string Title, DateTime PublishedAt, DateTime At);

/// <summary>The posts of a space that name somebody who has been erased, for its stewards.</summary>
public sealed class FormerMentions
{
    private const int Most = 200;

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly PostsSeen _seen;
    private readonly PostAccess _access;
    private readonly AuditLog _audit;

    internal FormerMentions(TupaDb db, Writing writing, PostsSeen seen, PostAccess access, AuditLog audit) =>
        (_db, _writing, _seen, _access, _audit) = (db, writing, seen, access, audit);

    /// <summary>The newest erasures first; only posts in an audience of the steward's.</summary>
    public async Task<IReadOnlyList<FormerMentionRow>> OfSpaceAsync(OpenSpace open, Actor by, CancellationToken stop = default)
    {
        var seen = _seen.InAudienceOf(by).Where(p => p.Space == open.Id);
        var rows = await (
            from p in seen
            join m in _db.Set<FormerMention>() on p.Id equals m.Post
            select new { p.Id, p.Title, p.PublishedAt, m.At }).ToListAsync(stop);
        return [.. rows.GroupBy(r => r.Id).Select(g => new FormerMentionRow(g.Key, g.First().Title, g.First().PublishedAt, g.Max(r => r.At)))
            .OrderByDescending(r => r.At).ThenBy(r => r.Post).Take(Most)];
    }

    /// <summary>A steward has looked; the post leaves the list. Safe to repeat.</summary>
    /// <returns>The space, where it was the steward's to say.</returns>
    public Task<SpaceId?> EndAsync(PostId id, Actor by, CancellationToken stop = default) => _writing.RunAsync<SpaceId?>(async () =>
    {
        if (await _access.OpenAsync(id, by, stop) is not { Space.Can.Keep: true } open)
        {
            _audit.Refused(by, "posts.former-mention.end", id.Value, Refusal.Absent);
            return null;
        }

        if (await _db.Set<FormerMention>().Where(m => m.Post == id).ExecuteDeleteAsync(stop) > 0)
            _audit.Write(by, "posts.former-mention.ended", id.Value, space: open.Post.Space.Value);
        return open.Post.Space;
    }, stop);
}
