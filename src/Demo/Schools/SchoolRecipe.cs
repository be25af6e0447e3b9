using System.Globalization;

namespace Tupa.Demo;

/// <summary>Ten schools for each unit of scale: classes, pupils, teachers (cards A and B) and teaching groups.</summary>
internal static class SchoolRecipe
{
    private const int PupilsOfDistrict = 2_900;
    private const int StaffOfDistrict = 350;

    public static void Lay(TownDraft draft, int district)
    {
        foreach (var row in Lines.Rows("Lists/schools")) Lay(draft, new School(draft, row, district));
    }

    private static void Lay(TownDraft draft, School school)
    {
        var staff = SchoolStaff.Hire(draft, school, school.Pupils * StaffOfDistrict / PupilsOfDistrict);
        var years = new Dictionary<int, List<int>>();
        var free = new Queue<int>(staff.Where(person => draft.People[person].CardB!.Class is null && draft.People[person].CardB!.Role == "opettaja"));
        var left = school.Pupils;
        for (var c = 0; c < school.Classes.Count; c++)
        {
            var (year, name) = school.Classes[c];
            var size = left / (school.Classes.Count - c);
            left -= size;
            var pupils = Enroll(draft, school, year, name, size);
            if (!years.TryGetValue(year, out var ofYear)) years[year] = ofYear = [];
            ofYear.AddRange(pupils);

            var own = staff.Where(person => draft.People[person].CardB!.Class == name).ToList();
            var teacher = own.Count > 0 ? own[0] : free.Count > 0 ? free.Dequeue() : staff[0];
            if (draft.People[teacher].CardB is { Class: null, Role: "opettaja" } card) draft.People[teacher].CardB = card with { Class = name };
            draft.Lessons.Add(new TownGroup(0, TownGroupKind.Class, name, school.Unit.Index, teacher, [teacher, .. pupils]));
        }

        TeachingGroups.Lay(draft, school, staff, years);
    }

    private static List<int> Enroll(TownDraft draft, School school, int year, string name, int size)
    {
        var pupils = new List<int>(size);
        var fixedPupils = school.District == 0
            ? CastRecipe.Pupils.Where(p => p.School == school.Key && p.Class == name).ToList()
            : [];
        for (var i = 0; i < size; i++)
        {
            var language = school.Swedish ? "sv" : "fi";
            var isFixed = i < fixedPupils.Count;
            var (given, family) = NameMaker.Make(school.Dice, language, young: true);
            if (isFixed) (given, family) = (fixedPupils[i].Given, fixedPupils[i].Family);

            var shielded = school.Dice.Falls(0.005) && !isFixed;
            var person = draft.AddPerson(given, family, language, shielded, null);
            var email = school.IsUpper || year >= 5 ? $"{person.UserId}@edu.{DemoTown.MailDomain}" : null;
            person.CardB = new TownCardB(email, school.Unit.Index, name, school.Unit.Code!, school.IsUpper ? "opiskelija" : "oppilas");
            draft.Assign(
                person.Index, TownPopulation.Pupil, school.Unit.Index, draft.Duty(person.CardB.Role),
                draft.SchoolYear.First, draft.SchoolYear.Last);
            pupils.Add(person.Index);
        }

        return pupils;
    }
}

/// <summary>A row of the list of schools, read.</summary>
internal sealed class School
{
    public School(TownDraft draft, string[] row, int district)
    {
        Key = row[0];
        District = district;
        Unit = draft.Unit(row[0], district);
        Pupils = Number(row[4]);
        FirstYear = Number(row[5]);
        LastYear = Number(row[6]);
        IsUpper = row[0] == "00714";
        Swedish = row[8] == "sv";
        Dice = draft.Dice.Fork("school " + row[0], district);
        var parallel = row[7].Split(',');
        for (var year = FirstYear; year <= LastYear; year++)
        {
            var count = Number(parallel.Length == 1 ? parallel[0] : parallel[year - FirstYear]);
            // A class of the upper secondary school is called by the year it began.
            var stem = IsUpper ? ((draft.SchoolYear.First.Year - year + 1) % 100).ToString("00", CultureInfo.InvariantCulture)
                : year.ToString(CultureInfo.InvariantCulture);
            for (var c = 0; c < count; c++) Classes.Add((year, $"{stem}{(char)('A' + c)}"));
        }
    }

    public string Key { get; }

    public int District { get; }

    public TownUnit Unit { get; }

    public int Pupils { get; }

    public int FirstYear { get; }

    public int LastYear { get; }

    public bool IsUpper { get; }

    public bool Swedish { get; }

    public Dice Dice { get; }

    public List<(int Year, string Name)> Classes { get; } = [];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
