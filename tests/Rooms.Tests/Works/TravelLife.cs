using System.Text;
using Microsoft.EntityFrameworkCore;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>What the people of a town do: write, answer, name each other, react, send files and pictures, leave drafts behind.</summary>
internal sealed class TravelLife(TestHouse house, TravelTown town)
{
    private readonly List<PostId> _posts = [];
    private readonly Lazy<Task<byte[]>> _picture = new(Samples.PictureAsync);

    /// <summary>Who may write in which space is asked of the house; whoever may not is refused, and that is life too.</summary>
    public async Task DayAsync(int day)
    {
        if (day % 2 == 0) await PublishAsync();
        await SayAsync();
        if (day % 3 == 0) await ReactAsync();
        if (day % 4 == 0) await DraftAsync();
        if (day % 7 == 0) await UploadAsync();
        if (day % 30 == 5) await PictureAsync();
        if (day % 11 == 0) await ReviseAsync();
    }

    private async Task PublishAsync()
    {
        var (by, named) = (town.Some(), town.Some());
        var input = new PostInput
        {
            Id = PostId.New(),
            Space = town.Spaces[town.Chance.Next(town.Spaces.Count)].Id,
            Title = "Päivän asia",
            Body = $"Kysy lisää: {MentionMark.Of(named.Id)}. {new string('x', town.Chance.Next(3000))}",
            Mentions = [named.Id],
        };
        if ((await house.InAsync((PostActions posts) => posts.PublishAsync(input, Actor.Of(by.Id)))).Refusal is null) _posts.Add(input.Id);
    }

    private async Task SayAsync()
    {
        if (_posts.Count == 0) return;

        var (by, named) = (town.Some(), town.Some());
        var body = $"Kiitos {MentionMark.Of(named.Id)}";
        await house.InAsync((CommentActions comments) => comments.SayAsync(Recent(), new(CommentId.New(), body, null, 0, [named.Id]), Actor.Of(by.Id)));
    }

    private async Task ReactAsync()
    {
        if (_posts.Count > 0) await house.InAsync((ReactionActions reactions) => reactions.GiveAsync(Recent(), ReactionKind.Idea, Actor.Of(town.Some().Id)));
    }

    private async Task ReviseAsync()
    {
        if (_posts.Count == 0) return;

        var id = Recent();
        var post = await house.ReadAsync(db => db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id));
        if (post?.Author is not { } author) return;
        var input = new PostInput { Id = id, Space = post.Space, Version = post.Version, Title = post.Title, Body = "Asia on hoidettu.", Who = Who.Same };
        await house.InAsync((PostActions posts) => posts.ReviseAsync(input, Actor.Of(author)));
    }

    private Task DraftAsync()
    {
        var by = town.Some();
        var input = new PostInput { Id = PostId.New(), Space = town.Spaces[town.Chance.Next(town.Spaces.Count)].Id, Title = by.Secret, Body = $"Terveisin {by.Secret}, {by.Phone}" };
        return house.InAsync((DraftActions drafts) => drafts.SaveAsync(input, Actor.Of(by.Id)));
    }

    private async Task UploadAsync()
    {
        var by = town.Some();
        var blob = await house.SendAsync(Encoding.UTF8.GetBytes($"{by.Secret}\n{by.Email}\n{new string('y', 500)}"), "cv.txt");
        await house.WriteAsync(db =>
        {
            db.Add(new Upload { Id = FileId.New(), Blob = blob, Person = by.Id, Name = $"{by.Secret}.txt", At = house.Now });
            return Task.CompletedTask;
        });
    }

    private async Task PictureAsync()
    {
        await using var picture = new MemoryStream(await _picture.Value);
        await house.InAsync((PictureActions pictures) => pictures.SetAsync(picture, "minä.jpg", town.Some().Id));
    }

    private PostId Recent() => _posts[Math.Max(0, _posts.Count - 1 - town.Chance.Next(20))];
}
