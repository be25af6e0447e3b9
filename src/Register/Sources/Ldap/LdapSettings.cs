using Microsoft.Extensions.Configuration;

namespace Tupa.Register;

/// <summary>Which names a directory has for things.</summary>
public enum LdapKind
{
    ActiveDirectory,

    /// <summary>inetOrgPerson (RFC 2798), as OpenLDAP and 389 have it.</summary>
    InetOrgPerson,
}

/// <summary>The section Tupa:Sources:Ldap. Without an address nothing is asked, and nothing goes out. The house only reads.</summary>
public sealed class LdapSettings
{
    public const string Section = "Tupa:Sources:Ldap";

    /// <summary>For example ldaps://ad.example.fi; empty for none.</summary>
    public string Address { get; set; } = "";

    public LdapKind Kind { get; set; } = LdapKind.ActiveDirectory;

    /// <summary>The entry below which the staff are, for example OU=Henkilosto,DC=example,DC=fi.</summary>
    public string Base { get; set; } = "";

    /// <summary>Whom the house reads (RFC 4515); empty for all people below the base.</summary>
    public string Filter { get; set; } = "";

    /// <summary>Who the house is there: a distinguished name that may read.</summary>
    public string User { get; set; } = "";

    /// <summary>Also read from the file named by Tupa:Sources:Ldap:Password_FILE.</summary>
    public string Password { get; set; } = "";

    /// <summary>Begin TLS on an ldap:// address (RFC 4511, 4.14).</summary>
    public bool StartTls { get; set; }

    /// <summary>A folder of certificates to trust beside those of the system (PEM, hashed names); empty for none.</summary>
    public string Certificates { get; set; } = "";

    /// <summary>How often everybody is read anew; those that have changed are read each minute, where the directory tells them.</summary>
    public int Minutes { get; set; } = 10;

    public bool IsConfigured => Address.Length > 0;

    internal string Chosen => Filter.Length > 0 ? Filter : Kind == LdapKind.ActiveDirectory ? "(&(objectCategory=person)(objectClass=user))" : "(objectClass=inetOrgPerson)";

    /// <summary>Reads the section, and the password from its file.</summary>
    /// <exception cref="InvalidOperationException">A setting is impossible; the sentence says how to mend it.</exception>
    public static LdapSettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<LdapSettings>() ?? new();
        if (configuration[$"{Section}:Password_FILE"] is { Length: > 0 } file) settings.Password = File.ReadAllText(file).Trim();
        settings.Check();
        return settings;
    }

    private void Check()
    {
        if (!IsConfigured) return;
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || address.Scheme is not ("ldap" or "ldaps"))
            throw new InvalidOperationException($"{Section}:Address must be an address such as ldaps://ad.example.fi.");
        if (address.Scheme == "ldap" && !StartTls && !address.IsLoopback)
            throw new InvalidOperationException($"{Section}:Address would send the password in the clear. Use ldaps://, or set {Section}:StartTls to true.");
        if (Base.Length == 0) throw new InvalidOperationException($"{Section}:Base must name the entry below which the staff are, for example OU=Henkilosto,DC=example,DC=fi.");
        if (User.Length == 0 || Password.Length == 0)
            throw new InvalidOperationException($"{Section}:User and :Password must both be given; :Password_FILE names a file with the password.");
        if (Minutes is < 1 or > 1_440) throw new InvalidOperationException($"{Section}:Minutes must be between 1 and 1440.");
    }
}
