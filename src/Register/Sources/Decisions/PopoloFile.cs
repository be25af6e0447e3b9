using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Tupa.Kernel;

namespace Tupa.Register;

internal sealed record PopoloPerson(string Id, string? Name, string? Given, string? Family, string? Email, string? Phone, PopoloPlace At);

internal sealed record PopoloOrgan(string Id, string Name, string? NameSv, string? Classification, DateOnly? Dissolved);

internal sealed record PopoloPost(string Id, string? Role, string? Organ, DateOnly? End);

/// <summary>A term of an organ, or of all of them where it names none.</summary>
internal sealed record PopoloTerm(string? Id, string? Organ, DateOnly? First, DateOnly? Last);

internal sealed record PopoloSeat(
    string? Id, string? Person, string? Organ, string? Post, string? Role, string? Term, string? StandsInFor, DateOnly? First, DateOnly? Last, PopoloPlace At);

/// <summary>Where in the file something stands: the line, and the way to it ("memberships[12]").</summary>
internal readonly record struct PopoloPlace(int Line, string Path);

/// <summary>
/// A Popolo file taken apart token by token. What is not asked for is passed over where it stands and never becomes a string; that it
/// was there is noted once.
/// </summary>
internal sealed class PopoloFile(byte[] bytes, FeedNotes notes)
{
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);
    private readonly int[] _lines = [.. Starts(bytes)];

    public List<PopoloPerson> Persons { get; } = [];

    public List<PopoloOrgan> Organs { get; } = [];

    public List<PopoloPost> Posts { get; } = [];

    public List<PopoloTerm> Terms { get; } = [];

    public List<PopoloSeat> Seats { get; } = [];

    private delegate void Item(ref Utf8JsonReader json, PopoloPlace at);

    /// <summary>False where it is not Popolo; why is noted.</summary>
    public bool Read()
    {
        var body = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        if (!Utf8.IsValid(body))
        {
            notes.Error(DeliveryText.BrokenLetter, null, LineOfBroken(body));
            return false;
        }

        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
        try
        {
            var lists = new HashSet<string>(StringComparer.Ordinal);
            json.Read();
            if (json.TokenType == JsonTokenType.StartObject) Top(ref json, lists);
            while (json.Read())
            {
            }

            if (lists.IsSupersetOf(["persons", "organizations", "memberships"])) return true;
            notes.Error(DecisionText.NotPopolo, null, 1);
        }
        catch (JsonException failure)
        {
            notes.Error(DecisionText.NotJson, null, (int)(failure.LineNumber ?? 0) + 1);
        }

        return false;
    }

    private void Top(ref Utf8JsonReader json, HashSet<string> lists)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            lists.Add(name);
            switch (name)
            {
                case "persons":
                    List(ref json, name, Person);
                    break;
                case "organizations":
                    List(ref json, name, Organ);
                    break;
                case "memberships":
                    List(ref json, name, (ref Utf8JsonReader item, PopoloPlace at) => Seat(ref item, at, null, null));
                    break;
                case "posts":
                    List(ref json, name, (ref Utf8JsonReader item, PopoloPlace at) => Post(ref item, at, null));
                    break;
                case "terms" or "events":
                    List(ref json, name, Term);
                    break;
                default:
                    Drop(ref json, name);
                    break;
            }
        }
    }

    private void Person(ref Utf8JsonReader json, PopoloPlace at)
    {
        var seats = Seats.Count;
        string? id = null, name = null, given = null, family = null, email = null, phone = null;
        while (Property(ref json) is { } property)
        {
            switch (property)
            {
                case "id":
                    id = Value(ref json, at, property);
                    break;
                case "name":
                    name = Value(ref json, at, property);
                    break;
                case "given_name":
                    given = Value(ref json, at, property);
                    break;
                case "family_name":
                    family = Value(ref json, at, property);
                    break;
                case "email":
                    email = Value(ref json, at, property);
                    break;
                case "contact_details":
                    List(ref json, $"{at.Path}.{property}", (ref Utf8JsonReader item, PopoloPlace _) => Contact(ref item, ref email, ref phone));
                    break;
                case "memberships":
                    List(ref json, $"{at.Path}.{property}", (ref Utf8JsonReader item, PopoloPlace place) => Seat(ref item, place, "", null));
                    break;
                default:
                    Drop(ref json, $"persons.{property}");
                    break;
            }
        }

        for (var i = seats; i < Seats.Count; i++) Seats[i] = Seats[i] with { Person = id };
        if (Required(id, at, "id")) Persons.Add(new(id!, name, given, family, email, phone, at));
    }

    /// <summary>Work numbers and addresses of mail. A postal address may be a home: it is passed over.</summary>
    private void Contact(ref Utf8JsonReader json, ref string? email, ref string? phone)
    {
        // The type may stand after the value, and a value is read only when its type is known.
        var ahead = json;
        var type = TypeOf(ref ahead);
        while (Property(ref json) is { } property)
        {
            if (property == "value" && type is "email") email ??= Value(ref json, default, property);
            else if (property == "value" && type is "voice" or "cell" or "phone" or "mobile") phone ??= Value(ref json, default, property);
            else if (property is "type") json.Skip();
            else Drop(ref json, $"persons.contact_details.{(property == "value" ? type is "address" ? "address" : "other" : property)}");
        }
    }

    private static string? TypeOf(ref Utf8JsonReader json)
    {
        string? type = null;
        while (Property(ref json) is { } property)
        {
            if (property == "type" && json.TokenType == JsonTokenType.String) type = json.GetString();
            json.Skip();
        }

        return type;
    }

    private void Organ(ref Utf8JsonReader json, PopoloPlace at)
    {
        var (seats, posts) = (Seats.Count, Posts.Count);
        string? id = null, name = null, swedish = null, classification = null;
        DateOnly? dissolved = null;
        while (Property(ref json) is { } property)
        {
            switch (property)
            {
                case "id":
                    id = Value(ref json, at, property);
                    break;
                case "name":
                    name = Value(ref json, at, property);
                    break;
                case "classification":
                    classification = Value(ref json, at, property);
                    break;
                case "dissolution_date":
                    dissolved = Day(ref json, at, property);
                    break;
                case "other_names":
                    List(ref json, $"{at.Path}.{property}", (ref Utf8JsonReader item, PopoloPlace place) => OtherName(ref item, place, ref swedish));
                    break;
                case "posts":
                    List(ref json, $"{at.Path}.{property}", (ref Utf8JsonReader item, PopoloPlace place) => Post(ref item, place, ""));
                    break;
                case "memberships":
                    List(ref json, $"{at.Path}.{property}", (ref Utf8JsonReader item, PopoloPlace place) => Seat(ref item, place, null, ""));
                    break;
                default:
                    Drop(ref json, $"organizations.{property}");
                    break;
            }
        }

        for (var i = seats; i < Seats.Count; i++) Seats[i] = Seats[i] with { Organ = id };
        for (var i = posts; i < Posts.Count; i++) Posts[i] = Posts[i] with { Organ = id };
        if (Required(id, at, "id") && Required(name, at, "name")) Organs.Add(new(id!, name!, swedish, classification, dissolved));
    }

    private void OtherName(ref Utf8JsonReader json, PopoloPlace at, ref string? swedish)
    {
        string? name = null, language = null;
        while (Property(ref json) is { } property)
        {
            if (property == "name") name = Value(ref json, at, property);
            else if (property is "lang" or "language" or "note") language = Value(ref json, at, property) ?? language;
            else Drop(ref json, $"organizations.other_names.{property}");
        }

        if (language is "sv") swedish = name;
    }

    private void Post(ref Utf8JsonReader json, PopoloPlace at, string? organ)
    {
        string? id = null, role = null, label = null;
        DateOnly? end = null;
        while (Property(ref json) is { } property)
        {
            switch (property)
            {
                case "id":
                    id = Value(ref json, at, property);
                    break;
                case "role":
                    role = Value(ref json, at, property);
                    break;
                case "label":
                    label = Value(ref json, at, property);
                    break;
                case "organization_id":
                    organ = Value(ref json, at, property);
                    break;
                case "end_date":
                    end = Day(ref json, at, property);
                    break;
                default:
                    Drop(ref json, $"posts.{property}");
                    break;
            }
        }

        if (Required(id, at, "id")) Posts.Add(new(id!, role ?? label, organ, end));
    }

    private void Term(ref Utf8JsonReader json, PopoloPlace at)
    {
        string? id = null, organ = null;
        DateOnly? first = null, last = null;
        while (Property(ref json) is { } property)
        {
            switch (property)
            {
                case "id":
                    id = Value(ref json, at, property);
                    break;
                case "organization_id":
                    organ = Value(ref json, at, property);
                    break;
                case "start_date":
                    first = Day(ref json, at, property);
                    break;
                case "end_date":
                    last = Day(ref json, at, property);
                    break;
                case "name" or "classification":
                    json.Skip();
                    break;
                default:
                    Drop(ref json, $"terms.{property}");
                    break;
            }
        }

        Terms.Add(new(id, organ, first, last));
    }

    private void Seat(ref Utf8JsonReader json, PopoloPlace at, string? person, string? organ)
    {
        string? id = null, post = null, role = null, label = null, term = null, standsInFor = null;
        DateOnly? first = null, last = null;
        while (Property(ref json) is { } property)
        {
            switch (property)
            {
                case "id":
                    id = Value(ref json, at, property);
                    break;
                case "person_id":
                    person = Value(ref json, at, property);
                    break;
                case "organization_id":
                    organ = Value(ref json, at, property);
                    break;
                case "post_id":
                    post = Value(ref json, at, property);
                    break;
                case "role":
                    role = Value(ref json, at, property);
                    break;
                case "label":
                    label = Value(ref json, at, property);
                    break;
                case "legislative_period_id" or "term_id":
                    term = Value(ref json, at, property);
                    break;
                case "stands_in_for_id":
                    standsInFor = Value(ref json, at, property);
                    break;
                case "start_date":
                    first = Day(ref json, at, property);
                    break;
                case "end_date":
                    last = Day(ref json, at, property);
                    break;
                default:
                    Drop(ref json, $"memberships.{property}");
                    break;
            }
        }

        if (first > last) Wrong(DeliveryText.DaysReversed, at, "end_date");
        Seats.Add(new(id, person, organ, post, role ?? label, term, standsInFor, first, last, at));
    }

    private void List(ref Utf8JsonReader json, string path, Item read)
    {
        if (json.TokenType == JsonTokenType.PropertyName) json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            if (json.TokenType != JsonTokenType.Null) notes.Error(DecisionText.NotPopolo, null, Line(json.TokenStartIndex), path);
            json.Skip();
            return;
        }

        for (var i = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; i++)
        {
            var at = new PopoloPlace(Line(json.TokenStartIndex), $"{path}[{i}]");
            if (json.TokenType == JsonTokenType.StartObject) read(ref json, at);
            else
            {
                notes.Error(DecisionText.NotPopolo, null, at.Line, at.Path);
                json.Skip();
            }
        }
    }

    /// <summary>The next property of the object, standing at its value; null at the end of the object.</summary>
    private static string? Property(ref Utf8JsonReader json)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.PropertyName) return null;

        var name = json.GetString();
        json.Read();
        return name;
    }

    private string? Value(ref Utf8JsonReader json, PopoloPlace at, string property)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(json.ValueSpan);
            case JsonTokenType.String:
                var value = json.GetString()!.Trim();
                if (value.Length > FieldRules.LongestKey) Wrong(DeliveryText.TooLong, at, property);
                else if (value.Any(char.IsControl)) Wrong(DeliveryText.Control, at, property);
                return value.Length == 0 ? null : value;
            default:
                Wrong(DecisionText.WrongKind, at, property);
                json.Skip();
                return null;
        }
    }

    private DateOnly? Day(ref Utf8JsonReader json, PopoloPlace at, string property)
    {
        if (Value(ref json, at, property) is not { } value) return null;
        if (FieldRules.TryDay(value, out var day)) return day;

        Wrong(DeliveryText.NotADay, at, property);
        return null;
    }

    private bool Required(string? value, PopoloPlace at, string property)
    {
        if (value is null) Wrong(DeliveryText.Required, at, property);
        return value is not null;
    }

    private void Wrong(Text reason, PopoloPlace at, string property) => notes.Error(reason, null, at.Line == 0 ? null : at.Line, at.Path is null ? property : $"{at.Path}.{property}");

    private void Drop(ref Utf8JsonReader json, string path)
    {
        if (json.TokenType == JsonTokenType.PropertyName) json.Read();
        json.Skip();
        if (_dropped.Count < 100 && DeliveryText.Shown(path) is { } shown && _dropped.Add(shown)) notes.Dropped(DecisionText.PropertyUnread, null, shown);
    }

    private int Line(long offset)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble)) offset += 3;
        var found = Array.BinarySearch(_lines, (int)offset);
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
        var line = 1;
        while (!body.IsEmpty)
        {
            var cut = body.IndexOf((byte)'\n');
            if (!Utf8.IsValid(cut < 0 ? body : body[..cut]) || cut < 0) return line;
            body = body[(cut + 1)..];
            line++;
        }

        return line;
    }
}
