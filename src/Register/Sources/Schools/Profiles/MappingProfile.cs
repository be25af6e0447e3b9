using System.Text.Json.Serialization;

namespace Tupa.Register;

/// <summary>What a column of a free file may be read as. There is no phone: register B has none.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProfileField>))]
internal enum ProfileField
{
    Key,
    GivenName,
    FamilyName,
    UserId,
    Email,
    InstitutionCode,
    SchoolName,
    ClassName,

    /// <summary>The id of the class, which stays when the class is renamed; without it a class is its school and its name.</summary>
    ClassKey,
    Groups,

    /// <summary>Mapped to Pupil, Student or Staff.</summary>
    Role,

    /// <summary>Mapped to a code of the list of duties.</summary>
    Duty,
    FirstDay,
    LastDay,

    /// <summary>Turvakielto, mapped to true or false.</summary>
    Shielded,
}

/// <summary>One column: its header in the file, and what it is read as.</summary>
/// <param name="Required">The column must be there, and a value in each row.</param>
/// <param name="Separator">What stands between several groups in one field.</param>
/// <param name="Values">What the values of the file mean; a value that is not here is an error.</param>
internal sealed record ProfileColumn(
    string Header, ProfileField Field, bool Required = false, string? Separator = null, IReadOnlyDictionary<string, string>? Values = null);

/// <summary>Rows that do not belong: left out, or an error.</summary>
/// <param name="Values">The rule is met by any of these; without them by any value at all.</param>
internal sealed record ProfileRule(string Header, IReadOnlyCollection<string>? Values = null, bool IsError = false);

/// <summary>How a free CSV file of a school system is read. Written as JSON; see docs/operate.md.</summary>
/// <param name="Role">Of everybody, where no column says it.</param>
/// <param name="Duty">Of everybody, where no column says it.</param>
internal sealed record MappingProfile(
    string Format, string Feed, IReadOnlyList<ProfileColumn> Columns, SchoolRole? Role = null, string? Duty = null, string Delimiter = ";")
{
    public IReadOnlyList<string> Charsets { get; init; } = [Register.Charsets.Utf8];

    public IReadOnlyList<ProfileRule> Rejected { get; init; } = [];

    /// <summary>What is impossible in it; null where nothing is.</summary>
    public string? Wrong()
    {
        ProfileField[] needed = [ProfileField.Key, ProfileField.GivenName, ProfileField.FamilyName, ProfileField.InstitutionCode];
        if (!IsName(Format) || !IsName(Feed)) return "format and feed are names of 1–40 letters, digits, - and _.";
        if (Delimiter.Length != 1 || Delimiter is "\"" or "\n" or "\r") return "delimiter is one character, for example \";\".";
        if (Charsets.Count == 0 || Charsets.Any(c => c is not (Register.Charsets.Utf8 or Register.Charsets.Windows))) return "charsets names utf-8, windows-1252 or both.";
        if (needed.FirstOrDefault(f => !Columns.Any(c => c.Field == f && c.Required), (ProfileField)(-1)) is var lacking && (int)lacking >= 0)
            return $"a required column of the field {lacking} is missing.";
        if (Columns.GroupBy(c => c.Field).FirstOrDefault(g => g.Count() > 1) is { } twice) return $"two columns are read as {twice.Key}.";
        if (Columns.GroupBy(c => c.Header).FirstOrDefault(g => g.Count() > 1) is { } header) return $"the header {header.Key} stands there twice.";
        if (Role is null && !Columns.Any(c => c.Field == ProfileField.Role)) return "neither role nor a column of the field Role is given.";
        if (Columns.Any(c => c.Field is ProfileField.Role or ProfileField.Shielded && c.Values is null)) return "the fields Role and Shielded need values.";
        if (Columns.FirstOrDefault(c => c.Field == ProfileField.Role)?.Values!.Values.Any(v => !Enum.TryParse<SchoolRole>(v, out _)) == true) return "a value of the field Role is Pupil, Student or Staff.";
        return Columns.FirstOrDefault(c => c.Field == ProfileField.Shielded)?.Values!.Values.Any(v => v is not ("true" or "false")) == true
            ? "a value of the field Shielded is true or false."
            : null;
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 40 && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
