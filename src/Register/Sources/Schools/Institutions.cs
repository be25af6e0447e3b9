using System.Text.Json;

namespace Tupa.Register;

/// <summary>
/// What files of schools do not say: the institution code of a school that a source knows by another id, and which schools have students
/// and not pupils. Read from the file that Tupa:Sources:Institutions names: <c>{ "codes": { "110003": "03764" }, "students": ["00845"] }</c>.
/// </summary>
internal sealed class Institutions
{
    public static readonly Institutions None = new();

    /// <summary>Where nothing is told, the name of the school says it.</summary>
    private static readonly string[] UpperWords = ["lukio", "gymnasi", "ammatti", "yrkes", "opisto", "college", "university", "yliopisto"];

    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Students { get; init; } = [];

    /// <exception cref="InvalidOperationException">The file is impossible; the sentence says how to mend it.</exception>
    public static Institutions Read(string path)
    {
        try
        {
            var told = JsonSerializer.Deserialize<Institutions>(File.ReadAllText(path), JsonSerializerOptions.Web) ?? None;
            if (told.Codes.Values.Concat(told.Students).Any(c => !FieldRules.IsInstitutionCode(c)))
                throw new InvalidOperationException($"{path}: an institution code is five digits with its leading zeros, in quotes, for example \"03764\".");
            return told;
        }
        catch (JsonException failure)
        {
            throw new InvalidOperationException($"{path}: {failure.Message}", failure);
        }
    }

    /// <summary>The five digits of a school: as told, else as its file says, else its id where that is the code. Null where none of them is one.</summary>
    public string? CodeOf(string id, string? identifier)
    {
        if (Codes.TryGetValue(id, out var told)) return told;
        if (identifier is not null && FieldRules.IsInstitutionCode(identifier)) return identifier;
        return FieldRules.IsInstitutionCode(id) ? id : null;
    }

    /// <summary>Whether one who learns here is a pupil or a student.</summary>
    public SchoolRole Learner(string code, string name) =>
        Students.Contains(code) || UpperWords.Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase)) ? SchoolRole.Student : SchoolRole.Pupil;
}
