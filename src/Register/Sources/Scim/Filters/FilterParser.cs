using System.Globalization;
using System.Text.Json;

namespace Tupa.Register;

/// <summary>Reads a filter (RFC 7644, figure 1): <c>not</c> binds more than <c>and</c>, <c>and</c> more than <c>or</c>. Operators in any case.</summary>
internal sealed class FilterParser
{
    public const int Longest = 4_000;
    private const int Deepest = 32;

    private readonly string _text;
    private int _at;
    private int _depth;

    private FilterParser(string text, int at = 0) => (_text, _at) = (text, at);

    /// <summary>Null where it is no filter, or one that is too long or too deep.</summary>
    public static ScimFilter? Of(string text)
    {
        if (text.Length > Longest) return null;

        var parser = new FilterParser(text);
        return parser.Either(within: false) is { } filter && parser.AtEnd() ? filter : null;
    }

    /// <summary>The filter that stands in brackets, from the opening one on, and where it ends: what follows the closing one. Null where there is none.</summary>
    public static (ScimFilter Filter, int End)? Bracketed(string text, int opening)
    {
        if (text.Length > Longest) return null;

        var parser = new FilterParser(text, opening + 1);
        return parser.Either(within: true) is { } filter && parser.Takes(']') ? (filter, parser._at) : null;
    }

    private ScimFilter? Either(bool within)
    {
        if (++_depth > Deepest) return null;

        var left = Both(within);
        while (left is not null && TakesWord("or")) left = Both(within) is { } right ? new ScimFilter.Or(left, right) : null;
        _depth--;
        return left;
    }

    private ScimFilter? Both(bool within)
    {
        var left = One(within);
        while (left is not null && TakesWord("and")) left = One(within) is { } right ? new ScimFilter.And(left, right) : null;
        return left;
    }

    private ScimFilter? One(bool within)
    {
        if (Takes('(')) return Either(within) is { } grouped && Takes(')') ? grouped : null;

        var start = _at;
        if (TakesWord("not"))
        {
            if (Takes('(')) return Either(within) is { } denied && Takes(')') ? new ScimFilter.Not(denied) : null;
            _at = start;
        }

        return ScimPath.Of(Word()) is { Attribute.Length: > 0 } path ? About(path, within) : null;
    }

    private ScimFilter? About(ScimPath path, bool within)
    {
        if (_at < _text.Length && _text[_at] == '[') return within || path.Sub is not null ? null : Valued(path);

        return Compared(path);
    }

    /// <summary>Some write a comparison after the brackets, <c>emails[type eq "work"].value eq "a@b.fi"</c>: it is one more thing that the element fulfils.</summary>
    private ScimFilter.Within? Valued(ScimPath path)
    {
        _at++;
        if (Either(within: true) is not { } inner || !Takes(']')) return null;
        if (_at >= _text.Length || _text[_at] != '.') return new(path, inner);

        _at++;
        return ScimPath.Of(Word()) is { Urn: null, Sub: null } sub && Compared(sub) is { } more ? new(path, new ScimFilter.And(inner, more)) : null;
    }

    private ScimFilter? Compared(ScimPath path)
    {
        if (TakesWord("pr")) return new ScimFilter.Present(path);

        Skip();
        var word = Word();
        if (word.Length != 2 || !char.IsAsciiLetter(word[0]) || !Enum.TryParse<ScimOperator>(word, ignoreCase: true, out var how)) return null;

        Skip();
        return Value(out var value) ? new ScimFilter.Compare(path, how, value) : null;
    }

    private bool Value(out object? value)
    {
        value = null;
        if (_at < _text.Length && _text[_at] == '"') return Quoted(out value);

        var start = _at;
        while (_at < _text.Length && _text[_at] is not (' ' or ')' or ']')) _at++;
        var word = _text[start.._at];
        switch (word.ToLowerInvariant())
        {
            case "null": return true;
            case "true" or "false":
                value = word.Length == 4;
                return true;
            default:
                if (!decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)) return false;
                value = number;
                return true;
        }
    }

    /// <summary>A string as JSON writes it.</summary>
    private bool Quoted(out object? value)
    {
        value = null;
        var start = _at++;
        while (_at < _text.Length && _text[_at] != '"') _at += _text[_at] == '\\' ? 2 : 1;
        if (_at >= _text.Length) return false;

        _at++;
        try
        {
            value = JsonSerializer.Deserialize<string>(_text[start.._at]);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What may stand in a path or an operator.</summary>
    private string Word()
    {
        Skip();
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '.' or ':' or '-' or '_' or '$')) _at++;
        return _text[start.._at];
    }

    private bool TakesWord(string word)
    {
        var start = _at;
        if (string.Equals(Word(), word, StringComparison.OrdinalIgnoreCase)) return true;

        _at = start;
        return false;
    }

    private bool Takes(char sign)
    {
        Skip();
        if (_at >= _text.Length || _text[_at] != sign) return false;

        _at++;
        return true;
    }

    private bool AtEnd()
    {
        Skip();
        return _at == _text.Length;
    }

    private void Skip()
    {
        while (_at < _text.Length && _text[_at] == ' ') _at++;
    }
}
