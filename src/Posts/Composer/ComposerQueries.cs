using Microsoft.EntityFrameworkCore;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Who would see what is being written: how many of each kind, and the names that the writer may see.</summary>
public sealed record WhoRow(AudienceCount Count, IReadOnlyList<PersonName> Outside, IReadOnlyList<PersonName> Inside);

/// <summary>What the composer stands on.</summary>
/// <param name="Whole">How many are in the whole space.</param>
/// <param name="MentionsIn">Whom one may mention: the people of this audience.</param>
/// <param name="IsOut">The post is in sight already, so it keeps its time.</param>
/// <param name="Version">The post's version now; 0 for a new one.</param>
public sealed record ComposerView(
    OpenSpace Space, WhoRow Who, int Whole, IReadOnlyList<GroupPart> Groups, IReadOnlyList<FileRow> Files, AudienceId MentionsIn, bool IsOut, int Version);

/// <summary>What is being written, as its readers would see it.</summary>
public sealed record PostPreview(PersonName Author, string SpaceName, string Title, string Html, IReadOnlyList<FileRow> Files);

/// <summary>Reads for the composer.</summary>
internal sealed class ComposerQueries(
    TupaDb db, SpaceAccess spaces, PostAccess posts, PostAudiences audiences, Audience audience, PeopleSeen seen, PeopleNames names,
    AudiencePeople people, FileQueries attachments, MentionActions mentions, TimeProvider clock)
{
    private const int MostOutside = 20;
    private const int MostInside = 8;

    /// <summary>Of the kinds 1 staff, 2 elected, 3 pupil, 4 partner: the first that fits.</summary>
    private const int Outsider = 4;

    /// <summary>The view for a new post; null where the actor may not publish there.</summary>
    public async Task<ComposerView?> NewAsync(PostInput input, Actor by, CancellationToken stop) =>
        await spaces.OpenAsync(input.Space, by, stop) is { Can.Publish: true } space
            ? await ViewAsync(input, space, space.Whole, [], isOut: false, version: 0, by, stop)
            : null;

    /// <summary>The form of a post as it stands, and its view; null where the actor may not change it.</summary>
    public async Task<(PostInput Input, ComposerView View)?> EditAsync(PostId id, PostInput? typed, Actor by, CancellationToken stop)
    {
        var files = attachments.FoundOpen(id.Value, by);
        var row = await posts.Row(id, by).Select(open => new { Open = open, Files = files.Where(f => f.Owner == open.Post.Id.Value).ToList() }).FirstOrDefaultAsync(stop);
        if (posts.Open(row?.Open, by) is not { Can.Edit: true } open) return null;

        var attached = attachments.Rows(row!.Files, by);
        if (typed is null) names.Expect(MentionMark.In(open.Post.Body));
        var input = typed ?? Input(open.Post, attached);
        var view = await ViewAsync(
            input with { Space = open.Space.Id }, open.Space, open.Post.Audience, attached, open.Post.PublishedAt <= clock.UtcNow(), open.Post.Version, by, stop);
        return (typed ?? await NamedAsync(input, by, stop), view);
    }

    /// <summary>Who would see it; null where the actor may not write there.</summary>
    public async Task<(WhoRow Who, AudienceId Audience)?> LookAsync(PostInput input, Actor by, CancellationToken stop) =>
        await OpenAsync(input, by, stop) is var (space, same, _) ? (await WhoAsync(input, space, same, by, stop), same) : null;

    /// <summary>The form as it stands, drawn by what draws posts; null where the actor may not write there.</summary>
    public async Task<PostPreview?> PreviewAsync(PostInput input, Actor by, CancellationToken stop)
    {
        if (await OpenAsync(input, by, stop) is not var (space, same, post)) return null;

        var typed = input.Body.Length > Post.LongestBody ? input.Body[..Post.LongestBody] : input.Body;
        var body = PostMarkup.Render(await mentions.MarkedAsync(typed, input.Id.Value, input.Mentions, Readers(input, space, same, by), by, stop));
        var author = post is null ? by.Person : post.Author;
        var named = await names.ForAsync([.. author is { } writer ? [writer] : Array.Empty<PersonId>(), .. body.People], by, stop);
        var attached = post is null ? [] : attachments.Rows(await attachments.FoundOpen(post.Id.Value, by).ToListAsync(stop), by);
        return new(PostAuthor.In(named, author, post?.Former), space.Name, input.Title.Trim(), body.For(named), await FilesAsync(input, attached, by, stop));
    }

    /// <summary>Who would see it with the form as it stands.</summary>
    public async Task<WhoRow> WhoAsync(PostInput input, OpenSpace space, AudienceId same, Actor by, CancellationToken stop)
    {
        var readers = Readers(input, space, same, by);
        var now = clock.UtcNow();
        var kinds = db.Set<Membership>().Where(m => m.FromUtc <= now && now < m.UntilUtc)
            .Where(m => m.Group == GroupId.Staff || m.Group == GroupId.Elected || m.Group == GroupId.Pupils || m.Group == GroupId.Partners);
        var kinded = readers.Select(p => new
        {
            Person = p,
            Kind = kinds.Where(m => m.Person == p).Min(m => (int?)(m.Group == GroupId.Staff ? 1 : m.Group == GroupId.Elected ? 2 : m.Group == GroupId.Pupils ? 3 : Outsider)),
        });

        // How many of each kind and some of them by name, in one statement; a row that counts names nobody, so it has the writer's id.
        var sees = seen.By(by);
        var writer = kinds.Where(m => m.Person == by.Person).OrderBy(m => m.Group).Select(m => m.Person);
        var rows = await kinded.GroupBy(k => k.Kind).Select(g => new { Kind = g.Key, Count = g.Count(), Person = writer.FirstOrDefault() })
            .Concat(kinded.Where(k => k.Kind == Outsider && sees.Any(s => s == k.Person)).OrderBy(k => k.Person).Take(MostOutside)
                .Select(k => new { k.Kind, Count = 0, k.Person }))
            .Concat(kinded.Where(k => k.Kind != Outsider && sees.Any(s => s == k.Person)).OrderBy(k => k.Person).Take(MostInside)
                .Select(k => new { k.Kind, Count = 0, k.Person }))
            .ToListAsync(stop);

        var some = rows.Where(r => r.Count == 0).ToLookup(r => r.Kind == Outsider, r => r.Person);
        var named = await names.ForAsync([.. some[true], .. some[false]], by, stop);
        int Of(int kind) => rows.Where(r => r.Kind == kind).Sum(r => r.Count);
        return new(
            new(rows.Sum(r => r.Count), Outside: Of(Outsider), Staff: Of(1), Elected: Of(2), Pupils: Of(3), Partners: Of(Outsider)),
            [.. some[true].Select(p => named[p])], [.. some[false].Select(p => named[p])]);
    }

    private async Task<ComposerView> ViewAsync(
        PostInput input, OpenSpace space, AudienceId same, IReadOnlyList<FileRow> attached, bool isOut, int version, Actor by, CancellationToken stop)
    {
        var whole = await people.CountsAsync([space.Whole], stop);
        var choices = await audiences.ChoicesAsync(space, stop);
        var files = await FilesAsync(input, attached, by, stop);
        return new(
            space, await WhoAsync(input, space, same, by, stop), whole.GetValueOrDefault(space.Whole).Total, choices, files, input.Who == Who.Same ? same : space.Whole, isOut, version);
    }

    /// <summary>Where this is written and who sees it as it is; with the post, where there is one. Null where the actor may not.</summary>
    private async Task<(OpenSpace Space, AudienceId Same, Post? Post)?> OpenAsync(PostInput input, Actor by, CancellationToken stop)
    {
        if (await posts.OpenAsync(input.Id, by, stop) is { Can.Edit: true } open) return (open.Space, open.Post.Audience, open.Post);
        return await spaces.OpenAsync(input.Space, by, stop) is { Can.Publish: true } space ? (space, space.Whole, null) : null;
    }

    /// <summary>The files as the form has them, each with the text that was typed for it.</summary>
    private async Task<IReadOnlyList<FileRow>> FilesAsync(PostInput input, IReadOnlyList<FileRow> attached, Actor by, CancellationToken stop)
    {
        var uploads = await attachments.UploadsAsync([.. input.Files.Select(f => f.Upload).Except(attached.Select(f => f.Id))], by, stop);
        return [.. input.Files.Join(attached.Concat(uploads), f => f.Upload, k => k.Id, (f, k) => k with { Alt = f.Alt })];
    }

    /// <summary>The same people as the audience would have: those of the chosen groups who are in the space, and the writer.</summary>
    private IQueryable<PersonId> Readers(PostInput input, OpenSpace space, AudienceId same, Actor by)
    {
        if (input.Who == Who.Same) return audience.People(same);
        if (input.Who == Who.All) return audience.People(space.Whole);

        var now = clock.UtcNow();
        var me = by.Person ?? new PersonId(Guid.Empty);
        var chosen = input.Groups.ToList();
        var members = db.Set<Membership>().Where(m => m.FromUtc <= now && now < m.UntilUtc);
        var parts = members.Where(m => m.Group == space.Members && chosen.Contains(m.Via)).Select(m => m.Person);
        return audience.People(space.Whole).Where(p => p == me || parts.Contains(p));
    }

    private async Task<PostInput> NamedAsync(PostInput input, Actor by, CancellationToken stop)
    {
        var named = await names.ForAsync(input.Mentions, by, stop);
        return input with { Body = MentionMark.Read(input.Body, p => named.TryGetValue(p, out var n) ? n.Name : PersonText.Former) };
    }

    /// <summary>The form of a post as it stands; mentions are still marks.</summary>
    private PostInput Input(Post post, IReadOnlyList<FileRow> attached)
    {
        var (day, time) = Local(post.PublishedAt);
        var (untilDay, untilTime) = post.ExpiresAt >= Helsinki.Never ? ("", "") : Local(post.ExpiresAt);
        var (mustDay, mustTime) = post.MustReadUntil is { } must ? Local(must) : ("", "");
        return new()
        {
            Id = post.Id,
            Space = post.Space,
            Version = post.Version,
            Title = post.Title,
            Body = post.Body,
            Who = Who.Same,
            Mentions = MentionMark.In(post.Body),
            Files = [.. attached.Select(f => new FileInput(f.Id, f.Alt))],
            Later = post.PublishedAt > clock.UtcNow(),
            Day = day,
            Time = time,
            UntilDay = untilDay,
            UntilTime = untilTime,
            MustRead = post.MustReadUntil is not null,
            MustDay = mustDay,
            MustTime = mustTime,
            Pin = post.Pinned,
        };
    }

    private static (string Day, string Time) Local(DateTime utc)
    {
        var local = Helsinki.Local(utc);
        return (local.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }
}
