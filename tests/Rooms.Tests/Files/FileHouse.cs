using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Tupa.Files;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Words for tests about files.</summary>
internal static class FileHouse
{
    /// <summary>Sends a file as the element in the page does.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, byte[] bytes, string name, string? goBack = null, string site = "same-origin")
    {
        using var form = new MultipartFormDataContent();
        if (goBack is not null) form.Add(new StringContent(goBack), "return");
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        form.Add(file, "file", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/files/uploads") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", site);
        return await client.SendAsync(request);
    }

    /// <summary>The id in the fragment that answered an upload.</summary>
    public static async Task<FileId> UploadedAsync(this HttpClient client, byte[] bytes, string name)
    {
        using var answer = await client.UploadAsync(bytes, name);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, html);
        var input = (await new HtmlParser().ParseDocumentAsync(html)).QuerySelector("input[name=upload]")!;
        return new(Guid.Parse(input.GetAttribute("value")!));
    }

    /// <summary>Attaches an upload to a thing of the space, seen from now on.</summary>
    public static async Task<Guid> AttachedAsync(this TestHouse house, PersonId author, TestSpace space, params FileInput[] files)
    {
        var owner = Guid.CreateVersion7();
        Assert.Null(await house.AttachAsync(owner, author, space, files));
        return owner;
    }

    public static Task<Refusal?> AttachAsync(
        this TestHouse house, Guid owner, PersonId author, TestSpace space, IReadOnlyList<FileInput> files, DateTime? from = null, DateTime? until = null) =>
        house.InAsync((FileActions actions) => actions.AttachAsync(
            owner, files, space.Audience, space.Id, from ?? house.Now, until ?? Helsinki.Never, Actor.Of(author)));

    public static Task<List<FileRow>> FilesAsync(this TestHouse house, Guid owner, PersonId reader) =>
        house.InAsync(async (FileQueries queries) => (await queries.OfAsync([owner], Actor.Of(reader)))[owner].ToList());

    public static async Task ReadyAsync(this TestHouse house)
    {
        await house.ScanAsync();
        await house.PrepareAsync();
    }

    public static Task<int> CountAsync<T>(this TestHouse house) where T : class => house.ReadAsync(db => db.Set<T>().CountAsync());
}
