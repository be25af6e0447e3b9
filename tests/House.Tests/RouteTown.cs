using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A town with one of everything that a route can name, and a member of staff who looks after a space.</summary>
internal sealed record RouteTown(PersonId Staff, PersonId Colleague, TestSpace Space, PostId Post, GroupId Class)
{
    public static async Task<RouteTown> BuildAsync(TestHouse house)
    {
        var staff = await house.Town.StaffAsync("Aino Mäki");
        var colleague = await house.Town.StaffAsync("Eero Lahti");
        var space = await house.Town.SpaceAsync("Hanke", Confidentiality.Members, staff, colleague);
        var school = await house.Town.UnitAsync("Kuusiston koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var @class = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var post = PostId.New();
        await house.InAsync((PostActions posts) => posts.PublishAsync(
            new() { Id = post, Space = space.Id, Title = "Terve", Body = "Tervetuloa" }, Actor.Of(colleague)));
        return new(staff, colleague, space, post, @class);
    }

    /// <summary>The address of a route about something in this town; null where the town has no such thing.</summary>
    public string? Address(HouseRoute route)
    {
        if (!route.HasParameters) return route.Pattern;

        var place = route.Pattern.Replace("/api/v1", "", StringComparison.Ordinal).Split('/')[1];
        var id = place switch
        {
            "spaces" => Space.Id.ToString(),
            "posts" when route.Pattern.Contains("/mentions/", StringComparison.Ordinal) => Space.Audience.ToString(),
            "posts" => Post.ToString(),
            "people" => Colleague.ToString(),
            "audiences" => Space.Audience.ToString(),
            "classes" => Class.ToString(),
            _ => null,
        };
        return id is null ? null : RouteList.Filled(route.Pattern, _ => id);
    }
}
