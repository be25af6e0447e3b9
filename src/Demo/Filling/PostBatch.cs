using Tupa.Files;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts;
using Tupa.Spaces;

namespace Tupa.Demo;

/// <summary>The rows of some spaces' posts, table by table, as they are handed to the database.</summary>
internal sealed class PostBatch
{
    public List<Post> Posts { get; } = [];

    public List<Arrival> Arrivals { get; } = [];

    public List<Comment> Comments { get; } = [];

    public List<Reaction> Reactions { get; } = [];

    public List<Mention> Mentions { get; } = [];

    public List<Confirmation> Confirmations { get; } = [];

    public List<AttachedFile> Files { get; } = [];

    public List<Draft> Drafts { get; } = [];

    public List<NoticeRow> Notices { get; } = [];

    /// <summary>Writes them all, inside a writing.</summary>
    public async Task WriteAsync(IBulk bulk, TupaDb db, CancellationToken stop)
    {
        await bulk.InsertAsync(db, Posts, stop);
        await bulk.InsertAsync(db, Arrivals, stop);
        await bulk.InsertAsync(db, Comments, stop);
        await bulk.InsertAsync(db, Reactions, stop);
        await bulk.InsertAsync(db, Mentions, stop);
        await bulk.InsertAsync(db, Confirmations, stop);
        await bulk.InsertAsync(db, Files, stop);
        await bulk.InsertAsync(db, Drafts, stop);
        await bulk.InsertAsync(db, Notices, stop);
    }
}
