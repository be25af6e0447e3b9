using System.Globalization;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>A post (julkaisu). Made with the form that it is written in, so that posting the form twice makes one post.</summary>
public readonly record struct PostId(Guid Value) : IId<PostId>, IParsable<PostId>
{
    public static PostId New() => new(Guid.CreateVersion7());

    public static PostId From(Guid value) => new(value);

    public static PostId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, CultureInfo.InvariantCulture));

    public static bool TryParse(string? s, IFormatProvider? provider, out PostId result)
    {
        var known = Guid.TryParse(s, out var value);
        result = new(value);
        return known;
    }

    public int CompareTo(PostId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
