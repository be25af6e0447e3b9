using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>What was asked of the log, as it stands in the address.</summary>
/// <param name="Typed">The beginnings of words of a name or a user ID. It names people, so it is never stored.</param>
/// <param name="Space">The id of a space, as a row of the log links to it.</param>
public sealed partial record LogFilter(DateOnly? From, DateOnly? To, string? Typed, string? Deed, AuditOutcome? Outcome, Guid? Space, WayIn? Way, string? Reference)
{
    public const string Path = "/privacy/log";

    /// <summary>How many days are looked at where nobody says.</summary>
    public const int UsualDays = 7;

    /// <summary>How much of the log may be looked at in one question.</summary>
    public const int MostDays = 366;

    private const int LongestWord = 40;

    /// <summary>With what stands before it, as long as a deed may be.</summary>
    private const int LongestKey = 95;

    public bool Searched => !string.IsNullOrWhiteSpace(Typed);

    public bool Chosen => Searched || From is not null || To is not null || Deed is not null || Outcome is not null || Space is not null || Way is not null || Reference is not null;

    public static LogFilter Of(IEnumerable<KeyValuePair<string, string?>> given)
    {
        var said = given.Where(g => !string.IsNullOrWhiteSpace(g.Value)).ToDictionary(g => g.Key, g => g.Value!.Trim(), StringComparer.Ordinal);
        return new(
            DayOf(said.GetValueOrDefault("from")), DayOf(said.GetValueOrDefault("to")), said.GetValueOrDefault("who"), Word(said.GetValueOrDefault("deed")),
            One<AuditOutcome>(said.GetValueOrDefault("outcome")), Guid.TryParse(said.GetValueOrDefault("space"), out var space) ? space : null,
            One<WayIn>(said.GetValueOrDefault("way")), Word(said.GetValueOrDefault("reference")));
    }

    /// <summary>The days that are looked at: those that were said, at most a year, or the last week.</summary>
    public (DateOnly From, DateOnly To) Days(DateOnly today)
    {
        var to = To is { } last && last < today ? last : From is { } first && first > today ? first : today;
        var from = From ?? to.AddDays(1 - UsualDays);
        if (from > to) (from, to) = (to, from);
        return (from < to.AddDays(-MostDays) ? to.AddDays(-MostDays) : from, to);
    }

    /// <param name="people">Those whom <see cref="Typed"/> has found; null where nothing was typed.</param>
    public LogQuestion Question(DateOnly today, IReadOnlyList<PersonId>? people)
    {
        var (from, to) = Days(today);
        return new(Helsinki.StartOf(from), Helsinki.EndOf(to), people, Deed, Outcome, Space, Way, Reference);
    }

    /// <summary>The filter in fixed words, without what was typed and without ids: for the log itself and for exports.</summary>
    public string Key(DateOnly today)
    {
        var (from, to) = Days(today);
        var words = new[]
        {
            $"{Iso(from)}_{Iso(to)}", Searched ? "person" : null, Deed is null ? null : $"deed-{Deed.Replace('.', '-')}", Outcome?.ToString().ToLowerInvariant(),
            Space is null ? null : "space", Way?.ToString().ToLowerInvariant(), Reference is null ? null : "reference",
        };
        var key = string.Join('.', words.OfType<string>());
        return key.Length <= LongestKey ? key : key[..LongestKey];
    }

    /// <summary>What a form posts so that the same is asked: name and value.</summary>
    public IEnumerable<(string Name, string Value)> Fields() =>
        new (string, string?)[]
        {
            ("from", From is { } from ? Iso(from) : null), ("to", To is { } to ? Iso(to) : null), ("who", Searched ? Typed : null), ("deed", Deed), ("outcome", Outcome?.ToString()),
            ("space", Space?.ToString()), ("way", Way?.ToString()), ("reference", Reference),
        }.Where(f => f.Item2 is not null).Select(f => (f.Item1, f.Item2!));

    /// <summary>The same question, from where a page ended.</summary>
    public string Href(string? before)
    {
        var query = Fields().Aggregate(new QueryString(), (q, f) => q.Add(f.Name, f.Value));
        return Path + (before is null ? query : query.Add("before", before));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day is { Year: > 2000 and < 9000 } ? day : null;

    private static T? One<T>(string? said) where T : struct, Enum => Enum.TryParse<T>(said, out var one) && Enum.IsDefined(one) ? one : null;

    /// <summary>What no deed and no reference can be is not asked for.</summary>
    private static string? Word(string? typed) => typed is { Length: <= LongestWord } && Allowed().IsMatch(typed.ToLowerInvariant()) ? typed.ToLowerInvariant().Trim('.') : null;

    [GeneratedRegex("^[a-z0-9.-]*[a-z0-9][a-z0-9.-]*$", RegexOptions.None, 1000)]
    private static partial Regex Allowed();
}
