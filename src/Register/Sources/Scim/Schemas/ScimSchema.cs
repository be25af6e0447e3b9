namespace Tupa.Register;

/// <summary>
/// What is stored and therefore advertised: the attributes of card A, and the keys. Every other attribute of the standard is taken in
/// syntax and let go of unread.
/// </summary>
internal sealed record ScimSchema(string Urn, string Name, string Description, IReadOnlyList<ScimAttribute> Attributes)
{
    public const string UserUrn = "urn:ietf:params:scim:schemas:core:2.0:User";
    public const string GroupUrn = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public const string EnterpriseUrn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    public static IReadOnlyList<string> Urns { get; } = [UserUrn, GroupUrn, EnterpriseUrn];

    /// <summary>Of every resource (RFC 7643, 3.1).</summary>
    private static readonly IReadOnlyList<ScimAttribute> Common =
    [
        new("id", ScimType.String, "What this house calls the resource.") { CaseExact = true, Mutability = "readOnly", Returned = "always", Uniqueness = "server" },
        new("externalId", ScimType.String, "What the directory calls the resource.") { CaseExact = true },
        new("meta", ScimType.Complex, "About the resource.")
        {
            Mutability = "readOnly",
            Subs =
            [
                new("resourceType", ScimType.String, "User or Group.") { CaseExact = true, Mutability = "readOnly" },
                new("created", ScimType.DateTime, "When it came.") { Mutability = "readOnly" },
                new("lastModified", ScimType.DateTime, "When the directory changed it last.") { Mutability = "readOnly" },
                new("location", ScimType.Reference, "Its address.") { CaseExact = true, Mutability = "readOnly" },
                new("version", ScimType.String, "Its weak entity tag.") { CaseExact = true, Mutability = "readOnly" },
            ],
        },
    ];

    public static ScimSchema User { get; } = new(UserUrn, "User", "Member of the city's staff",
    [
        new("userName", ScimType.String, "User ID.") { Required = true, Uniqueness = "server" },
        new("name", ScimType.Complex, "The name.")
        {
            Subs = [new("givenName", ScimType.String, "Given name."), new("familyName", ScimType.String, "Family name.")],
        },
        new("displayName", ScimType.String, "The name in one: read from givenName and familyName; used only where both are missing."),
        new("active", ScimType.Boolean, "False cuts sign-in at once; true gives it back."),
        new("emails", ScimType.Complex, "The work address, and no other.") { Many = true, Subs = Valued("The address.", "work") },
        new("phoneNumbers", ScimType.Complex, "One number, as E.164: that of work, else the mobile one.") { Many = true, Subs = Valued("The number.", "work", "mobile") },
        new("addresses", ScimType.Complex, "The work address, and no other.")
        {
            Many = true,
            Subs =
            [
                new("streetAddress", ScimType.String, "Street and number."),
                new("postalCode", ScimType.String, "Five digits."),
                new("locality", ScimType.String, "Post town."),
                new("type", ScimType.String, "Always work.") { Canonical = ["work"] },
            ],
        },
    ]);

    public static ScimSchema Enterprise { get; } = new(EnterpriseUrn, "EnterpriseUser", "Where in the city",
    [
        new("organization", ScimType.String, "The organisation as it is shown."),
        new("department", ScimType.String, "The unit, by its exact name; shown where there is no organization."),
    ]);

    public static ScimSchema Group { get; } = new(GroupUrn, "Group", "A set of the directory's users",
    [
        new("displayName", ScimType.String, "The name.") { Required = true, Uniqueness = "server" },
        new("members", ScimType.Complex, "Who is in it.")
        {
            Many = true,
            Subs =
            [
                new("value", ScimType.String, "The id of the user.") { CaseExact = true, Mutability = "immutable" },
                new("$ref", ScimType.Reference, "The address of the user.") { CaseExact = true, Mutability = "immutable", RefersTo = ["User"] },
                new("type", ScimType.String, "Always User.") { Mutability = "immutable", Canonical = ["User"] },
            ],
        },
    ]);

    public static IReadOnlyList<ScimSchema> All { get; } = [User, Enterprise, Group];

    /// <summary>The definition behind a path; null for what is not stored.</summary>
    public ScimAttribute? Find(ScimPath path)
    {
        var own = path.Urn is null ? Common.Concat(Attributes) : Named(path.Urn, EnterpriseUrn) && this == User ? Enterprise.Attributes : [];
        var attribute = own.FirstOrDefault(a => Named(a.Name, path.Attribute));
        return path.Sub is null ? attribute : attribute?.Subs.FirstOrDefault(s => Named(s.Name, path.Sub));
    }

    private static bool Named(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static ScimAttribute[] Valued(string what, params string[] types) =>
    [
        new("value", ScimType.String, what),
        new("type", ScimType.String, "What it is for.") { Canonical = types },
        new("primary", ScimType.Boolean, "Always true: there is one."),
    ];
}
