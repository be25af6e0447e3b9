using System.Text.Json;

namespace Tupa.Register;

internal sealed record PopoloPerson(string Id, string? Name, string? Given, string? Family, string? Email, string? Phone, PopoloPlace At);

internal sealed record PopoloOrgan(string Id, string Name, string? NameSv, string? Classification, DateOnly? Dissolved, PopoloPlace At);

internal sealed record PopoloPost(string Id, string? Role, string? Organ, DateOnly? End);

/// <summary>A term of an organ.</summary>
internal sealed record PopoloTerm(string? Id, string? Organ, DateOnly? First, DateOnly? Last);

internal sealed record PopoloSeat(
    string? Id, string? Person, string? Organ, string? Post, string? Role, string? Term, string? StandsInFor, DateOnly? First, DateOnly? Last, PopoloPlace At);

/// <summary>What a Popolo file says, as far as it is asked: persons, organs, posts, terms, memberships, wherever Popolo lets them stand.</summary>
internal sealed class PopoloFile(byte[] bytes, FeedNotes notes)
{
    private const string Contacts = "contact_details";

    private readonly PopoloJson _file = new(bytes, notes);

    public List<PopoloPerson> Persons { get; } = [];

    public List<PopoloOrgan> Organs { get; } = [];

    public List<PopoloPost> Posts { get; } = [];

    public List<PopoloTerm> Terms { get; } = [];

    public List<PopoloSeat> Seats { get; } = [];

    /// <summary>False where it is not Popolo; why is noted.</summary>
    public bool Read()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lists = new Dictionary<string, PopoloJson.Item>(StringComparer.Ordinal)
        {
            ["persons"] = Person,
            ["organizations"] = Organ,
            ["memberships"] = Seat,
            ["posts"] = Post,
            ["terms"] = Term,
            ["events"] = Term,
        };
        if (!_file.Read(lists, seen)) return false;
        if (seen.IsSupersetOf(["persons", "organizations", "memberships"])) return true;

        notes.Error(DecisionText.NotPopolo, null, 1);
        return false;
    }

    private void Person(ref Utf8JsonReader json, PopoloPlace at)
    {
        var before = Seats.Count;
        var contacts = new Dictionary<string, string>(StringComparer.Ordinal);
        var person = _file.Fields(ref json, at, "persons", "id name given_name family_name email",
            (Contacts, (ref item, place) => Contact(ref item, place, contacts)), ("memberships", Seat));
        for (var i = before; i < Seats.Count; i++) Seats[i] = Seats[i] with { Person = person["id"] };
        if (person.Has("id"))
        {
            Persons.Add(new(
                person["id"]!, person["name"], person["given_name"], person["family_name"], person["email"] ?? contacts.GetValueOrDefault("email"), contacts.GetValueOrDefault("phone"), at));
        }
    }

    /// <summary>Numbers and addresses of mail. A postal address may be a home: it is passed over.</summary>
    private void Contact(ref Utf8JsonReader json, PopoloPlace at, Dictionary<string, string> contacts)
    {
        // The type may stand after the value, and a value is read only when its type is known.
        var ahead = json;
        var type = TypeOf(ref ahead) switch { "email" => "email", "voice" or "cell" or "phone" or "mobile" => "phone", "address" => "address", _ => "other" };
        while (PopoloJson.Property(ref json) is { } property)
        {
            if (property == "type") json.Skip();
            else if (property == "value" && type is "email" or "phone")
            {
                if (_file.Value(ref json, at, property) is { } value) contacts.TryAdd(type, value);
            }
            else _file.Drop(ref json, $"persons.{Contacts}.{(property == "value" ? type : property)}");
        }
    }

    private static string? TypeOf(ref Utf8JsonReader json)
    {
        string? type = null;
        while (PopoloJson.Property(ref json) is { } property)
        {
            if (property == "type" && json.TokenType == JsonTokenType.String) type = json.GetString();
            json.Skip();
        }

        return type;
    }

    private void Organ(ref Utf8JsonReader json, PopoloPlace at)
    {
        var (seats, posts) = (Seats.Count, Posts.Count);
        string? swedish = null;
        var organ = _file.Fields(ref json, at, "organizations", "id name classification dissolution_date",
            ("posts", Post), ("memberships", Seat), ("other_names", (ref item, place) =>
            {
                var other = _file.Fields(ref item, place, "organizations.other_names", "name lang language note");
                if ((other["lang"] ?? other["language"] ?? other["note"]) == "sv") swedish = other["name"];
            }
        ));
        for (var i = seats; i < Seats.Count; i++) Seats[i] = Seats[i] with { Organ = organ["id"] };
        for (var i = posts; i < Posts.Count; i++) Posts[i] = Posts[i] with { Organ = organ["id"] };
        if (organ.Has("id", "name")) Organs.Add(new(organ["id"]!, organ["name"]!, swedish, organ["classification"], organ.Day("dissolution_date"), at));
    }

    private void Post(ref Utf8JsonReader json, PopoloPlace at)
    {
        var post = _file.Fields(ref json, at, "posts", "id role label organization_id end_date");
        if (post.Has("id")) Posts.Add(new(post["id"]!, post["role"] ?? post["label"], post["organization_id"], post.Day("end_date")));
    }

    private void Term(ref Utf8JsonReader json, PopoloPlace at)
    {
        var term = _file.Fields(ref json, at, "terms", "id name classification organization_id start_date end_date");
        Terms.Add(new(term["id"], term["organization_id"], term.Day("start_date"), term.Day("end_date")));
    }

    private void Seat(ref Utf8JsonReader json, PopoloPlace at)
    {
        var seat = _file.Fields(ref json, at, "memberships",
            "id person_id organization_id post_id role label legislative_period_id term_id stands_in_for_id start_date end_date");
        var (first, last) = (seat.Day("start_date"), seat.Day("end_date"));
        if (first > last) seat.Wrong(DeliveryText.DaysReversed, "end_date");
        Seats.Add(new(
            seat["id"], seat["person_id"], seat["organization_id"], seat["post_id"], seat["role"] ?? seat["label"],
            seat["legislative_period_id"] ?? seat["term_id"], seat["stands_in_for_id"], first, last, at));
    }
}
