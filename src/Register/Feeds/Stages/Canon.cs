using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tupa.Register;

/// <summary>What a source says of a person, written one way: the same again has the same digest, whatever the order of the file.</summary>
internal static class Canon
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IncludeFields = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T told) => JsonSerializer.Serialize(told, Options);

    public static FedPerson Read(string payload) => Read<FedPerson>(payload);

    public static T Read<T>(string payload) => JsonSerializer.Deserialize<T>(payload, Options)!;

    public static byte[] Digest(string payload) => SHA256.HashData(Encoding.UTF8.GetBytes(payload));

    /// <summary>Blanks gone, the user ID folded, assignments and groups in order, units named by their ids where the house has them.</summary>
    public static FedPerson Tidy(FedPerson told, Places places) => told with
    {
        GivenName = Short(told.GivenName, 100) ?? "",
        FamilyName = Short(told.FamilyName, 100) ?? "",
        UserId = Short(told.UserId, 100)?.ToLowerInvariant(),
        Email = Short(told.Email, 254),
        Phone = told.Card == Card.A ? Short(told.Phone, 16) : null,
        WorkAddress = told.Card == Card.A ? Short(told.WorkAddress, 200) : null,
        Organisation = told.Card == Card.A ? Short(told.Organisation, 200) : null,
        School = told.Card == Card.B ? Short(told.School, 5) : null,
        ClassName = told.Card == Card.B ? Short(told.ClassName, 20) : null,
        Role = told.Card == Card.B ? told.Role : null,
        DirectoryId = Short(told.DirectoryId, 255),
        Assignments = [.. told.Assignments
            .Select(a => a with { Unit = places.UnitOf(a.Unit)?.ToString() ?? a.Unit, Groups = [.. a.Groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] })
            .DistinctBy(a => a.Key, StringComparer.Ordinal).OrderBy(a => a.Key, StringComparer.Ordinal)],
    };

    private static string? Short(string? text, int longest) => text?.Trim().Normalize() is { Length: > 0 } said ? said.Length > longest ? said[..longest].TrimEnd() : said : null;
}
