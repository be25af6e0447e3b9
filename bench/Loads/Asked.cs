using System.Globalization;

namespace Tupa.Bench;

/// <summary>One request, as a browser of ours sends it.</summary>
/// <param name="Cookie">The session; null for a visitor.</param>
/// <param name="Form">Posted; null for a page.</param>
internal sealed record Asked(string Path, string? Cookie, IReadOnlyList<KeyValuePair<string, string>>? Form = null)
{
    /// <summary>What the answer must be; anything else ends the bench, because a fast refusal is no speed.</summary>
    public int Status => Form is null ? 200 : 303;

    public HttpRequestMessage Message(string? path = null)
    {
        var message = new HttpRequestMessage(Form is null ? HttpMethod.Get : HttpMethod.Post, path ?? Path);
        if (Cookie is not null) message.Headers.TryAddWithoutValidation("Cookie", "tupa=" + Cookie);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        message.Headers.TryAddWithoutValidation("Accept-Language", "fi");
        message.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        message.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0");
        if (Form is not null) message.Content = new FormUrlEncodedContent(Form);
        return message;
    }

    /// <summary>Throws where the answer is another than it must be.</summary>
    public void Check(HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode != Status)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Path} answered {(int)answer.StatusCode} instead of {Status}"));
    }
}
