namespace Tupa.Register;

/// <summary>Names an attribute of a resource: <c>userName</c>, <c>name.givenName</c>, <c>urn:…:enterprise:2.0:User:department</c> (RFC 7644, 3.10).</summary>
/// <param name="Urn">The schema of an extension; null for the attributes of the resource's own schema, whether or not the URN was written.</param>
/// <param name="Attribute">Empty where the whole extension is meant.</param>
/// <param name="Sub">The sub-attribute of a complex one; null where all of it is meant.</param>
internal sealed record ScimPath(string? Urn, string Attribute, string? Sub)
{
    private const string UrnStart = "urn:";

    /// <summary>The attribute without its sub-attribute.</summary>
    public ScimPath Whole => this with { Sub = null };

    /// <summary>Null where it is no path.</summary>
    public static ScimPath? Of(string text)
    {
        if (!text.StartsWith(UrnStart, StringComparison.OrdinalIgnoreCase)) return Plain(null, text);
        if (ScimSchema.Urns.FirstOrDefault(u => Is(u, text)) is { } whole) return new(Own(whole), "", null);

        var known = ScimSchema.Urns.FirstOrDefault(u => text.Length > u.Length && text[u.Length] == ':' && Is(u, text[..u.Length]));
        var urn = known ?? (text.LastIndexOf(':') is > 4 and var colon ? text[..colon] : null);
        return urn is null ? null : Plain(Own(urn), text[(urn.Length + 1)..]);
    }

    public override string ToString() => (Urn is null ? "" : Attribute.Length == 0 ? Urn : Urn + ":") + Attribute + (Sub is null ? "" : "." + Sub);

    /// <summary>A letter, then letters, digits, hyphens and underscores; <c>$ref</c> is one too.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("$")) text = text[1..];
        if (text.Length is 0 or > 100 || !char.IsAsciiLetter(text[0])) return false;

        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')) return false;
        }

        return true;
    }

    private static ScimPath? Plain(string? urn, string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var (attribute, sub) = dot < 0 ? (text, null) : (text[..dot], text[(dot + 1)..]);
        return IsName(attribute) && (sub is null || IsName(sub)) ? new(urn, attribute, sub) : null;
    }

    private static string? Own(string urn) => Is(urn, ScimSchema.UserUrn) || Is(urn, ScimSchema.GroupUrn) ? null : urn;

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
