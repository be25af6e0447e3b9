using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The four groups that every house has: everyone of a population.</summary>
internal sealed class StandingGroups : ISeed
{
    public async Task SeedAsync(TupaDb db, CancellationToken stop)
    {
        if (await db.Set<Group>().AnyAsync(g => g.Id == GroupId.Staff, stop)) return;

        db.AddRange(
            Of(GroupId.Staff, "staff", new(Fi: "Henkilökunta", Sv: "Personal", En: "Staff")),
            Of(GroupId.Elected, "elected", new(Fi: "Luottamushenkilöt", Sv: "Förtroendevalda", En: "Elected officials")),
            Of(GroupId.Partners, "partners", new(Fi: "Yhteistyökumppanit", Sv: "Samarbetspartner", En: "Partners")),
            Of(GroupId.Pupils, "pupils", new(Fi: "Oppilaat ja opiskelijat", Sv: "Elever och studerande", En: "Pupils and students")));
    }

    private static Group Of(GroupId id, string code, Text name) =>
        new() { Id = id, Kind = GroupKind.Unit, Code = code, NameFi = name.Fi, NameSv = name.Sv };
}
