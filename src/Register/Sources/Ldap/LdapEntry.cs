using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tupa.Register;

/// <summary>What is fetched of an entry, and no more: a line of the file that <see cref="LdapReader"/> reads.</summary>
internal sealed record LdapEntry
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>objectGUID or entryUUID: the one name that stays.</summary>
    public string? Key { get; init; }
    public string? GivenName { get; init; }
    public string? FamilyName { get; init; }
    public string? UserId { get; init; }
    public string? Mail { get; init; }
    public string? Phone { get; init; }
    public string? Street { get; init; }
    public string? PostalCode { get; init; }
    public string? Locality { get; init; }
    public string? Company { get; init; }
    public string? Department { get; init; }

    /// <summary>userAccountControl, accountExpires (Active Directory), nsAccountLock (389), pwdAccountLockedTime (OpenLDAP), shadowExpire (RFC 2307).</summary>
    public string? Control { get; init; }
    public string? Expires { get; init; }
    public string? Lock { get; init; }
    public string? LockedSince { get; init; }
    public string? ShadowExpires { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null where the line is none.</summary>
    public static LdapEntry? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LdapEntry>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
