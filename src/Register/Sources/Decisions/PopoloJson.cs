using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Where in the file something stands: the line, and the way to it ("memberships[12]").</summary>
internal readonly record struct PopoloPlace(int Line, string Path);

/// <summary>
/// A Popolo file taken apart token by token. What is not asked for is passed over where it stands and never becomes a string; that it
/// was there is noted once.
/// </summary>
internal sealed class PopoloJson(byte[] bytes, FeedNotes notes)
{
    private readonly int _mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);
    private readonly int[] _lines = [.. Starts(bytes)];

    /// <summary>Reads what stands at a property.</summary>
    public delegate void Item(ref Utf8JsonReader json, PopoloPlace at);

    /// <summary>Goes through the lists at the top of the file; false where it is not JSON, which is noted.</summary>
    public bool Read(IReadOnlyDictionary<string, Item> lists, HashSet<string> seen)
    {
        var body = bytes.AsSpan(_mark);
        if (!Utf8.IsValid(body))
        {
            notes.Error(DeliveryText.BrokenLetter, null, LineOfBroken(body));
            return false;
        }

        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
        try
        {
            json.Read();
            while (json.TokenType != JsonTokenType.StartArray && Property(ref json) is { } name)
            {
                seen.Add(name);
                if (lists.TryGetValue(name, out var read)) List(ref json, name, read);
                else Drop(ref json, name);
            }

            while (json.Read())
            {
            }

            return true;
        }
        catch (JsonException failure)
        {
            notes.Error(DecisionText.NotJson, null, (int)(failure.LineNumber ?? 0) + 1);
            return false;
        }
    }

    /// <summary>Reads an object: the wanted properties as text, and the lists within it by their own readers.</summary>
    /// <param name="kind">What the object is, for the note of what is passed over.</param>
    public PopoloFields Fields(ref Utf8JsonReader json, PopoloPlace at, string kind, string wanted, params ReadOnlySpan<(string Name, Item Read)> lists)
    {
        var fields = new PopoloFields(at, notes);
        var names = wanted.Split(' ');
        while (Property(ref json) is { } property)
        {
            var within = -1;
            for (var i = 0; i < lists.Length; i++)
            {
                if (lists[i].Name == property) within = i;
            }

            if (within >= 0) List(ref json, $"{at.Path}.{property}", lists[within].Read);
            else if (!names.Contains(property)) Drop(ref json, $"{kind}.{property}");
            else if (Value(ref json, at, property) is { } value) fields[property] = value;
        }

        return fields;
    }

    /// <summary>The next property of the object, standing at its value; null at the end of the object.</summary>
    public static string? Property(ref Utf8JsonReader json)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.PropertyName) return null;

        var name = json.GetString();
        json.Read();
        return name;
    }

    /// <summary>A text or a number; null where it is empty, null, or of another kind, which is noted.</summary>
    public string? Value(ref Utf8JsonReader json, PopoloPlace at, string property)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(json.ValueSpan);
            case JsonTokenType.String:
                var value = json.GetString()!.Trim();
                if (value.Length > FieldRules.LongestKey) Wrong(DeliveryText.TooLong);
                else if (value.Any(char.IsControl)) Wrong(DeliveryText.Control);
                return value.Length == 0 ? null : value;
            default:
                Wrong(DecisionText.WrongKind);
                json.Skip();
                return null;
        }

        void Wrong(Text reason) => notes.Error(reason, null, at.Line, $"{at.Path}.{property}");
    }

    public void Drop(ref Utf8JsonReader json, string path)
    {
        json.Skip();
        if (_dropped.Count < 100 && DeliveryText.Shown(path) is { } shown && _dropped.Add(shown)) notes.Dropped(DecisionText.PropertyUnread, null, shown);
    }

    private void List(ref Utf8JsonReader json, string path, Item read)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            if (json.TokenType != JsonTokenType.Null) notes.Error(DecisionText.NotPopolo, null, Line(json.TokenStartIndex), path);
            json.Skip();
            return;
        }

        for (var i = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; i++)
        {
            var at = new PopoloPlace(Line(json.TokenStartIndex), $"{path}[{i}]");
            if (json.TokenType == JsonTokenType.StartObject)
            {
                read(ref json, at);
                continue;
            }

            notes.Error(DecisionText.NotPopolo, null, at.Line, at.Path);
            json.Skip();
        }
    }

    private int Line(long offset)
    {
        var found = Array.BinarySearch(_lines, (int)offset + _mark);
        return found >= 0 ? found + 1 : ~found;
    }

    private static IEnumerable<int> Starts(byte[] bytes)
    {
        yield return 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n') yield return i + 1;
        }
    }

    /// <summary>The line of the first bytes that are not UTF-8.</summary>
    private static int LineOfBroken(ReadOnlySpan<byte> body)
    {
        for (var line = 1; ; line++)
        {
            var cut = body.IndexOf((byte)'\n');
            if (cut < 0 || !Utf8.IsValid(body[..cut])) return line;
            body = body[(cut + 1)..];
        }
    }
}

/// <summary>The wanted properties of one object.</summary>
internal sealed class PopoloFields(PopoloPlace at, FeedNotes notes)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Null where it is not there.</summary>
    public string? this[string property]
    {
        get => _values.GetValueOrDefault(property);
        set => _values[property] = value!;
    }

    public DateOnly? Day(string property)
    {
        if (this[property] is not { } value) return null;
        if (FieldRules.TryDay(value, out var day)) return day;

        Wrong(DeliveryText.NotADay, property);
        return null;
    }

    /// <summary>False where one of them is missing, which is noted.</summary>
    public bool Has(params ReadOnlySpan<string> properties)
    {
        var all = true;
        foreach (var property in properties)
        {
            if (this[property] is not null) continue;
            Wrong(DeliveryText.Required, property);
            all = false;
        }

        return all;
    }

    public void Wrong(Text reason, string property) => notes.Error(reason, null, at.Line, $"{at.Path}.{property}");
}
