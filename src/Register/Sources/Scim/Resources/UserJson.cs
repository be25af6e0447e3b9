using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>A user as the standard writes it, from what is stored; and what may be stored, from what is written. Everything else is let go of unread.</summary>
internal static class UserJson
{
    private const int LongestName = 100;
    private const int LongestAddress = 200;

    /// <summary>Without version: that is taken from what stands here.</summary>
    /// <param name="root">The address of the server, up to and with /scim/v2.</param>
    public static JsonObject Of(ScimUserRead user, string root)
    {
        var written = new JsonObject(FilterMatching.Any)
        {
            ["schemas"] = new JsonArray(ScimSchema.UserUrn, ScimSchema.EnterpriseUrn),
            ["id"] = user.Record.ToString(),
            ["userName"] = user.UserId ?? user.UserName,
            ["name"] = new JsonObject(FilterMatching.Any) { ["givenName"] = user.GivenName, ["familyName"] = user.FamilyName },
            ["displayName"] = $"{user.GivenName} {user.FamilyName}".Trim(),
            ["active"] = !user.Cut,
            ["meta"] = ScimJson.Meta("User", $"{root}/Users/{user.Record}", user.CreatedAt, user.ChangedAt),
        };
        if (user.ExternalId is { } key) written["externalId"] = key;
        if (user.Email is { } mail) written["emails"] = Only(mail, "work");
        if (user.Phone is { } phone) written["phoneNumbers"] = Only(phone, user.PhoneFor == ScimPhone.Mobile ? "mobile" : "work");
        if (user.WorkAddress is { Length: > 0 } line) written["addresses"] = new JsonArray(Address(WorkAddress.Of(line)));
        if (Place(user) is { Count: > 0 } place) written[ScimSchema.EnterpriseUrn] = place;
        return written;
    }

    public static (ScimUser? User, ScimError? Error) Read(JsonObject written)
    {
        var said = new Saying(written);
        var (given, family) = Names(said);
        var place = said.Object(ScimSchema.EnterpriseUrn);
        var mail = Text(Chosen(written["emails"], "work"), "value");
        var (phone, mobile) = (Number(Chosen(written["phoneNumbers"], "work")), Number(Chosen(written["phoneNumbers"], "mobile", typed: true)));
        var line = Line(Chosen(written["addresses"], "work"));
        var active = written["active"] is { } node ? FilterMatching.Flag(node) ?? FilterMatching.Flag(said.Text("active")) : null;
        var user = new ScimUser(
            said.Text("externalId"), said.Text("userName") ?? "", active, given, family, mail, phone ?? mobile,
            phone is null && mobile is not null ? ScimPhone.Mobile : ScimPhone.Work, line, said.Text("organization", place), said.Text("department", place));
        return said.NotText ? (null, ScimError.Value(ScimText.NotText)) : Checked(user, written["active"] is not null && active is null);
    }

    private static (ScimUser? User, ScimError? Error) Checked(ScimUser user, bool badActive)
    {
        if (!FieldRules.IsUserId(user.UserName)) return (null, ScimError.Value(ScimText.NoUserName));
        if (user.FamilyName.Length == 0 || user.GivenName.Length > LongestName || user.FamilyName.Length > LongestName) return (null, ScimError.Value(ScimText.NoName));
        if (user.Email is { } mail && !FieldRules.IsMail(mail)) return (null, ScimError.Value(ScimText.BadMail));
        if (badActive) return (null, ScimError.Value(ScimText.BadActive));

        var tooLong = user.ExternalId?.Length > ScimUser.LongestKey || user.WorkAddress?.Length > LongestAddress
            || user.Organization?.Length > ScimUser.LongestPlace || user.Department?.Length > ScimUser.LongestPlace;
        return tooLong ? (null, ScimError.Value(ScimText.TooLong)) : (user, null);
    }

    /// <summary>The parts of the name; where both are missing, the last word of the display name is the family name.</summary>
    private static (string Given, string Family) Names(Saying said)
    {
        var parts = said.Object("name");
        var (given, family) = (said.Text("givenName", parts), said.Text("familyName", parts));
        if (family is not null) return (given ?? "", family);
        if (given is not null) return ("", given);

        var whole = said.Text("displayName") ?? said.Text("formatted", parts) ?? "";
        var space = whole.LastIndexOf(' ');
        return space < 0 ? ("", whole) : (whole[..space].Trim(), whole[(space + 1)..]);
    }

    private static JsonObject Place(ScimUserRead user)
    {
        var place = new JsonObject(FilterMatching.Any);
        if (user.Place == ScimPlace.Organization) place["organization"] = user.Organisation;
        if (user.Place == ScimPlace.Department) place["department"] = user.Organisation;
        else if (user.Unit is { } unit) place["department"] = unit;
        return place;
    }

    private static JsonArray Only(string value, string type) =>
        new(new JsonObject(FilterMatching.Any) { ["value"] = value, ["type"] = type, ["primary"] = true });

    private static JsonObject Address(WorkAddress address)
    {
        var parts = new JsonObject(FilterMatching.Any) { ["type"] = "work" };
        if (address.Street is { } street) parts["streetAddress"] = street;
        if (address.PostalCode is { } code) parts["postalCode"] = code;
        if (address.Locality is { } locality) parts["locality"] = locality;
        return parts;
    }

    /// <summary>The parts, or the whole where there are none.</summary>
    private static string? Line(JsonObject? address)
    {
        var parts = new WorkAddress(Text(address, "streetAddress"), Text(address, "postalCode"), Text(address, "locality")).ToString();
        var line = parts.Length > 0 ? parts : Text(address, "formatted") ?? "";
        line = string.Join(", ", line.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length == 0 ? null : line;
    }

    /// <summary>What is no number is not stored.</summary>
    private static string? Number(JsonObject? phone)
    {
        if (Text(phone, "value") is not { } written) return null;

        var number = written.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? written[4..] : written;
        return FieldRules.Phone(number.Split(';')[0]);
    }

    /// <summary>The element of a type, the primary one first; else one that says no type. Those of another type are private, and nobody's business.</summary>
    /// <param name="typed">Only one that says the type.</param>
    private static JsonObject? Chosen(JsonNode? many, string type, bool typed = false)
    {
        var all = (many is JsonArray some ? some : many is null ? [] : new JsonArray(many.DeepClone()))
            .Select(e => e as JsonObject ?? (e is null ? null : new JsonObject(FilterMatching.Any) { ["value"] = e.DeepClone() })).OfType<JsonObject>()
            .OrderByDescending(e => FilterMatching.Flag(e["primary"]) ?? FilterMatching.Flag(Text(e, "primary")) ?? false).ToList();
        return all.Find(e => string.Equals(Text(e, "type"), type, StringComparison.OrdinalIgnoreCase)) ?? (typed ? null : all.Find(e => Text(e, "type") is null));
    }

    private static string? Text(JsonObject? there, string name) => ScimJson.Text(there?[name]);

    /// <summary>Reads texts, and remembers where something else stood in their place.</summary>
    private sealed class Saying(JsonObject written)
    {
        public bool NotText { get; private set; }

        public JsonObject? Object(string name) => written[name] as JsonObject;

        public string? Text(string name) => Text(name, written);

        public string? Text(string name, JsonObject? there)
        {
            if (there?[name] is JsonArray or JsonObject) NotText = true;
            return ScimJson.Text(there?[name]);
        }
    }
}
