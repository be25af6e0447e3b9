using System.Globalization;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The attributes of the two cards by the names of their columns, as texts: what sources contend for.</summary>
internal static class CardColumns
{
    public const string Shielded = "shielded";

    private static readonly IReadOnlyDictionary<string, Text> Labels = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["given_name"] = FieldText.Given,
        ["family_name"] = FieldText.Family,
        ["email"] = FieldText.Email,
        ["user_id"] = FieldText.UserId,
        ["phone"] = FieldText.Phone,
        ["work_address"] = FieldText.WorkAddress,
        ["organisation"] = FieldText.Organisation,
        ["school"] = FieldText.School,
        ["class_name"] = FieldText.Class,
        ["institution_code"] = FieldText.InstitutionCode,
        ["role"] = FieldText.Role,
        [Shielded] = AuthorityText.Shielded,
    };

    public static IReadOnlyList<string> Of(Card card) => card == Card.A
        ? ["given_name", "family_name", "email", "user_id", "phone", "work_address", "organisation"]
        : ["given_name", "family_name", "user_id", "email", "school", "class_name", "institution_code", "role"];

    public static Text Label(string column) => Labels.GetValueOrDefault(column, FieldText.Groups);

    /// <summary>Whether the card may be without it: then a source can let go of what it said.</summary>
    public static bool MayBeEmpty(string column) => column is "email" or "user_id" or "phone" or "work_address" or "class_name";

    /// <summary>What is written by hand, and can be corrected by hand.</summary>
    public static bool IsWritten(string column) => column is not ("school" or "institution_code" or "role" or Shielded);

    public static int Longest(string column) => column switch
    {
        "email" => 254,
        "phone" => 16,
        "work_address" or "organisation" => 200,
        "class_name" => 20,
        _ => 100,
    };

    public static string? Value(CardA card, string column) => column switch
    {
        "given_name" => card.GivenName,
        "family_name" => card.FamilyName,
        "email" => card.Email,
        "user_id" => card.UserId,
        "phone" => card.Phone,
        "work_address" => card.WorkAddress,
        "organisation" => card.Organisation,
        _ => null,
    };

    public static string? Value(CardB card, string column) => column switch
    {
        "given_name" => card.GivenName,
        "family_name" => card.FamilyName,
        "user_id" => card.UserId,
        "email" => card.Email,
        "school" => card.School.ToString(),
        "class_name" => card.ClassName,
        "institution_code" => card.InstitutionCode,
        "role" => card.Role.ToString(),
        _ => null,
    };

    public static void Set(CardA card, string column, string? value)
    {
        switch (column)
        {
            case "given_name": card.GivenName = value!; break;
            case "family_name": card.FamilyName = value!; break;
            case "email": card.Email = value; break;
            case "user_id": card.UserId = value; break;
            case "phone": card.Phone = value; break;
            case "work_address": card.WorkAddress = value; break;
            case "organisation": card.Organisation = value!; break;
        }
    }

    public static void Set(CardB card, string column, string? value)
    {
        switch (column)
        {
            case "given_name": card.GivenName = value!; break;
            case "family_name": card.FamilyName = value!; break;
            case "user_id": card.UserId = value; break;
            case "email": card.Email = value; break;
            case "school": card.School = new(Guid.Parse(value!, CultureInfo.InvariantCulture)); break;
            case "class_name": card.ClassName = value; break;
            case "institution_code": card.InstitutionCode = value!; break;
            case "role": card.Role = Enum.Parse<SchoolRole>(value!); break;
        }
    }

    /// <summary>What a source says, without what it is silent about. A staff card without an organisation is in that of its first unit.</summary>
    public static Dictionary<string, string> Said(FedPerson told, Places places)
    {
        var school = places.UnitOf(told.School);
        (string Column, string? Value)[] said = told.Card == Card.A
            ?
            [
                ("given_name", told.GivenName), ("family_name", told.FamilyName), ("email", told.Email), ("user_id", told.UserId), ("phone", told.Phone),
                ("work_address", told.WorkAddress), ("organisation", told.Organisation),
            ]
            :
            [
                ("given_name", told.GivenName), ("family_name", told.FamilyName), ("user_id", told.UserId), ("email", told.Email), ("class_name", told.ClassName),
                ("school", school?.ToString()), ("institution_code", school is { } id ? places.Unit(id)?.Code : null), ("role", told.Role?.ToString()),
            ];
        return said.Where(s => !string.IsNullOrEmpty(s.Value)).ToDictionary(s => s.Column, s => s.Value!, StringComparer.Ordinal);
    }
}
