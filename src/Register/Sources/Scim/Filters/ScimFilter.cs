using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tupa.Register;

/// <summary>The operators of RFC 7644, table 3, but <c>pr</c>, which compares with nothing.</summary>
internal enum ScimOperator
{
    Eq,
    Ne,
    Co,
    Sw,
    Ew,
    Gt,
    Ge,
    Lt,
    Le,
}

/// <summary>A filter as a tree (RFC 7644, 3.4.2.2). Written out again it reads as the same filter.</summary>
internal abstract record ScimFilter
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal sealed record And(ScimFilter Left, ScimFilter Right) : ScimFilter
    {
        public override string ToString() => $"{Grouped(Left, Left is Or)} and {Grouped(Right, Right is Or or And)}";
    }

    internal sealed record Or(ScimFilter Left, ScimFilter Right) : ScimFilter
    {
        public override string ToString() => $"{Left} or {Grouped(Right, Right is Or)}";
    }

    internal sealed record Not(ScimFilter Inner) : ScimFilter
    {
        public override string ToString() => $"not ({Inner})";
    }

    internal sealed record Present(ScimPath Path) : ScimFilter
    {
        public override string ToString() => $"{Path} pr";
    }

    /// <param name="Value">A string, a decimal, a bool, or null.</param>
    internal sealed record Compare(ScimPath Path, ScimOperator Operator, object? Value) : ScimFilter
    {
        public override string ToString() => $"{Path} {Operator.ToString().ToLowerInvariant()} {Written(Value)}";
    }

    /// <summary>One element of a multi-valued attribute fulfils all of the inner filter: <c>emails[type eq "work" and value co "@"]</c>.</summary>
    internal sealed record Within(ScimPath Path, ScimFilter Inner) : ScimFilter
    {
        public override string ToString() => $"{Path}[{Inner}]";
    }

    /// <summary>Every attribute that it asks about; those within brackets with the attribute before them.</summary>
    public IEnumerable<ScimPath> Paths => this switch
    {
        And and => and.Left.Paths.Concat(and.Right.Paths),
        Or or => or.Left.Paths.Concat(or.Right.Paths),
        Not not => not.Inner.Paths,
        Present present => [present.Path],
        Compare compare => [compare.Path],
        Within within => within.Inner.Paths.Select(p => within.Path with { Sub = p.Attribute }).Append(within.Path),
        _ => [],
    };

    private static string Grouped(ScimFilter filter, bool grouped) => grouped ? $"({filter})" : filter.ToString()!;

    private static string Written(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize((string)value, Plain),
    };
}
