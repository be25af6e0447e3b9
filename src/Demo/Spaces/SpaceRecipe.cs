using System.Globalization;

namespace Tupa.Demo;

/// <summary>Some sixty spaces for each unit of scale, from the list; a further district has its own of every unit's space, and class spaces in place of the rest.</summary>
internal static class SpaceRecipe
{
    private const int PostsOfDistrict = 3_000;

    public static void Lay(TownDraft draft, int district)
    {
        var rows = Lines.Rows("Lists/spaces");
        var finder = new GroupFinder(draft, district);
        var dice = draft.Dice.Fork("spaces", district);
        var all = rows.Sum(row => Weight(row[7]));
        foreach (var row in rows)
        {
            var posts = (int)Math.Round(PostsOfDistrict * Weight(row[7]) / all);
            draft.Spaces.Add(district == 0 || finder.HasOwn(row)
                ? Make(draft, dice, finder, row, posts, district)
                : ClassSpace(draft, dice, finder.NextClass(), posts));
        }
    }

    public static List<int> Members(TownDraft draft, TownSpace space) =>
        [.. space.Stewards
            .Concat(space.Groups.SelectMany(group => draft.Groups[group.Group].Members))
            .Concat(space.Persons.Select(person => person.Person))
            .Distinct()];

    private static TownSpace Make(TownDraft draft, Dice dice, GroupFinder finder, string[] row, int posts, int district)
    {
        var unit = draft.HasUnit(row[4], district) ? draft.Unit(row[4], district) : draft.Unit(row[4]);
        var groups = new List<TownSpaceGroup>();
        var persons = new List<TownSpacePerson>();
        foreach (var who in row[6].Split('+', StringSplitOptions.TrimEntries))
        {
            var name = who[2..];
            switch (who[0])
            {
                case 'p':
                    var (sponsor, count) = (name.Split('/')[0], int.Parse(name.Split('/')[1], CultureInfo.InvariantCulture));
                    persons.AddRange(finder.Partners(sponsor).Take(count).Select(a => new TownSpacePerson(a.Person, TownRole.Contributor, a.LastDay)));
                    break;
                case 'x':
                    persons.Add(new TownSpacePerson(draft.Called(name).Index, TownRole.Editor, draft.Today.AddMonths(11)));
                    break;
                default:
                    groups.Add(new TownSpaceGroup(finder.Find(who[0], name).Index, TownRole.Contributor));
                    break;
            }
        }

        var stewards = Stewards(draft, dice, unit, groups);
        return new TownSpace(
            draft.Spaces.Count, district == 0 ? row[0] : $"{row[0]}, alue {district + 1}", row[8], row[9],
            Enum.Parse<TownConfidentiality>(row[1]), row[2], row[3], unit.Index, stewards, groups, persons,
            row[5].Split(',', StringSplitOptions.TrimEntries), posts);
    }

    private static TownSpace ClassSpace(TownDraft draft, Dice dice, TownGroup group, int posts)
    {
        var school = draft.Units[group.Unit.GetValueOrDefault()];
        var groups = new List<TownSpaceGroup> { new(group.Index, TownRole.Contributor) };
        var swedish = school.Key.StartsWith("03770", StringComparison.Ordinal);
        return new TownSpace(
            draft.Spaces.Count, $"{group.Name}, {school.Name.Fi}",
            swedish ? "Klassens meddelanden och gemensamma arbeten." : "Luokan viestit ja yhteiset työt.",
            swedish ? "Bara klassens egna elever och lärare." : "Vain oman luokan oppilaat ja opettajat.",
            TownConfidentiality.Members, "TT-09", swedish ? "sv" : "fi", school.Index, Stewards(draft, dice, school, groups), groups, [],
            swedish ? ["sv-klass"] : school.Key.StartsWith("00714", StringComparison.Ordinal) ? ["lukio"] : ["luokka", "oppilas"], posts);
    }

    /// <summary>The teacher of a class or the acting head, and one or two more of the staff.</summary>
    private static List<int> Stewards(TownDraft draft, Dice dice, TownUnit unit, List<TownSpaceGroup> groups)
    {
        var first = draft.Groups[groups[0].Group];
        var stewards = new List<int>();
        if (first.Teacher is { } teacher) stewards.Add(teacher);
        stewards.Add(draft.ActingHead(unit));
        var staff = draft.StaffOf(unit.Index).Select(a => draft.Assignments[a].Person).Where(p => !draft.People[p].Shielded).ToList();
        if (first.Teacher is null && staff.Count > 0) stewards.AddRange(dice.Take(staff, staff.Count > 10 ? 2 : 1));
        if (first.Kind == TownGroupKind.HandMade) stewards.Insert(0, first.Members[0]);
        if (stewards.Distinct().Count() < 2) stewards.Add(draft.ActingHead(draft.Units[unit.Parent.GetValueOrDefault()]));
        if (stewards.Distinct().Count() < 2) stewards.Add(first.Members.First(member => member != stewards[0]));
        return [.. stewards.Distinct()];
    }

    private static double Weight(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
