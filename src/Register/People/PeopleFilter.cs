using System.Buffers.Text;
using Microsoft.AspNetCore.Http;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What was asked of the directory, as it stands in the address.</summary>
public sealed record PeopleFilter(string? Typed, GroupId? Unit, UnitId? School, GroupId? Organ, GroupId? Group, string? After)
{
    /// <summary>How many of the four limits are set.</summary>
    public int Chosen => (Unit is null ? 0 : 1) + (School is null ? 0 : 1) + (Organ is null ? 0 : 1) + (Group is null ? 0 : 1);

    public bool IsEmpty => Chosen == 0 && string.IsNullOrWhiteSpace(Typed);

    /// <summary>The same question, further down the alphabet.</summary>
    public string Href(string? after)
    {
        var query = new QueryString();
        foreach (var (name, value) in new[]
        {
            ("q", Typed), ("unit", Unit?.ToString()), ("school", School?.ToString()), ("organ", Organ?.ToString()),
            ("group", Group?.ToString()), ("after", after),
        })
        {
            if (!string.IsNullOrEmpty(value)) query = query.Add(name, value);
        }

        return "/people" + query;
    }
}

/// <summary>The place in the alphabet after which a page goes on: sort key and id, so that namesakes lose nobody.</summary>
internal readonly record struct PeopleCursor(byte[] SortKey, PersonId Id)
{
    private const int LongestKey = 400;

    public override string ToString() => $"{Base64Url.EncodeToString(SortKey)}.{Id}";

    /// <summary>Null for what is not a cursor: the list then begins at its beginning.</summary>
    public static PeopleCursor? Of(string? text)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot <= 0 || dot > LongestKey * 2 || !Guid.TryParse(text.AsSpan(dot + 1), out var id) || !Base64Url.IsValid(text.AsSpan(0, dot))) return null;
        return new(Base64Url.DecodeFromChars(text.AsSpan(0, dot)), new(id));
    }
}
