namespace Tupa.Posts;

/// <summary>Where a link in a text may lead.</summary>
internal static class LinkRule
{
    private static readonly string[] Schemes = ["http://", "https://", "mailto:"];

    /// <summary>http, https, mailto, and paths of this house. What a browser would read otherwise than we do is refused.</summary>
    public static bool Allows(string? url) =>
        url is { Length: > 0 }
        && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && (IsHere(url) || Schemes.Any(s => url.Length > s.Length && url.StartsWith(s, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A path of this house; not "//elsewhere".</summary>
    public static bool IsHere(string url) => url is ['/', ..] && (url.Length == 1 || (url[1] != '/' && url[1] != '\\'));
}
