namespace Tupa.Register;

/// <summary>The work address stands on the card as one line, "Nuorikkalankatu 5, 21200 Raisio"; a directory has it in parts.</summary>
internal sealed record WorkAddress(string? Street, string? PostalCode, string? Locality)
{
    private const string Between = ", ";
    private const int PostalDigits = 5;

    /// <summary>The line; empty where there is nothing.</summary>
    public override string ToString() => Joined(Between, Street, Joined(" ", PostalCode, Locality));

    /// <summary>What is written out again is the same line.</summary>
    public static WorkAddress Of(string line)
    {
        var comma = line.LastIndexOf(Between, StringComparison.Ordinal);
        var (street, rest) = comma < 0 ? (null, line) : (line[..comma], line[(comma + Between.Length)..]);
        if (HasPostalCode(rest)) return new(street, rest[..PostalDigits], rest.Length > PostalDigits ? rest[(PostalDigits + 1)..] : null);

        return comma < 0 ? new(line, null, null) : new(street, null, rest);
    }

    private static bool HasPostalCode(string text) =>
        text.Length >= PostalDigits && text.AsSpan(0, PostalDigits).IndexOfAnyExceptInRange('0', '9') < 0
        && (text.Length == PostalDigits || (text[PostalDigits] == ' ' && text.Length > PostalDigits + 1));

    private static string Joined(string between, params string?[] parts) => string.Join(between, parts.Where(p => !string.IsNullOrEmpty(p)));
}
