using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A space with one of each role, and posts in it made by the actions of the house.</summary>
internal sealed class PostTown(TestHouse house, TestSpace space, PersonId steward, PersonId editor, PersonId writer, PersonId reader, PersonId stranger)
{
    public TestHouse House => house;
    public TestSpace Space => space;
    public PersonId Steward => steward;
    public PersonId Editor => editor;
    public PersonId Writer => writer;
    public PersonId Reader => reader;
    public PersonId Stranger => stranger;

    public static async Task<PostTown> OpenAsync(TestHouse house)
    {
        var town = house.Town;
        var steward = await town.StaffAsync("Sami Hautakangas");
        var space = await town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, steward);
        var editor = await town.StaffAsync("Eeva Toimittaja");
        var writer = await town.StaffAsync("Noora Heikkilä");
        var reader = await town.StaffAsync("Lauri Lukija");
        await town.JoinAsync(editor, space.Members, (int)SpaceRole.Editor);
        await town.JoinAsync(writer, space.Members, (int)SpaceRole.Contributor);
        await town.JoinAsync(reader, space.Members, (int)SpaceRole.Reader);
        return new(house, space, steward, editor, writer, reader, await town.StaffAsync("Ville Vieras"));
    }

    public PostInput Input(string title = "Silta aukeaa", string body = "Kannen pintaus on valmis.") =>
        new() { Id = PostId.New(), Space = space.Id, Title = title, Body = body };

    public Task<PostAnswer> PublishAsync(PostInput input, PersonId by) => house.InAsync((PostActions posts) => posts.PublishAsync(input, Actor.Of(by)));

    public Task<PostAnswer> ReviseAsync(PostInput input, PersonId by) => house.InAsync((PostActions posts) => posts.ReviseAsync(input, Actor.Of(by)));

    public async Task<PostId> PostAsync(PersonId by, string title = "Silta aukeaa", string body = "Kannen pintaus on valmis.")
    {
        var input = Input(title, body);
        Assert.Null((await PublishAsync(input, by)).Refusal);
        return input.Id;
    }

    public Task<Refusal?> SayAsync(PostId post, PersonId by, string body, CommentId? replyTo = null, params PersonId[] mentions) =>
        house.InAsync((CommentActions comments) => comments.SayAsync(post, new(CommentId.New(), body, replyTo, 0, mentions), Actor.Of(by)));

    public Task<PostRow?> SeenAsync(PostId post, PersonId by) => house.InAsync((PostQueries posts) => posts.FindAsync(post, Actor.Of(by)));

    public Task<PostView?> ShownAsync(PostId post, PersonId by) => house.InAsync((PostViews posts) => posts.ShownAsync(post, Actor.Of(by), null, default));

    public Task<Post?> RowAsync(PostId post) => house.ReadAsync(db => db.Set<Post>().FirstOrDefaultAsync(p => p.Id == post));

    public Task<int> CountAsync<T>() where T : class => house.ReadAsync(db => db.Set<T>().CountAsync());

    public Task<List<Tupa.Notifications.NoticeKind>> ToldAsync(PersonId person) =>
        house.ReadAsync(db => db.Set<Tupa.Notifications.NoticeRow>().Where(n => n.Person == person).OrderBy(n => n.At).Select(n => n.Kind).ToListAsync());

    /// <summary>How the form writes a moment: day and time in Helsinki.</summary>
    public static (string Day, string Time) Typed(DateTime utc)
    {
        var local = Helsinki.Local(utc);
        return (local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), local.ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}
