namespace Tupa.Demo;

/// <summary>Substitutes of a few days to some months: new people, and colleagues who do two duties for a while.</summary>
internal static class SubstituteRecipe
{
    private const int PerDistrict = 36;

    public static void Lay(TownDraft draft, int district)
    {
        var dice = draft.Dice.Fork("substitutes", district);
        var absent = dice.Take(
            [.. draft.Units.Where(unit => unit.District == district && unit.Kind != TownUnitKind.City)
                .SelectMany(unit => draft.StaffOf(unit.Index).Where(a => a != unit.Head))],
            PerDistrict);
        foreach (var index in absent)
        {
            var away = draft.Assignments[index];
            var unit = draft.Units[away.Unit];
            var first = draft.Today.AddDays(-dice.Between(0, 60));
            var last = draft.Today.AddDays(dice.Falls(0.5) ? dice.Between(0, 12) : dice.Between(20, 190));
            var substitute = dice.Falls(0.6) ? Newcomer(draft, dice, unit) : Colleague(draft, dice, away);
            draft.Assign(
                substitute, TownPopulation.Staff, unit.Index, away.Duty, first, last, TownAssignmentKind.Substitute, away.Index);
        }
    }

    private static int Newcomer(TownDraft draft, Dice dice, TownUnit unit)
    {
        var person = draft.AddAdult(dice, unit, NameMaker.Language(dice));
        if (unit.Code is { } code)
        {
            person.CardB = new TownCardB(person.CardA!.Email, unit.Index, null, code, "opettaja");
        }

        return person.Index;
    }

    /// <summary>Somebody of the same unit; a newcomer's place is never taken by the absent one.</summary>
    private static int Colleague(TownDraft draft, Dice dice, TownAssignment away)
    {
        var colleagues = draft.StaffOf(away.Unit).Select(a => draft.Assignments[a].Person).Where(person => person != away.Person).Distinct().ToList();
        return colleagues.Count > 0 ? dice.Pick(colleagues) : Newcomer(draft, dice, draft.Units[away.Unit]);
    }
}
