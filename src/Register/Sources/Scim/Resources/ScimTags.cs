namespace Tupa.Register;

/// <summary>Entity tags in If-Match and If-None-Match (RFC 7644, 3.14). Ours are weak, and so compared without their mark.</summary>
internal static class ScimTags
{
    /// <summary>Whether one of the tags is the one that stands; without any asked for, yes.</summary>
    public static bool Match(string? asked, string stands) =>
        string.IsNullOrWhiteSpace(asked) || asked.Split(',', StringSplitOptions.TrimEntries).Any(t => t == "*" || Plain(t) == Plain(stands));

    private static string Plain(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
