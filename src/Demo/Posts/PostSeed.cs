using System.Globalization;

namespace Tupa.Demo;

/// <summary>One hand-written post: a title, a body with slots, paragraphs it may or may not have, and comments it may get.</summary>
/// <remarks>
/// In the text files a post begins with "# title". "@ 11-3 must=5 pin once pic=talvi by=pupil" tells its months and marks,
/// "&amp; Title | address" a link, "+ " a paragraph that some copies have, "? " a comment, "?> " the author's answer to it,
/// "?? " another's answer.
/// </remarks>
internal sealed record PostSeed(
    string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Extras, IReadOnlyList<SeedComment> Comments,
    IReadOnlyList<TownLink> Links, string Marks)
{
    private readonly (int From, int To) _months = Months(Marks);

    public bool Once { get; } = Has(Marks, "once");

    public bool Pin { get; } = Has(Marks, "pin");

    public int? MustDays { get; } = Value(Marks, "must") is { } days ? int.Parse(days, CultureInfo.InvariantCulture) : null;

    /// <summary>Tags of the pictures that fit, or "audio:" or "video:" and a file; null when the post needs none.</summary>
    public string? Picture { get; } = Value(Marks, "pic");

    /// <summary>"pupil", "teacher", "steward", "partner" or null for anybody of the space.</summary>
    public string? By { get; } = Value(Marks, "by");

    public bool Fits(int month) => _months.From <= _months.To
        ? month >= _months.From && month <= _months.To
        : month >= _months.From || month <= _months.To;

    private static (int From, int To) Months(string marks)
    {
        var first = marks.Split(' ')[0];
        var dash = first.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && char.IsAsciiDigit(first[0])
            ? (int.Parse(first[..dash], CultureInfo.InvariantCulture), int.Parse(first[(dash + 1)..], CultureInfo.InvariantCulture))
            : (1, 12);
    }

    private static bool Has(string marks, string mark) => marks.Split(' ').Contains(mark, StringComparer.Ordinal);

    private static string? Value(string marks, string key) =>
        marks.Split(' ').FirstOrDefault(mark => mark.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];
}

internal enum SeedVoice { Reader, Author, Answer }

internal sealed record SeedComment(SeedVoice Voice, string Text);
