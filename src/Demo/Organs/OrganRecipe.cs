using System.Globalization;
using Tupa.Kernel;

namespace Tupa.Demo;

/// <summary>The council of 43 with its deputies, and the organs whose members each have a deputy of their own.</summary>
internal static class OrganRecipe
{
    private const int Seats = 43;
    private const int TeachersInCouncil = 5;

    public static void Lay(TownDraft draft)
    {
        var dice = draft.Dice.Fork("organs");
        var term = Term(draft.Today);
        var council = Organ(draft, "valtuusto", new Text(Fi: "Kaupunginvaltuusto", Sv: "Stadsfullmäktige", En: "City Council"));
        var persons = Elect(draft, dice, council);
        for (var seat = 0; seat < persons.Count; seat++)
        {
            var duty = seat switch { 1 => "puheenjohtaja", 2 or 3 => "varapuheenjohtaja", < Seats => "jasen", _ => "varajasen" };
            var kind = seat < Seats ? TownAssignmentKind.Regular : TownAssignmentKind.Deputy;
            draft.Assign(persons[seat], TownPopulation.Elected, council.Index, draft.Duty(duty), term.First, term.Last, kind);
        }

        foreach (var row in Lines.Rows("Lists/organs"))
        {
            var organ = Organ(draft, row[0], new Text(Fi: row[1], Sv: row[2], En: row[3]));
            Seat(draft, dice, organ, persons, int.Parse(row[4], CultureInfo.InvariantCulture), term);
        }
    }

    private static TownUnit Organ(TownDraft draft, string key, Text name) =>
        draft.AddUnit(draft.Unit("kaupunki").Index, TownUnitKind.Organ, key, name, null, "Torikatu 1, 01990 Kuusisalmi", 0);

    /// <summary>The councillors first, then the deputies. Some are teachers of the city, who so have two duties.</summary>
    private static List<int> Elect(TownDraft draft, Dice dice, TownUnit council)
    {
        var councillor = CastRecipe.Councillor;
        var persons = new List<int> { draft.AddAdult(dice, councillor.Given, councillor.Family, "fi", council).Index };
        var teachers = draft.Units.Where(unit => unit.Kind == TownUnitKind.School && unit.District == 0)
            .SelectMany(unit => draft.StaffOf(unit.Index)).Select(a => draft.Assignments[a])
            .Where(a => a.Duty == draft.Duty("opettaja") && draft.People[a.Person].Name != "Jelena Šarić-Niemi").Select(a => a.Person).ToList();
        persons.AddRange(dice.Take(teachers, TeachersInCouncil));
        (persons[1], persons[5]) = (persons[5], persons[1]);
        while (persons.Count < (Seats * 2) - 1)
        {
            persons.Add(draft.AddAdult(dice, council, dice.Falls(0.14) ? "sv" : "fi").Index);
        }

        var namesake = CastRecipe.Namesake;
        persons.Add(draft.AddAdult(dice, namesake.Given, namesake.Family, "fi", council).Index);
        return persons;
    }

    private static void Seat(
        TownDraft draft, Dice dice, TownUnit organ, List<int> elected, int seats, (DateOnly First, DateOnly Last) term)
    {
        var drawn = dice.Take(elected.GetRange(1, elected.Count - 2), seats * 2);
        var deputies = drawn.GetRange(seats, seats);
        if (organ.Key == "ymparistolautakunta")
        {
            drawn[0] = elected[0];
            deputies[2] = elected[^1];
        }

        for (var seat = 0; seat < seats; seat++)
        {
            var duty = seat switch { 0 => "puheenjohtaja", 1 => "varapuheenjohtaja", _ => "jasen" };
            var member = draft.Assign(drawn[seat], TownPopulation.Elected, organ.Index, draft.Duty(duty), term.First, term.Last);
            draft.Assign(
                deputies[seat], TownPopulation.Elected, organ.Index, draft.Duty("varajasen"), term.First, term.Last,
                TownAssignmentKind.Deputy, member.Index);
        }
    }

    /// <summary>Four years from the first of June: 2025, 2029, ….</summary>
    private static (DateOnly First, DateOnly Last) Term(DateOnly today)
    {
        var year = today.Year - (((today.Year - 2025) % 4) + 4) % 4;
        var first = new DateOnly(year, 6, 1);
        if (first > today) first = first.AddYears(-4);
        return (first, first.AddYears(4).AddDays(-1));
    }
}
