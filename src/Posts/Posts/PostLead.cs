namespace Tupa.Posts;

/// <summary>How much of a post the feeds show: whole paragraphs as far as they fit.</summary>
internal static class PostLead
{
    /// <summary>Characters of Markdown.</summary>
    public const int Longest = 700;

    /// <summary>The body itself when it fits; else it is cut between paragraphs, else between words, never inside a mention.</summary>
    public static string Of(string body)
    {
        if (body.Length <= Longest) return body;

        var head = body.AsSpan(0, Longest);
        var paragraph = head.LastIndexOf("\n\n");
        if (paragraph > 0) return head[..paragraph].ToString();

        var space = head.LastIndexOfAny(' ', '\n');
        return (space > 0 ? head[..space] : WithoutHalfAMention(head)).ToString() + "\u00a0…";
    }

    private static ReadOnlySpan<char> WithoutHalfAMention(ReadOnlySpan<char> head)
    {
        var open = head.LastIndexOf("@[");
        var whole = open >= 0 && open > head.LastIndexOf(']') ? head[..open] : head;
        return whole.Length > 0 && char.IsHighSurrogate(whole[^1]) ? whole[..^1] : whole;
    }
}
