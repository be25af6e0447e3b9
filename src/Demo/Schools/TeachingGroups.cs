using System.Globalization;

namespace Tupa.Demo;

/// <summary>Teaching groups: a year's pupils in groups of some twenty for each subject, and electives for some.</summary>
internal static class TeachingGroups
{
    private static readonly string[] Lower = ["Matematiikka", "Englanti A1", "Käsityö", "Musiikki"];
    private static readonly string[] Higher = ["Matematiikka", "Englanti A1", "Ruotsi B1", "Fysiikka ja kemia", "Kotitalous"];
    private static readonly string[] Swedish = ["Matematik", "Finska A1", "Slöjd"];
    private static readonly string[] Electives = ["Valinnainen kuvataide", "Valinnainen liikunta", "Koodauskerho", "Elämänkatsomustieto"];
    private static readonly string[] Upper =
        ["MAA", "MAB", "ENA", "ÄI", "RUB", "FY", "KE", "BI", "HI", "PS", "YH"];

    public static void Lay(TownDraft draft, School school, List<int> staff, Dictionary<int, List<int>> years)
    {
        var teachers = staff.Where(person => draft.People[person].CardB!.Role == "opettaja").ToList();
        foreach (var (year, pupils) in years)
        {
            if (school.IsUpper) LayUpper(draft, school, teachers, year, pupils);
            else LayYear(draft, school, teachers, year, pupils);
        }
    }

    private static void LayYear(TownDraft draft, School school, List<int> teachers, int year, List<int> pupils)
    {
        var subjects = school.Swedish ? Swedish : year >= 7 ? Higher : Lower;
        foreach (var subject in subjects)
        {
            var groups = Math.Max(1, (pupils.Count + 11) / 22);
            for (var g = 0; g < groups; g++)
            {
                var from = pupils.Count * g / groups;
                var to = pupils.Count * (g + 1) / groups;
                Add(draft, school, teachers, Named(draft, subject, year, pupils, from, to, groups, g), pupils.GetRange(from, to - from));
            }
        }

        if (year >= 5 && !school.Swedish)
        {
            var elective = school.Dice.Pick(Electives);
            Add(draft, school, teachers, $"{elective} {Whole(year)}", school.Dice.Take(pupils, Math.Min(18, pupils.Count)));
        }
    }

    /// <summary>"Matematiikka 7ab" when the group is cut across classes, "Matematiikka 7B" when it is one class, with a number when two share a name.</summary>
    private static string Named(TownDraft draft, string subject, int year, List<int> pupils, int from, int to, int groups, int g)
    {
        var letters = pupils.GetRange(from, to - from).Select(p => draft.People[p].CardB!.Class![^1]).Distinct().Order().ToList();
        if (groups == 1) return $"{subject} {Whole(year)}";
        if (letters.Count == 1) return $"{subject} {Whole(year)}{letters[0]}";
        var joined = string.Concat(letters.Select(char.ToLowerInvariant));
        return $"{subject} {Whole(year)}{joined}{(g > 0 ? $" {Whole(g + 1)}" : "")}";
    }

    private static void LayUpper(TownDraft draft, School school, List<int> teachers, int year, List<int> students)
    {
        for (var s = 0; s < Upper.Length; s++)
        {
            var module = school.Dice.Between((year * 2) - 1, year * 2);
            for (var g = 1; g <= 2; g++)
            {
                Add(draft, school, teachers, $"{Upper[s]}{Whole(module)}.{Whole(g)}", school.Dice.Take(students, 28));
            }
        }
    }

    private static void Add(TownDraft draft, School school, List<int> teachers, string name, List<int> pupils)
    {
        var teacher = school.Key == "04127" && name is "Matematiikka 7ab" or "Matematiikka 7B"
            ? draft.Called("Jelena Šarić-Niemi").Index
            : school.Dice.Pick(teachers);
        draft.Lessons.Add(new TownGroup(0, TownGroupKind.Teaching, name, school.Unit.Index, teacher, [teacher, .. pupils]));
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
