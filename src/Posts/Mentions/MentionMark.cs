using System.Text.RegularExpressions;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>How a mention stands in stored text: <c>@[uuid]</c>. No name is ever stored.</summary>
internal static partial class MentionMark
{
    /// <summary>Stands in the mark of somebody who has been erased.</summary>
    public static readonly PersonId NobodysId = new(Guid.Empty);

    /// <summary>The mark of somebody who has been erased.</summary>
    public static readonly string Nobody = Of(NobodysId);

    public static string Of(PersonId person) => $"@[{person.Value:D}]";

    /// <summary>Everyone marked in the text, each once, in the order of the text.</summary>
    public static IReadOnlyList<PersonId> In(string text) => text.Contains("@[", StringComparison.Ordinal)
        ? [.. Mark().Matches(text).Select(m => new PersonId(Guid.Parse(m.Groups["id"].Value))).Where(p => p.Value != Guid.Empty).Distinct()]
        : [];

    /// <summary>Text as it is stored: "@Name" becomes a mark where the name is one of those chosen; the longest name first.</summary>
    public static string Write(string text, IEnumerable<KeyValuePair<PersonId, string>> chosen)
    {
        foreach (var (person, name) in chosen.OrderByDescending(c => c.Value.Length))
            text = text.Replace("@" + name, Of(person), StringComparison.Ordinal);
        return text;
    }

    /// <summary>Text as it is typed: marks become "@Name".</summary>
    public static string Read(string text, Func<PersonId, string> name) =>
        Mark().Replace(text, m => "@" + name(new PersonId(Guid.Parse(m.Groups["id"].Value))));

    /// <summary>Marks of people who may not be named lose their id.</summary>
    public static string Keep(string text, IReadOnlySet<PersonId> allowed) =>
        Mark().Replace(text, m => allowed.Contains(new PersonId(Guid.Parse(m.Groups["id"].Value))) ? m.Value : Nobody);

    /// <summary>What marks one person marks another from now on; <see cref="NobodysId"/> takes the id out of the text.</summary>
    public static string Rename(string text, PersonId person, PersonId other) =>
        text.Replace(Of(person), Of(other), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"@\[(?<id>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();
}
