using System.Text.Json;

namespace Tupa.Register;

/// <summary>
/// One object of the service, as far as it is wanted: names of properties, and of ids within (<c>school.sourcedId</c>), to text. All else is
/// passed over where it stands and never becomes a string.
/// </summary>
internal static class RosterObject
{
    public static Dictionary<string, string> Read(ref Utf8JsonReader json, IReadOnlyCollection<string> wanted)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Read(ref json, wanted, "", values);
        return values;
    }

    /// <summary>As <see cref="Read(ref Utf8JsonReader, IReadOnlyCollection{string})"/>, with one property that is a list of objects.</summary>
    public static (Dictionary<string, string> Values, List<Dictionary<string, string>> Rows) Read(
        ref Utf8JsonReader json, IReadOnlyCollection<string> wanted, string list, IReadOnlyCollection<string> wantedOfEach)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new List<Dictionary<string, string>>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            if (name != list || json.TokenType != JsonTokenType.StartArray) Value(ref json, wanted, name, values);
            else while (json.Read() && json.TokenType == JsonTokenType.StartObject) rows.Add(Read(ref json, wantedOfEach));
        }

        return (values, rows);
    }

    private static void Read(ref Utf8JsonReader json, IReadOnlyCollection<string> wanted, string prefix, Dictionary<string, string> values)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = prefix + json.GetString();
            json.Read();
            Value(ref json, wanted, name, values);
        }
    }

    private static void Value(ref Utf8JsonReader json, IReadOnlyCollection<string> wanted, string name, Dictionary<string, string> values)
    {
        var leads = wanted.Any(w => w.StartsWith($"{name}.", StringComparison.Ordinal));
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject when leads:
                Read(ref json, wanted, $"{name}.", values);
                break;
            case JsonTokenType.StartArray when leads:
                // Several references: their ids, with commas between.
                while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                {
                    var one = new Dictionary<string, string>(StringComparer.Ordinal);
                    Read(ref json, wanted, $"{name}.", one);
                    foreach (var (key, value) in one) values[key] = values.TryGetValue(key, out var before) ? $"{before},{value}" : value;
                }

                break;
            case JsonTokenType.String when wanted.Contains(name):
                values[name] = json.GetString()!;
                break;
            case JsonTokenType.True or JsonTokenType.False when wanted.Contains(name):
                values[name] = json.TokenType == JsonTokenType.True ? "true" : "false";
                break;
            default:
                json.Skip();
                break;
        }
    }
}
