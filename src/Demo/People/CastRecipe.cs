using System.Globalization;

namespace Tupa.Demo;

/// <summary>The people whose names and duties are the same in every town, whatever the seed.</summary>
internal static class CastRecipe
{
    public static readonly (string Given, string Family) Councillor = ("Tuomas", "Ylä-Outinen");
    public static readonly (string Given, string Family) Namesake = ("Juha", "Mäkinen");
    public static readonly (string Given, string Family, string Company)[] Partners =
        [("Roope", "Järvelin", "Väyläurakka Oy"), ("Kai", "Mbeki", "Siltakonsultit Oy")];

    /// <summary>Pupils that stand first in their class.</summary>
    public static readonly (string Given, string Family, string School, string Class)[] Pupils =
    [
        ("Aada", "Koivisto", "04127", "7B"), ("Leevi", "Ahola", "04128", "5A"), ("Elias", "Nguyen", "04127", "7B"),
        ("Helmi", "Petrović", "04127", "7B"),
    ];

    public static void Lay(TownDraft draft)
    {
        var dice = draft.Dice.Fork("cast");
        foreach (var row in Lines.Rows("Lists/cast"))
        {
            var unit = draft.Unit(row[3]);
            var person = draft.AddAdult(dice, row[0], row[1], row[2], unit, pictured: 0.85);
            var first = DateOnly.ParseExact(row[6], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var assignment = draft.Assign(person.Index, TownPopulation.Staff, unit.Index, draft.Duty(row[4]), first);
            if (row[5] == "H") unit.Head = assignment.Index;
            if (unit.Code is { } code)
            {
                person.CardB = new TownCardB(
                    person.CardA!.Email, unit.Index, row[5] is "H" or "-" ? null : row[5], code, row[4] == "rehtori" ? "rehtori" : "opettaja");
            }
        }
    }

    public static TownPrinted Printed(TownDraft draft)
    {
        int Find(string name) => draft.Called(name).Index;
        return new TownPrinted(
            Administrator: Find("Petri Kallunki"),
            DataProtectionOfficer: Find("Amina Warsame"),
            Supervisor: Find("Sami Hautakangas"),
            Teacher: Find("Jelena Šarić-Niemi"),
            Principal: Find("Outi Salmela"),
            Elected: Find("Tuomas Ylä-Outinen"),
            Partner: Find("Roope Järvelin"),
            Pupil: InClass(draft, Pupils[0]),
            OtherPupil: InClass(draft, Pupils[1]));
    }

    private static int InClass(TownDraft draft, (string Given, string Family, string School, string Class) pupil)
    {
        var school = draft.Unit(pupil.School).Index;
        return draft.People.First(person =>
            person.CardA is null && person.CardB is { } card && card.School == school && card.Class == pupil.Class
            && person.GivenName == pupil.Given && person.FamilyName == pupil.Family).Index;
    }
}
