using Microsoft.Extensions.Configuration;

namespace Tupa.Register;

/// <summary>A key that sources share.</summary>
[Flags]
public enum SharedKeys
{
    None = 0,

    /// <summary>The GUID of the city's directory.</summary>
    Directory = 1,
    UserId = 2,

    /// <summary>The work e-mail, exactly.</summary>
    Email = 4,
}

/// <summary>
/// Which shared keys of a source are followed to a person. A key that is not trusted is not passed by: what it hits becomes a task.
/// Setting Tupa:Trust:Schools = "Directory, UserId", and so for each source; "None" for none.
/// </summary>
public sealed class Trust
{
    public const string Section = "Tupa:Trust";
    private const SharedKeys All = SharedKeys.Directory | SharedKeys.UserId | SharedKeys.Email;

    private readonly Dictionary<Source, SharedKeys> _trusted;

    private Trust(Dictionary<Source, SharedKeys> trusted) => _trusted = trusted;

    public SharedKeys Of(Source source) => _trusted[source];

    /// <summary>A sponsor writes the address of somebody outside the house by hand: that alone ties nobody to anybody.</summary>
    public static SharedKeys Usual(Source source) => source switch
    {
        Source.Sponsors or Source.Operator => SharedKeys.None,
        Source.Schools => SharedKeys.Directory | SharedKeys.UserId,
        Source.Supervisors or Source.Decisions or Source.Scim or Source.Ldap => All,
    };

    public static Trust Read(IConfiguration configuration) => new(Enum.GetValues<Source>().ToDictionary(s => s, s => configuration[$"{Section}:{s}"] switch
    {
        null or "" => Usual(s),
        var written when Enum.TryParse<SharedKeys>(written, ignoreCase: true, out var keys) && (keys & ~All) == SharedKeys.None => keys,
        var written => throw new InvalidOperationException($"{Section}:{s} is \"{written}\". Write which of Directory, UserId and Email are trusted, with commas, or None."),
    }));
}
