using System.Globalization;

namespace Tupa.Demo;

/// <summary>The staff outside the schools: a head for each unit but the vacant, and the others by the duties of the unit.</summary>
internal static class StaffRecipe
{
    public static void Lay(TownDraft draft, int district)
    {
        var dice = draft.Dice.Fork("staff", district);
        foreach (var row in Lines.Rows("Lists/units"))
        {
            if (district > 0 && UnitRecipe.IsShared(Enum.Parse<TownUnitKind>(row[1]))) continue;

            var unit = draft.Unit(row[0], district);
            var vacant = row.Length > 10 && row[10] == "vacant";
            if (!vacant && unit.Head is null) unit.Head = Hire(draft, dice, unit, row[7]);

            var duties = row[8].Split(',', StringSplitOptions.TrimEntries);
            var count = int.Parse(row[6], CultureInfo.InvariantCulture) + (district > 0 ? 1 : 0);
            for (var i = 0; i < count; i++) Hire(draft, dice, unit, dice.Pick(duties));
        }
    }

    private static int Hire(TownDraft draft, Dice dice, TownUnit unit, string duty)
    {
        var language = unit.Key.StartsWith("pk-norrvik", StringComparison.Ordinal) ? "sv" : NameMaker.Language(dice);
        var person = draft.AddAdult(dice, unit, language);
        return draft.Assign(person.Index, TownPopulation.Staff, unit.Index, draft.Duty(duty), draft.Began(dice)).Index;
    }
}
