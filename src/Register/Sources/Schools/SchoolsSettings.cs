using Microsoft.Extensions.Configuration;

namespace Tupa.Register;

/// <summary>The section Tupa:Sources: what the readers of school files are told by the operator.</summary>
public sealed class SchoolsSettings
{
    public const string Section = "Tupa:Sources";

    /// <summary>A folder of mapping profiles (*.json) beside those that come with the house; one of the same format stands in its place. Empty for none.</summary>
    public string Profiles { get; set; } = "";

    /// <summary>A file that tells the institution codes of schools, and which schools have students. Empty for none.</summary>
    public string Institutions { get; set; } = "";

    internal Institutions Told { get; private set; } = Register.Institutions.None;

    internal IReadOnlyList<MappingProfile> Mappings { get; private set; } = MappingProfiles.Shipped;

    /// <summary>Reads the section, and the files it names.</summary>
    /// <exception cref="InvalidOperationException">A setting or a file is impossible; the sentence says how to mend it.</exception>
    public static SchoolsSettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<SchoolsSettings>() ?? new();
        if (settings.Institutions.Length > 0) settings.Told = Register.Institutions.Read(settings.Institutions);
        if (settings.Profiles.Length > 0) settings.Mappings = MappingProfiles.With(settings.Profiles);
        return settings;
    }
}
