using Microsoft.AspNetCore.Http;

namespace Tupa.Register;

/// <summary>Where a person stands in the register.</summary>
public enum RegisteredState
{
    Here,

    /// <summary>Begins later.</summary>
    Coming,

    /// <summary>The last assignment has ended; the card waits for its erasure.</summary>
    Ended,

    /// <summary>Ended, and erased within a month.</summary>
    ErasedSoon,
}

/// <summary>What was asked of the register's people, as it stands in the address.</summary>
/// <param name="Typed">The beginnings of words of a name or a user ID. It names people, so it is never stored.</param>
/// <param name="Ending">The last assignment ends within thirty days.</param>
/// <param name="Alone">No head of the unit is here, or no sponsor of the partner.</param>
/// <param name="Held">A legal hold keeps the data.</param>
public sealed record RegisteredFilter(string? Typed, Population? Population, RegisteredState? State, bool Ending, bool Alone, bool Held)
{
    public const string Path = "/register/people";
    private const string EndingWord = "ending";
    private const string AloneWord = "alone";
    private const string HeldWord = "held";

    public bool Searched => TypedWords.Of(Typed).Count > 0;

    public int Chosen => new[] { Population is not null, State is not null, Ending, Alone, Held }.Count(c => c);

    /// <summary>The filter in fixed words, without what was typed: for the log and for disclosures.</summary>
    public string Key => string.Join('.', Words);

    private IEnumerable<string> Words
    {
        get
        {
            if (Population is { } population) yield return population.ToString();
            if (State is { } state) yield return state.ToString();
            if (Ending) yield return EndingWord;
            if (Alone) yield return AloneWord;
            if (Held) yield return HeldWord;
        }
    }

    public static RegisteredFilter Of(string? typed, string? population, string? state, string? ending, string? alone, string? held) => new(
        typed, Enum.TryParse<Population>(population, out var one) && Enum.IsDefined(one) ? one : null,
        Enum.TryParse<RegisteredState>(state, out var where) && Enum.IsDefined(where) ? where : null, ending == "true", alone == "true", held == "true");

    /// <summary>The filter behind a <see cref="Key"/>.</summary>
    public static RegisteredFilter OfKey(string key)
    {
        var words = key.Split('.');
        string? Flag(string word) => words.Contains(word, StringComparer.Ordinal) ? "true" : null;
        return Of(
            null, Array.Find(words, w => Enum.TryParse<Population>(w, out _)), Array.Find(words, w => Enum.TryParse<RegisteredState>(w, out _)),
            Flag(EndingWord), Flag(AloneWord), Flag(HeldWord));
    }

    /// <summary>What a form posts so that the same is asked: name and value.</summary>
    public IEnumerable<(string Name, string Value)> Fields() =>
        new (string, string?)[] { ("population", Population?.ToString()), ("state", State?.ToString()), (EndingWord, Said(Ending)), (AloneWord, Said(Alone)), (HeldWord, Said(Held)) }
            .Where(f => f.Item2 is not null).Select(f => (f.Item1, f.Item2!));

    /// <summary>The same question, further down the alphabet.</summary>
    public string Href(string? after)
    {
        var query = new QueryString();
        if (!string.IsNullOrWhiteSpace(Typed)) query = query.Add("q", Typed);
        foreach (var (name, value) in Fields()) query = query.Add(name, value);
        return Path + (after is null ? query : query.Add("after", after));
    }

    private static string? Said(bool chosen) => chosen ? "true" : null;
}
