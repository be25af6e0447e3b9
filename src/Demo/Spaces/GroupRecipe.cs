namespace Tupa.Demo;

/// <summary>The groups that follow from assignments, the lessons of the schools, and a few made by hand.</summary>
internal static class GroupRecipe
{
    private static readonly string[] ByHand =
        ["Johtoryhmä", "Siltahanke", "Hankinta, Salmensilta", "Valmiusryhmä", "Tutoropettajat", "Työsuojelutoimikunta", "Kielikahvila"];

    public static void Lay(TownDraft draft)
    {
        var ofUnit = new Dictionary<int, List<int>>();
        var pupils = new Dictionary<int, List<int>>();
        var ofDuty = new Dictionary<int, List<int>>();
        foreach (var a in draft.Assignments)
        {
            Add(ofDuty, a.Duty, a.Person);
            if (a.Population == TownPopulation.Pupil) Add(pupils, a.Unit, a.Person);
            if (a.Population == TownPopulation.Elected) Add(ofUnit, a.Unit, a.Person);
            if (a.Population == TownPopulation.Staff)
            {
                for (int? unit = a.Unit; unit is { } at; unit = draft.Units[at].Parent) Add(ofUnit, at, a.Person);
            }
        }

        foreach (var unit in draft.Units)
        {
            if (!ofUnit.TryGetValue(unit.Index, out var staff)) continue;
            var kind = unit.Kind == TownUnitKind.Organ ? TownGroupKind.Organ : TownGroupKind.Unit;
            AddGroup(kind, unit.Kind == TownUnitKind.School ? $"{unit.Name.Fi}, henkilöstö" : unit.Name.Fi, unit.Index, null, staff);
            if (unit.Kind == TownUnitKind.School)
            {
                AddGroup(TownGroupKind.School, unit.Name.Fi, unit.Index, null, [.. staff, .. pupils.GetValueOrDefault(unit.Index, [])]);
            }
        }

        foreach (var lesson in draft.Lessons) draft.Groups.Add(lesson with { Index = draft.Groups.Count });
        foreach (var duty in draft.Duties)
        {
            if (ofDuty.TryGetValue(duty.Index, out var holders)) AddGroup(TownGroupKind.Duty, duty.Name.Fi, null, null, holders);
        }

        var dice = draft.Dice.Fork("handmade");
        var city = ofUnit[draft.Unit("kaupunki").Index];
        foreach (var name in ByHand) AddGroup(TownGroupKind.HandMade, name, null, null, MadeByHand(draft, dice, name, city));

        void AddGroup(TownGroupKind kind, string name, int? unit, int? teacher, List<int> members) =>
            draft.Groups.Add(new TownGroup(draft.Groups.Count, kind, name, unit, teacher, [.. members.Distinct()]));
    }

    private static List<int> MadeByHand(TownDraft draft, Dice dice, string name, List<int> city)
    {
        int Head(string unit) => draft.ActingHead(draft.Unit(unit));
        List<int> Staff(string unit, int count) =>
            dice.Take([.. draft.StaffOf(draft.Unit(unit).Index).Select(a => draft.Assignments[a].Person)], count);
        return name switch
        {
            "Johtoryhmä" => [Head("kaupunki"), Head("konserni"), Head("sivistys"), Head("hyvinvointi"), Head("tekninen"),
                Head("digi"), Head("talous"), Head("hr"), Head("viestinta")],
            "Siltahanke" => [Head("rakennuttaminen"), Head("kaupunkitekniikka"), draft.Called("Noora Heikkilä").Index,
                .. Staff("rakennuttaminen", 7), .. Staff("kunnossapito", 4)],
            "Hankinta, Salmensilta" => [Head("rakennuttaminen"), Head("hankinta"), draft.Called("Petri Kallunki").Index, .. Staff("hankinta", 3)],
            "Valmiusryhmä" => [Head("kaupunki"), Head("valmius"), Head("digi"), Head("vesihuolto"), Head("viestinta"), Head("tekninen"), .. Staff("valmius", 4)],
            "Tutoropettajat" => dice.Take(
                [.. draft.People.Where(p => p.CardA is not null && p.CardB is { Role: "opettaja" }).Select(p => p.Index)], 16),
            _ => dice.Take(city, 14),
        };
    }

    private static void Add(Dictionary<int, List<int>> lists, int key, int person)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(person);
    }
}
