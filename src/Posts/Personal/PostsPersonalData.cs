using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>What people wrote stays with its space and loses its author; what is only theirs goes.</summary>
internal sealed class PostsPersonalData(TupaDb db, MarkupCache cache, PostsErasure erasure) : IPersonalData
{
    public IReadOnlyList<string> Tables =>
        ["posts_posts", "posts_revisions", "posts_comments", "posts_reactions", "posts_mentions", "posts_former_mentions", "posts_confirmations", "posts_drafts"];

    public Text Description => new(
        Fi: "Julkaisusi ja niiden muutoshistoria, kommenttisi, reaktiosi, kuittauksesi, luonnoksesi ja maininnat sinusta.",
        Sv: "Dina inlägg och deras ändringshistorik, dina kommentarer, reaktioner, kvitteringar och utkast samt omnämnanden av dig.",
        En: "Your posts and their history, your comments, reactions, confirmations and drafts, and mentions of you.");

    public async IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var p in db.Set<Post>().Where(p => p.Author == person).OrderBy(p => p.PublishedAt).ThenBy(p => p.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("posts_posts", ("id", p.Id.ToString()), ("published_at", Iso(p.PublishedAt)), ("edited_at", Iso(p.EditedAt)), ("title", p.Title), ("body", p.Body));

        // What others wrote is theirs; that it was hidden is the deed of the one who hid it.
        await foreach (var p in db.Set<Post>().Where(p => p.HiddenBy == person && p.Author != person).OrderBy(p => p.HiddenAt).ThenBy(p => p.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("posts_posts", ("id", p.Id.ToString()), ("hidden_at", Iso(p.HiddenAt)), ("hidden_by_me", "true"));
        await foreach (var r in db.Set<Revision>().Where(r => r.By == person).OrderBy(r => r.At).ThenBy(r => r.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("posts_revisions", ("post", r.Post.ToString()), ("at", Iso(r.At)), ("title", r.Title), ("body", r.Body));
        await foreach (var c in db.Set<Comment>().Where(c => c.Author == person).OrderBy(c => c.At).ThenBy(c => c.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("posts_comments", ("post", c.Post.ToString()), ("at", Iso(c.At)), ("edited_at", Iso(c.EditedAt)), ("body", c.Body));
        await foreach (var c in db.Set<Comment>().Where(c => c.HiddenBy == person && c.Author != person).OrderBy(c => c.HiddenAt).ThenBy(c => c.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("posts_comments", ("post", c.Post.ToString()), ("hidden_at", Iso(c.HiddenAt)), ("hidden_by_me", "true"));
        await foreach (var r in db.Set<Reaction>().Where(r => r.Person == person).OrderBy(r => r.At).ThenBy(r => r.Post).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("posts_reactions", ("post", r.Post.ToString()), ("at", Iso(r.At)), ("kind", r.Kind.ToString()));
        await foreach (var c in db.Set<Confirmation>().Where(c => c.Person == person).OrderBy(c => c.At).ThenBy(c => c.Post).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("posts_confirmations", ("post", c.Post.ToString()), ("at", Iso(c.At)));
        await foreach (var m in db.Set<Mention>().Where(m => m.Person == person).OrderBy(m => m.Post).ThenBy(m => m.Source).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("posts_mentions", ("post", m.Post.ToString()));
        await foreach (var d in db.Set<Draft>().Where(d => d.Author == person).OrderBy(d => d.SavedAt).ThenBy(d => d.Post).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("posts_drafts", ("saved_at", Iso(d.SavedAt)), ("title", d.Title), ("body", d.Body));
    }

    public async Task<int> EraseAsync(PersonId person, CancellationToken stop)
    {
        var own = await db.Set<Reaction>().Where(r => r.Person == person).ExecuteDeleteAsync(stop)
            + await db.Set<Confirmation>().Where(c => c.Person == person).ExecuteDeleteAsync(stop)
            + await db.Set<Draft>().Where(d => d.Author == person).ExecuteDeleteAsync(stop);
        var (touched, mentioned) = await erasure.OfAsync(person, stop);
        cache.Forget(mentioned);
        return own + touched;
    }

    public async Task<int> RemainingAsync(PersonId person, CancellationToken stop) =>
        await db.Set<Post>().CountAsync(p => p.Author == person || p.HiddenBy == person, stop)
        + await db.Set<Revision>().CountAsync(r => r.By == person, stop)
        + await db.Set<Comment>().CountAsync(c => c.Author == person || c.HiddenBy == person, stop)
        + await db.Set<Reaction>().CountAsync(r => r.Person == person, stop)
        + await db.Set<Confirmation>().CountAsync(c => c.Person == person, stop)
        + await db.Set<Mention>().CountAsync(m => m.Person == person, stop)
        + await db.Set<Draft>().CountAsync(d => d.Author == person, stop);

    private static string? Iso(DateTime? at) => at?.ToString("O", CultureInfo.InvariantCulture);

    private static PersonalRow Row(string table, params (string Column, string? Value)[] values) =>
        new(table, values.ToDictionary(v => v.Column, v => v.Value, StringComparer.Ordinal));
}
