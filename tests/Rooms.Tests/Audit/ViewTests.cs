using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Who looks at a person, or at what is in a confidential space, leaves a note, once; failed sign-ins and what is refused leave one too.</summary>
public sealed class ViewTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_opens_a_profile_leaves_one_note_in_ten_minutes_and_none_for_the_own(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (aino, borje) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Börje Öhman"));
        using var client = await house.SignedInAsync(aino);
        await client.PageAsync($"/people/{borje}");
        await client.PageAsync($"/people/{borje}");
        await client.PageAsync($"/people/{aino}");
        house.Clock.Move(TimeSpan.FromMinutes(11));
        await client.PageAsync($"/people/{borje}");

        var looks = await house.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().Where(e => e.Deed == "register.profile.viewed").ToListAsync());
        Assert.Equal(2, looks.Count);
        Assert.All(looks, l => Assert.True(l is { Subject: not null, Way: WayIn.Page, Address: not null, Population: "Staff" }));

        // The page of nobody leaves none.
        using (var nobody = await client.GetAsync(new Uri($"/people/{PersonId.New()}", UriKind.Relative))) Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        Assert.Equal(2, (await house.AuditedAsync()).Count(d => d == "register.profile.viewed"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_reads_in_a_confidential_space_leaves_a_note_and_elsewhere_none(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var secret = await house.Town.SpaceAsync("Salassa", Confidentiality.Confidential, aino);
        var common = await house.Town.SpaceAsync("Hanke", Confidentiality.Members, aino);
        var (hidden, open) = (await PublishAsync(house, secret, aino), await PublishAsync(house, common, aino));
        using var client = await house.SignedInAsync(aino);
        await client.PageAsync($"/spaces/{common.Id}");
        await client.PageAsync($"/posts/{open}");
        Assert.DoesNotContain(await house.AuditedAsync(), d => d.EndsWith(".viewed", StringComparison.Ordinal));

        await client.PageAsync($"/spaces/{secret.Id}");
        await client.PageAsync("/");
        await client.PageAsync($"/posts/{hidden}");
        var looks = await house.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().Where(e => e.Space == secret.Id.Value).OrderBy(e => e.Id).Select(e => e.Deed).ToListAsync());
        Assert.Equal(["posts.cards.viewed", "posts.post.viewed"], looks.Where(d => d.EndsWith(".viewed", StringComparison.Ordinal)));

        // What is drawn before the doors open is seen by nobody.
        house.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.Equal(200, await house.RehearseAsync());
        Assert.Equal(2, (await house.AuditedAsync()).Count(d => d.EndsWith(".viewed", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_failed_sign_in_is_noted_with_whence_it_came(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var visitor = house.Visitor();
        using var answer = await visitor.PostAsync("/sessions", ("userId", "ei.ketaan"), ("password", "väärä sana"));

        var entry = await house.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().SingleAsync(e => e.Deed == "access.session.open"));
        Assert.Equal((AuditOutcome.Refused, "anonymous", WayIn.Page), (entry.Outcome, entry.ByName, entry.Way));
        Assert.NotNull(entry.Address);
    }

    private static async Task<PostId> PublishAsync(TestHouse house, TestSpace space, PersonId by)
    {
        var id = PostId.New();
        Assert.Null((await house.InAsync((PostActions posts) => posts.PublishAsync(new() { Id = id, Space = space.Id, Title = "Asia", Body = "Teksti" }, Actor.Of(by)))).Refusal);
        return id;
    }
}
