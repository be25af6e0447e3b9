using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tupa.Register;

/// <summary>The profiles that come with the house (the three registers of the statement), and those of the operator.</summary>
internal static class MappingProfiles
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    public static readonly IReadOnlyList<MappingProfile> Shipped = [.. new[] { "oppilaat", "opettajat", "henkilokunta" }.Select(Embedded)];

    /// <exception cref="InvalidOperationException">A profile is impossible; the sentence says how to mend it.</exception>
    public static IReadOnlyList<MappingProfile> With(string folder)
    {
        if (!Directory.Exists(folder)) throw new InvalidOperationException($"{SchoolsSettings.Section}:Profiles is \"{folder}\", which is no folder.");

        var own = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => Read(File.ReadAllText(path), path)).ToList();
        if (own.GroupBy(p => p.Format).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InvalidOperationException($"{folder}: two profiles are called {twice.Key}.");
        return [.. own, .. Shipped.Where(s => own.All(o => o.Format != s.Format))];
    }

    /// <exception cref="InvalidOperationException">The profile is impossible; the sentence says how to mend it.</exception>
    public static MappingProfile Read(string json, string path)
    {
        try
        {
            var profile = JsonSerializer.Deserialize<MappingProfile>(json, Strict) ?? throw new InvalidOperationException($"{path}: the file is empty.");
            return profile.Wrong() is { } wrong ? throw new InvalidOperationException($"{path}: {wrong}") : profile;
        }
        catch (JsonException failure)
        {
            throw new InvalidOperationException($"{path}: {failure.Message}", failure);
        }
    }

    private static MappingProfile Embedded(string name)
    {
        using var stream = typeof(MappingProfiles).Assembly.GetManifestResourceStream($"profiles/{name}.json")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd(), name);
    }
}
