using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Blobs;
using Tupa.Files;
using Tupa.Posts;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>People at work at the front door of a process: what the house has acknowledged is written down here, and must be there ever after.</summary>
internal sealed class Traffic : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Guid> _posts = new();
    private readonly ConcurrentQueue<Guid> _comments = new();
    private readonly ConcurrentDictionary<FileId, string> _files = new();
    private readonly string _cookie;
    private readonly string _token;
    private readonly TestSpace _space;
    private readonly Guid _discussed = Guid.CreateVersion7();
    private Task _running = Task.CompletedTask;

    private Traffic(string cookie, string token, TestSpace space) => (_cookie, _token, _space) = (cookie, token, space);

    public int Acknowledged => _posts.Count + _comments.Count + _files.Count;

    /// <summary>A person with a space, a session and a token.</summary>
    public static async Task<Traffic> ByAsync(TestHouse house)
    {
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        return new(await house.OpenSessionAsync(aino), await house.OpenTokenAsync(aino, [.. Scopes.All]), space);
    }

    public HttpClient Browser(TupaProcess at) => at.Client(cookie: _cookie);

    /// <summary>Publishes the post that is talked about, and begins.</summary>
    public async Task BeginAsync(TupaProcess at)
    {
        using (var program = at.Client(token: _token))
        {
            using var answer = await PublishAsync(program, _discussed);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        _running = Task.WhenAll(LoopAsync(at, PublishOneAsync), LoopAsync(at, PublishOneAsync), LoopAsync(at, CommentOneAsync), LoopAsync(at, UploadOneAsync));
    }

    /// <summary>Waits until so much more has been acknowledged.</summary>
    public async Task MoreAsync(int more)
    {
        var until = Acknowledged + more;
        for (var i = 0; i < 600 && Acknowledged < until; i++) await Task.Delay(50);
        Assert.True(Acknowledged >= until, $"only {Acknowledged} were acknowledged");
    }

    /// <summary>Ends when the process is gone, or at once.</summary>
    public async Task EndAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    /// <summary>Sends a file as a form without script does: the answer does not wait until it is ready.</summary>
    public async Task<FileId> UploadAsync(TupaProcess at, byte[] bytes, string name)
    {
        using var browser = Browser(at);
        using var answer = await browser.UploadAsync(bytes, name, goBack: "/posts/new");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Id(answer);
    }

    /// <summary>Everything acknowledged so far is there, as its reader gets it.</summary>
    public async Task AllIsThereAsync(TupaProcess at, TestHouse? rows = null)
    {
        using var browser = Browser(at);
        using var program = at.Client(token: _token);
        foreach (var post in _posts.Append(_discussed))
        {
            using var answer = await program.GetAsync($"/api/v1/posts/{post}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        foreach (var (file, sha256) in _files)
        {
            var bytes = await ReadyAsync(browser, $"/files/{file}/{Rendition.Original}");
            Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        if (rows is null) return;
        var comments = await rows.ReadAsync(db => db.Set<Comment>().Select(c => c.Id).ToListAsync());
        Assert.Empty(_comments.Except(comments.Select(c => c.Value)));
    }

    /// <summary>The bytes at this address, once they are ready.</summary>
    public static async Task<byte[]> ReadyAsync(HttpClient browser, string address)
    {
        for (var i = 0; i < 600; i++)
        {
            using var answer = await browser.GetAsync(address);
            if (answer.StatusCode == HttpStatusCode.OK) return await answer.Content.ReadAsByteArrayAsync();

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            await Task.Delay(100);
        }

        throw new TimeoutException($"{address} does not become ready");
    }

    public void Dispose() => _stop.Dispose();

    private async Task LoopAsync(TupaProcess at, Func<TupaProcess, Task> one)
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                await one(at);
                await Task.Delay(20);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            // The house was killed: what was not answered was not acknowledged.
        }
    }

    private async Task PublishOneAsync(TupaProcess at)
    {
        using var program = at.Client(token: _token);
        var id = Guid.CreateVersion7();
        using var answer = await PublishAsync(program, id);
        if (answer.StatusCode == HttpStatusCode.Created) _posts.Enqueue(id);
    }

    private async Task CommentOneAsync(TupaProcess at)
    {
        using var browser = Browser(at);
        var id = Guid.CreateVersion7();
        using var answer = await browser.PostAsync($"/posts/{_discussed}/comments", ("id", $"{id}"), ("body", "Kuittaan"), ("version", "0"));
        if (answer.StatusCode == HttpStatusCode.SeeOther) _comments.Enqueue(id);
    }

    private async Task UploadOneAsync(TupaProcess at)
    {
        using var browser = Browser(at);
        var bytes = Encoding.UTF8.GetBytes($"Pöytäkirja {Convert.ToHexString(RandomNumberGenerator.GetBytes(40_000))}");
        using var answer = await browser.UploadAsync(bytes, "pöytäkirja.txt", goBack: "/posts/new");
        if (answer.StatusCode == HttpStatusCode.SeeOther) _files[Id(answer)] = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private Task<HttpResponseMessage> PublishAsync(HttpClient program, Guid id) =>
        program.PostAsJsonAsync($"/api/v1/spaces/{_space.Id}/posts", new { Id = id, Title = "Silta", Body = "Työmaa etenee." });

    private static FileId Id(HttpResponseMessage answer) =>
        new(Guid.Parse(answer.Headers.Location!.ToString().Split($"{FileInput.UploadField}=")[1].Split('&')[0]));
}
