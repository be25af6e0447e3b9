using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Files;

namespace Tupa.Tests;

/// <summary>POST /files/uploads and /files/new, for every kind of visitor.</summary>
public sealed class UploadPageTests
{
    [Fact]
    public async Task A_visitor_is_sent_to_the_door_and_nothing_is_kept()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        using var visitor = house.Visitor();
        using var answer = await visitor.UploadAsync("hei"u8.ToArray(), "hei.txt");

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(0, await house.CountAsync<Upload>());
        Assert.Empty(house.BlobFiles());
    }

    [Fact]
    public async Task Another_site_cannot_send_in_a_persons_name()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        using var aino = await house.SignedInAsync(await house.Town.StaffAsync("Aino Mäkelä"));
        using var answer = await aino.UploadAsync("hei"u8.ToArray(), "hei.txt", site: "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await house.CountAsync<Upload>());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_element_gets_a_row_with_the_id_and_the_name(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var aino = await house.SignedInAsync(await house.Town.StaffAsync("Aino Mäkelä"));
        using var answer = await aino.UploadAsync("Pöytäkirja"u8.ToArray(), "C:\\Asiakirjat\\Pöytä<b>kirja.txt");
        var page = await answer.DocumentAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var upload = Assert.Single(await house.ReadAsync(db => db.Set<Upload>().ToListAsync()));
        Assert.Equal("Pöytäbkirja.txt", upload.Name);
        Assert.Equal(upload.Id.ToString(), page.QuerySelector("input[name=upload]")!.GetAttribute("value"));
        Assert.Contains("Tarkistetaan", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["files.upload.received"], await house.AuditedAsync());
    }

    [Fact]
    public async Task A_bare_body_is_taken_with_its_name_in_a_header()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        using var aino = await house.SignedInAsync(await house.Town.StaffAsync("Aino Mäkelä"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/files/uploads") { Content = new ByteArrayContent("hei"u8.ToArray()) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("X-File-Name", Uri.EscapeDataString("Älä avaa.txt"));
        using var answer = await aino.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Älä avaa.txt", await house.ReadAsync(db => db.Set<Upload>().Select(u => u.Name).SingleAsync()));
    }

    [Fact]
    public async Task What_is_too_large_is_refused_in_words_and_nothing_is_kept()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite", new Dictionary<string, string?> { ["Tupa:Blobs:Largest"] = "2000" })).ServeAsync();
        using var aino = await house.SignedInAsync(await house.Town.StaffAsync("Aino Mäkelä"), language: "sv");
        using var answer = await aino.UploadAsync(new byte[2001], "iso.bin");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Filen är för stor. Den största tillåtna storleken är 2\u00a0kB.", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await house.CountAsync<Upload>());
        Assert.Empty(house.BlobFiles());
    }

    [Fact]
    public async Task Without_script_one_attaches_on_a_page_and_comes_back_with_the_id()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        using var aino = await house.SignedInAsync(await house.Town.StaffAsync("Aino Mäkelä"));
        var page = await aino.PageAsync("/files/new?return=/posts/new%3Fspace%3D1");
        Assert.Equal("Liitä tiedosto", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("/posts/new?space=1", page.QuerySelector("input[name=return]")!.GetAttribute("value"));

        using var taken = await aino.UploadAsync("hei"u8.ToArray(), "hei.txt", goBack: "/posts/new?space=1");
        var id = await house.ReadAsync(db => db.Set<Upload>().Select(u => u.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Equal($"/posts/new?space=1&upload={id}", taken.Headers.Location!.ToString());

        using var refused = await aino.UploadAsync([], "tyhjä.txt", goBack: "/posts/new?space=1");
        var again = await refused.DocumentAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Tiedosto on tyhjä", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/posts/new?space=1", again.QuerySelector("input[name=return]")!.GetAttribute("value"));

        using var elsewhere = await aino.UploadAsync("hei"u8.ToArray(), "hei.txt", goBack: "//paha.example/");
        Assert.StartsWith("/?upload=", elsewhere.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_sends_without_end_is_asked_to_wait()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        using var aino = await house.SignedInAsync(await house.Town.StaffAsync("Aino Mäkelä"));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 65; i++)
        {
            using var answer = await aino.UploadAsync("sama"u8.ToArray(), "sama.txt");
            answers.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.UnprocessableEntity, answers);
        Assert.All(answers.Take(60), s => Assert.Equal(HttpStatusCode.OK, s));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_nobody_attaches_is_gone_after_a_day(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var aino = await house.SignedInAsync(await house.Town.StaffAsync("Aino Mäkelä"));
        await aino.UploadedAsync("hei"u8.ToArray(), "hei.txt");
        await house.ReadyAsync();

        house.Clock.Move(TimeSpan.FromHours(25));
        await house.InAsync((UploadSweep sweep) => sweep.RunAsync(default));
        await house.SweepAsync();

        Assert.Equal(0, await house.CountAsync<Upload>());
        Assert.Empty(house.BlobFiles());
    }
}
