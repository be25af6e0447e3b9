using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One page of a collection.</summary>
/// <param name="Total">How many rows there are in all, where the service says it.</param>
/// <param name="Next">The next page, where the service says it.</param>
/// <param name="Linked">The service told of other pages, so that no next one means the last.</param>
internal sealed record RosterPage(byte[] Body, int? Total, Uri? Next, bool Linked);

/// <summary>
/// Asks the service for pages, with a token of client credentials. Goes nowhere but to the two addresses that the operator has named: it
/// follows no redirect, and no link that leaves them.
/// </summary>
internal sealed class RosterClient(RosterPullSettings settings, Outbound outbound, TimeProvider clock) : IDisposable
{
    private const int LargestPage = 64 << 20;
    private const int Attempts = 4;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = (context, stop) => ConnectAsync(outbound, context.DnsEndPoint, stop) })
    {
        Timeout = TimeSpan.FromSeconds(100),
        MaxResponseContentBufferSize = LargestPage,
    };

    private readonly Uri _root = new(settings.Address.TrimEnd('/') + "/");
    private string? _token;

    public Uri Address(string path) => new(_root, path);

    /// <exception cref="PullException">No such page, no permission, no answer.</exception>
    public async Task<RosterPage> PageAsync(Uri address, CancellationToken stop)
    {
        if (!_root.IsBaseOf(address)) throw new PullException(PullText.Elsewhere);
        for (var attempt = 1; ; attempt++)
        {
            _token ??= await TokenAsync(stop);
            using var question = new HttpRequestMessage(HttpMethod.Get, address);
            question.Headers.Authorization = new("Bearer", _token);
            question.Headers.Accept.Add(new("application/json"));
            using var answer = await SendAsync(question, stop);
            if (answer.IsSuccessStatusCode) return await PageOfAsync(answer, address, stop);
            if (attempt == Attempts) throw new PullException(answer.StatusCode == HttpStatusCode.Unauthorized ? PullText.NoToken : PullText.NoAnswer);

            await AgainAsync(answer, attempt, stop);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(Outbound outbound, DnsEndPoint to, CancellationToken stop)
    {
        outbound.Going(to.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(to, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Throws where asking again is of no use; else waits as long as the service asks, at most a minute.</summary>
    private async Task AgainAsync(HttpResponseMessage answer, int attempt, CancellationToken stop)
    {
        switch (answer.StatusCode)
        {
            case HttpStatusCode.Unauthorized when attempt == 1:
                _token = null;
                break;
            case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout:
                var wait = answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(attempt);
                await Task.Delay(wait > TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : wait, clock, stop);
                break;
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw new PullException(PullText.NoToken);
            default:
                throw new PullException((int)answer.StatusCode is >= 300 and < 400 ? PullText.Elsewhere : PullText.NoAnswer);
        }
    }

    private async Task<string> TokenAsync(CancellationToken stop)
    {
        using var question = new HttpRequestMessage(HttpMethod.Post, settings.TokenAddress);
        var credentials = $"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(settings.ClientSecret)}";
        question.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        question.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", settings.Scope)]);
        using var answer = await SendAsync(question, stop);
        if (!answer.IsSuccessStatusCode) throw new PullException(PullText.NoToken);
        try
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
            if (json.RootElement.TryGetProperty("access_token", out var token) && token.GetString() is { Length: > 0 } value) return value;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new PullException(PullText.NoToken, null, failure);
        }

        throw new PullException(PullText.NoToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage question, CancellationToken stop)
    {
        try
        {
            return await _http.SendAsync(question, stop);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !stop.IsCancellationRequested))
        {
            throw new PullException(PullText.NoAnswer, null, failure);
        }
    }

    private static async Task<RosterPage> PageOfAsync(HttpResponseMessage answer, Uri address, CancellationToken stop)
    {
        var links = answer.Headers.TryGetValues("Link", out var told) ? string.Join(',', told) : "";
        var total = answer.Headers.TryGetValues("X-Total-Count", out var counts) && int.TryParse(counts.First(), out var count) ? count : (int?)null;
        return new(await answer.Content.ReadAsByteArrayAsync(stop), total, NextOf(links, address), links.Contains("rel=", StringComparison.Ordinal));
    }

    /// <summary>The target of rel="next" (RFC 8288).</summary>
    private static Uri? NextOf(string links, Uri address)
    {
        foreach (var link in links.Split('<', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = link.IndexOf('>', StringComparison.Ordinal);
            if (end <= 0 || !link[end..].Contains("rel=\"next\"", StringComparison.Ordinal) && !link[end..].Contains("rel=next", StringComparison.Ordinal)) continue;
            return Uri.TryCreate(address, link[..end], out var next) ? next : throw new PullException(PullText.Elsewhere);
        }

        return null;
    }
}
