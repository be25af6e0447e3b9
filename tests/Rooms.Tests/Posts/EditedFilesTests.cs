using Tupa.Files;
using Tupa.Kernel;
using Tupa.Posts;

namespace Tupa.Tests;

public sealed class EditedFilesTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Changing_a_post_that_was_not_in_sight_threw_its_files_away(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var file = FileId.New();
        var blob = await house.SendAsync("Pöytäkirja"u8.ToArray(), "liite.txt");
        await house.WriteAsync(db =>
        {
            db.Add(new Upload { Id = file, Blob = blob, Person = town.Writer, Name = "liite.txt", At = house.Now });
            return Task.CompletedTask;
        });
        var (day, time) = PostTown.Typed(house.Now.AddHours(2));
        var (untilDay, untilTime) = PostTown.Typed(house.Now.AddHours(4));
        var input = town.Input() with { Files = [new(file, "Liite")], Later = true, Day = day, Time = time, UntilDay = untilDay, UntilTime = untilTime };
        Assert.Null((await town.PublishAsync(input, town.Writer)).Refusal);

        // Scheduled, before an editor; then expired, before its author.
        await SaveAsFoundAsync(town.Editor);
        house.Clock.Move(TimeSpan.FromHours(5));
        await SaveAsFoundAsync(town.Writer);

        async Task SaveAsFoundAsync(PersonId by)
        {
            var form = (await house.InAsync((ComposerQueries composer) => composer.EditAsync(input.Id, null, Actor.Of(by), default)))!.Value.Input;
            Assert.Null((await town.ReviseAsync(form with { Title = $"Muutettu {house.Now}" }, by)).Refusal);
            Assert.Equal(1, await town.CountAsync<AttachedFile>());
        }
    }
}
