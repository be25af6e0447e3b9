namespace Tupa.Demo;

/// <summary>Principals, school secretaries, teachers and assistants: each has both cards.</summary>
internal static class SchoolStaff
{
    /// <summary>The persons of the school's staff, the principal first; those of the cast are among them.</summary>
    public static List<int> Hire(TownDraft draft, School school, int count)
    {
        var dice = school.Dice;
        var unit = school.Unit;
        var cast = draft.StaffOf(unit.Index).Select(a => draft.Assignments[a]).ToList();
        var persons = cast.ConvertAll(a => a.Person);
        if (unit.Head is null)
        {
            unit.Head = Hire("rehtori");
            persons.Insert(0, draft.Assignments[unit.Head.Value].Person);
            persons.RemoveAt(persons.Count - 1);
        }

        Hire("koulusihteeri");
        if (school.Pupils > 300) Hire("apulaisrehtori");
        if (school.LastYear >= 9 || school.IsUpper) Hire("opo");
        while (persons.Count < count)
        {
            Hire(dice.Part() switch { < 0.68 => "opettaja", < 0.79 => "erityisopettaja", _ => school.IsUpper ? "opettaja" : "ohjaaja" });
        }

        return persons;

        int Hire(string duty)
        {
            var person = draft.AddAdult(dice, unit, school.Swedish ? "sv" : NameMaker.Language(dice));
            person.CardB = new TownCardB(person.CardA!.Email, unit.Index, null, unit.Code!, RoleOf(duty));
            persons.Add(person.Index);
            return draft.Assign(person.Index, TownPopulation.Staff, unit.Index, draft.Duty(duty), draft.Began(dice)).Index;
        }
    }

    private static string RoleOf(string duty) => duty switch
    {
        "rehtori" or "apulaisrehtori" => "rehtori",
        "opettaja" or "erityisopettaja" or "opo" => "opettaja",
        _ => "henkilökunta",
    };
}
