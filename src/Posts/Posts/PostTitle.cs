namespace Tupa.Posts;

/// <summary>What a post is called where there is room for one line.</summary>
internal static class PostTitle
{
    private const int Longest = 80;

    /// <summary>The heading; without one, how it begins.</summary>
    public static string Of(string title, string lead)
    {
        if (title.Length > 0) return title;
        var words = PostMarkup.Words(lead, Longest);
        return words.Length > 0 ? words : PostText.Untitled;
    }
}
