using System.Net;
using System.Net.Http.Headers;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class PictureTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_picture_is_seen_by_those_who_see_the_person_and_is_gone_at_once(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RegisterTown.OpenAsync(house);
        using var own = await house.SignedInAsync(town.Pupil);
        using var classmate = await house.SignedInAsync(town.Classmate);
        using var other = await house.SignedInAsync(town.OtherPupil);

        using var posted = await SendAsync(own, await Samples.PictureAsync(), "image/jpeg", "minä.jpg");
        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        Assert.Null(await AddressAsync());
        await house.ScanAsync();
        await house.PrepareAsync();

        var address = await AddressAsync();
        Assert.NotNull(address);
        using var seen = await classmate.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "image/webp"), (seen.StatusCode, seen.Content.Headers.ContentType?.MediaType));
        Assert.True(seen.Headers.CacheControl!.Private);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(seen.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await classmate.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await own.PostAsync("/me/picture/end")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await classmate.GetAsync(address)).StatusCode);
        Assert.Null(await AddressAsync());
        Assert.Contains("register.picture.removed", await house.AuditedAsync());

        async Task<string?> AddressAsync() => (await house.InAsync((PeopleNames names) =>
            names.OfAsync(town.Pupil, Kernel.Actor.Of(town.Classmate)))).PictureUrl;
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_not_a_picture_is_refused_with_the_reason_and_nothing_is_kept(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        using var own = await house.SignedInAsync(aino);

        using var text = await SendAsync(own, "Hei"u8.ToArray(), "image/jpeg", "minä.jpg");
        using var nothing = await SendAsync(own, [], "application/octet-stream", "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, text.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains(PictureText.NotAPicture.Fi, (await text.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await house.InAsync((OwnQueries own) => own.OfAsync(Kernel.Actor.Of(aino))))!.Picture);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] bytes, string type, string name)
    {
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var form = new MultipartFormDataContent();
        if (name.Length > 0) form.Add(file, "picture", name);
        else form.Add(file, "picture");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/me/picture") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await client.SendAsync(request);
    }
}
