using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tupa.Register;

/// <summary>One school of a plan in numbers.</summary>
/// <param name="School">Null for what is of no school that the register knows.</param>
/// <param name="Moves">How many people, by what happens to them; who changes school stands at the new one.</param>
/// <param name="Away">How many go from here to another school.</param>
/// <param name="Groups">How many classes and teaching groups, by what becomes of them.</param>
public sealed record SchoolTally(
    Guid? School, string NameFi, string NameSv, IReadOnlyDictionary<YearMove, int> Moves, int Away, IReadOnlyDictionary<GroupChange, int> Groups)
{
    public int Of(YearMove move) => Moves.GetValueOrDefault(move);

    public int Of(GroupChange change) => Groups.GetValueOrDefault(change);
}

/// <summary>A plan in numbers, school by school, as it is kept with the change: numbers and names of schools, and of nobody.</summary>
internal static class YearTally
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write(IReadOnlyList<SchoolTally> schools) => JsonSerializer.Serialize(schools, Options);

    public static IReadOnlyList<SchoolTally> Read(string written) => written.Length == 0 ? [] : JsonSerializer.Deserialize<List<SchoolTally>>(written, Options)!;

    /// <param name="people">How many rows go from one school to another, by what happens to them.</param>
    /// <param name="groups">How many groups of a school, by what becomes of them.</param>
    /// <param name="names">In Finnish and Swedish.</param>
    public static IReadOnlyList<SchoolTally> Of(
        IReadOnlyList<(YearMove Move, UnitId? From, UnitId? To, int Count)> people, IReadOnlyList<(GroupChange Change, UnitId? Of, int Count)> groups,
        IReadOnlyDictionary<UnitId, (string Fi, string Sv)> names)
    {
        var schools = people.Select(Place).Concat(people.Where(p => p.Move == YearMove.MovesSchool).Select(p => p.From)).Concat(groups.Select(g => g.Of)).Distinct();
        return [.. schools.Select(s => new SchoolTally(
                s?.Value, s is { } id ? names[id].Fi : "", s is { } also ? names[also].Sv : "",
                people.Where(p => Place(p) == s).GroupBy(p => p.Move).ToDictionary(g => g.Key, g => g.Sum(p => p.Count)),
                people.Where(p => p.Move == YearMove.MovesSchool && p.From == s).Sum(p => p.Count),
                groups.Where(g => g.Of == s).ToDictionary(g => g.Change, g => g.Count)))
            .OrderBy(s => s.School is null).ThenBy(s => s.NameFi, StringComparer.Ordinal)];
    }

    /// <summary>Who leaves stands at the school that is left, all others where they come to.</summary>
    private static UnitId? Place((YearMove Move, UnitId? From, UnitId? To, int Count) people) => YearMoves.IsLeaving(people.Move) ? people.From ?? people.To : people.To ?? people.From;
}
