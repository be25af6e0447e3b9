using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A town full of people, each in a unit with a head, in spaces with two stewards, in which they have written.</summary>
internal sealed record CrowdedTown(IReadOnlyList<PersonId> People, IReadOnlyList<TestSpace> Spaces, IReadOnlyList<(TestSpace Space, PostId Post)> Posts)
{
    public static async Task<CrowdedTown> BuildAsync(TestHouse house, int people, int units, int spaces)
    {
        var city = await house.Town.CityAsync();
        var places = new List<UnitId> { city };
        for (var i = 1; i < units; i++) places.Add(await house.Town.UnitAsync($"Yksikkö {i}", UnitKind.Unit, places[(i - 1) / 3]));
        var all = new List<PersonId>();
        await house.WriteAsync(db =>
        {
            for (var i = 0; i < people; i++)
            {
                var person = new Person { Id = PersonId.New(), CreatedAt = house.Now, SortKey = PersonNaming.SortKey("Kansa", $"Lainen{i}") };
                db.Add(person);
                db.Add(new CardA { Person = person.Id, GivenName = "Kansa", FamilyName = $"Lainen{i}", UserId = $"kansa.lainen{i}", Organisation = "Kuusisalmen kaupunki" });
                all.Add(person.Id);
            }

            return Task.CompletedTask;
        });
        await house.InAsync((AssignmentActions actions) => actions.BeginAsync(
            [.. all.Select((p, i) => new Beginning(AssignmentId.New(), house.Told(p, places[i % places.Count])))], Actor.House("test.source")));
        for (var i = 0; i < places.Count; i++) await house.HeadAsync(places[i], all[i]);

        var (made, posts) = (new List<TestSpace>(), new List<(TestSpace, PostId)>());
        for (var i = 0; i < spaces; i++)
        {
            var space = await house.Town.SpaceAsync($"Tila {i}", i % 4 == 0 ? Confidentiality.Open : Confidentiality.Members, all[(i * 7) % people], all[(i * 7 + 1) % people]);
            for (var n = 2; n < 9; n++) await house.Town.JoinAsync(all[(i * 7 + n) % people], space.Members, (int)SpaceRole.Contributor);
            var post = PostId.New();
            await house.InAsync((PostActions actions) => actions.PublishAsync(
                new() { Id = post, Space = space.Id, Title = $"Asia {i}", Body = "Luettavaa" }, Actor.Of(all[(i * 7 + 3) % people])));
            made.Add(space);
            posts.Add((space, post));
        }

        return new(all, made, posts);
    }
}
