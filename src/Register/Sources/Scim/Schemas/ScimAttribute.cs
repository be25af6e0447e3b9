namespace Tupa.Register;

/// <summary>What kind of value an attribute has (RFC 7643, 2.3).</summary>
internal enum ScimType
{
    String,
    Boolean,
    DateTime,
    Reference,
    Complex,
}

/// <summary>An attribute that the house stores, as it is advertised (RFC 7643, 7).</summary>
/// <param name="Description">For whoever sets the connection up; in English, as the standard's own names are.</param>
internal sealed record ScimAttribute(string Name, ScimType Type, string Description)
{
    public bool Many { get; init; }
    public bool Required { get; init; }
    public bool CaseExact { get; init; }
    public string Mutability { get; init; } = "readWrite";
    public string Returned { get; init; } = "default";
    public string Uniqueness { get; init; } = "none";

    /// <summary>The only values it has; empty where there is no such list.</summary>
    public IReadOnlyList<string> Canonical { get; init; } = [];
    public IReadOnlyList<string> RefersTo { get; init; } = [];
    public IReadOnlyList<ScimAttribute> Subs { get; init; } = [];
}
