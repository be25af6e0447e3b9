using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

public sealed class PupilChipTests
{
    [Fact]
    public async Task Who_sees_a_post_is_told_to_a_pupil_in_a_childs_words_and_to_the_teacher_in_a_grown_ups()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var own = await house.Town.GroupAsync("5A", GroupKind.Class, school);
        var teacher = await house.Town.TeacherAsync("Jelena Šarić-Niemi", school, own);
        var pupil = await house.Town.PupilAsync("Aada Koivisto", school, own);
        await house.Town.PupilAsync("Eetu Toivonen", school, own);
        var space = await house.Town.SpaceAsync("5A", Confidentiality.Members, teacher);
        await house.Town.IncludeAsync(space.Members, own, SpaceRole.Contributor);
        var post = PostId.New();
        var input = new PostInput { Id = post, Space = space.Id, Title = "Retki", Body = "Perjantaina" };
        Assert.Null((await house.InAsync((PostActions posts) => posts.PublishAsync(input, Actor.Of(teacher)))).Refusal);

        // The teacher first: what is drawn for her is not given to him.
        using var grownUp = await house.SignedInAsync(teacher);
        using var child = await house.SignedInAsync(pupil);
        foreach (var path in new[] { "/", $"/spaces/{space.Id}", $"/posts/{post}" })
        {
            var hers = (await grownUp.PageAsync(path)).QuerySelector(".aud")!;
            Assert.Contains("Näkee 3 henkilöä", hers.TextContent, StringComparison.Ordinal);

            var his = (await child.PageAsync(path)).QuerySelector(".aud")!;
            Assert.Contains("Tämän näkee 3 ihmistä", his.TextContent, StringComparison.Ordinal);
            Assert.Contains("2 oppilasta ja 1 aikuinen. Muut eivät näe tätä.", his.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("henkilöä", his.TextContent, StringComparison.Ordinal);
            Assert.True(his.HasAttribute("open"));
        }
    }
}
