using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Posts;

namespace Tupa.Tests;

public sealed class PostsErasureTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_erased_author_leaves_the_threads_readable_and_nothing_that_names_them(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        var other = await town.PostAsync(town.Editor, "Toinen", $"Kysy {MentionMark.Of(town.Writer)}");
        await town.SayAsync(id, town.Writer, "Oma kommentti");
        await town.SayAsync(id, town.Reader, "Kiitos @Noora Heikkilä", null, town.Writer);
        await house.InAsync((ReactionActions r) => r.GiveAsync(other, ReactionKind.Idea, Actor.Of(town.Writer)));
        await house.InAsync((DraftActions d) => d.SaveAsync(town.Input(), Actor.Of(town.Writer)));
        await town.ReviseAsync(town.Input("Uusi", "Uusi") with { Id = id, Who = Who.Same }, town.Writer);
        Assert.Contains("posts_comments", await ExportedAsync(house, town.Writer));

        await EraseAsync(house, town.Writer);
        await EraseAsync(house, town.Writer);

        Assert.Equal(0, await house.InAsync(async (IServiceProvider s) => await Provider(s).RemainingAsync(town.Writer, default)));
        var view = (await town.ShownAsync(id, town.Reader))!;
        Assert.Equal("Poistunut käyttäjä", view.Author.Name);
        Assert.Equal(["<p>Oma kommentti</p>\n", "<p>Kiitos <span class=\"mention\">@Poistunut käyttäjä</span></p>\n"], view.Comments.Comments.Select(c => c.Html));
        Assert.Contains("Poistunut käyttäjä", (await town.ShownAsync(other, town.Reader))!.Html, StringComparison.Ordinal);
        Assert.Equal(0, await town.CountAsync<Draft>() + await town.CountAsync<Reaction>());
        Assert.False(await house.ReadAsync(db => db.Set<Comment>().AnyAsync(c => c.Body.Contains(town.Writer.ToString()))));

        // One and the same former user in the thread, so that it can be followed.
        var former = (await town.RowAsync(id))!.Former;
        Assert.True(await house.ReadAsync(db => db.Set<Comment>().AnyAsync(c => c.Former == former)));
    }

    private static async Task<List<string>> ExportedAsync(TestHouse house, PersonId person)
    {
        var tables = new List<string>();
        await house.InAsync(async (IServiceProvider services) =>
        {
            await foreach (var row in Provider(services).ExportAsync(person, default)) tables.Add(row.Table);
        });
        return tables;
    }

    private static Task EraseAsync(TestHouse house, PersonId person) => house.InAsync((IServiceProvider services) =>
        services.GetRequiredService<Writing>().RunAsync(() => Provider(services).EraseAsync(person, default)));

    private static IPersonalData Provider(IServiceProvider services) => services.GetServices<IPersonalData>().Single(p => p.Tables.Contains("posts_posts"));
}
