using Tupa.Kernel;

namespace Tupa.Demo;

/// <summary>Toimialat, palvelualueet, yksiköt and schools. More of a scale repeats the areas and units under the same sectors.</summary>
internal static class UnitRecipe
{
    public static void Lay(TownDraft draft)
    {
        var units = Lines.Rows("Lists/units");
        var schools = Lines.Rows("Lists/schools");
        for (var district = 0; district < draft.Scale; district++)
        {
            foreach (var row in units)
            {
                var kind = Enum.Parse<TownUnitKind>(row[1]);
                if (district > 0 && IsShared(kind)) continue;
                var parent = row[2] == "-" ? (TownUnit?)null
                    : draft.HasUnit(row[2], district) ? draft.Unit(row[2], district) : draft.Unit(row[2]);
                draft.AddUnit(parent?.Index, kind, row[0], Named(row[3], row[4], row[5], district), null, row[9], district);
            }

            for (var i = 0; i < schools.Count; i++)
            {
                var row = schools[i];
                var area = draft.Unit(row[0] == "00714" ? "lukiokoulutus" : "perusopetus", district);
                var code = district == 0 ? row[0] : $"{10_000 + (district * 10) + i:00000}";
                draft.AddUnit(area.Index, TownUnitKind.School, row[0], Named(row[1], row[2], row[3], district), code, row[9], district);
            }
        }
    }

    public static bool IsShared(TownUnitKind kind) => kind is TownUnitKind.City or TownUnitKind.Sector;

    private static Text Named(string fi, string sv, string en, int district) => district == 0
        ? new(Fi: fi, Sv: sv, En: en)
        : new(Fi: $"{fi}, alue {district + 1}", Sv: $"{sv}, område {district + 1}", En: $"{en}, Area {district + 1}");
}
