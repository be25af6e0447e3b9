namespace Tupa.Register;

/// <summary>Where a change goes (RFC 7644, 3.5.2): <c>userName</c>, <c>name.givenName</c>, <c>emails[type eq "work"]</c>, <c>emails[type eq "work"].value</c>.</summary>
/// <param name="Path">The attribute; with its sub-attribute where no filter stands between.</param>
/// <param name="Filter">Which elements of a multi-valued attribute; null for all of it.</param>
/// <param name="Sub">What of those elements; null for each as a whole.</param>
internal sealed record PatchPath(ScimPath Path, ScimFilter? Filter, string? Sub)
{
    /// <summary>Null where it is no path.</summary>
    public static PatchPath? Of(string text)
    {
        text = text.Trim();
        var opening = text.IndexOf('[', StringComparison.Ordinal);
        if (opening < 0) return ScimPath.Of(text) is { } plain ? new(plain, null, plain.Sub) : null;
        if (ScimPath.Of(text[..opening]) is not { Sub: null, Attribute.Length: > 0 } path || FilterParser.Bracketed(text, opening) is not var (filter, end)) return null;
        if (end == text.Length) return new(path, filter, null);

        var sub = text[end] == '.' ? text[(end + 1)..] : "";
        return ScimPath.IsName(sub) ? new(path, filter, sub) : null;
    }
}
