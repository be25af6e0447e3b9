using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>One of each kind of person, and who is close to whom: 7B with its teacher, the council, and a project with a partner.</summary>
internal sealed class RegisterTown
{
    private RegisterTown(TestHouse house) => House = house;

    public TestHouse House { get; }

    public UnitId School { get; private set; }

    public GroupId Class7B { get; private set; }

    public GroupId Council { get; private set; }

    public TestSpace Project { get; private set; } = null!;

    public PersonId Aino { get; private set; }

    public PersonId Borje { get; private set; }

    public PersonId Teacher { get; private set; }

    public PersonId Elected { get; private set; }

    public PersonId Partner { get; private set; }

    public PersonId Pupil { get; private set; }

    public PersonId Classmate { get; private set; }

    public PersonId OtherPupil { get; private set; }

    public PersonId Shielded { get; private set; }

    public PersonId ShieldedPupil { get; private set; }

    public static async Task<RegisterTown> OpenAsync(TestHouse house)
    {
        var town = new RegisterTown(house);
        await town.FillAsync(house.Town);
        return town;
    }

    private async Task FillAsync(Town town)
    {
        var city = await town.CityAsync();
        School = await town.UnitAsync("Salmen koulu", UnitKind.School, city, "03764");
        var elsewhere = await town.UnitAsync("Tähtirinteen koulu", UnitKind.School, city, "03765");
        Class7B = await town.GroupAsync("7B", GroupKind.Class, School);
        Council = await town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ);
        Aino = await town.StaffAsync("Aino Mäkelä");
        Borje = await town.StaffAsync("Börje Öhman");
        Teacher = await town.TeacherAsync("Jelena Šarić-Niemi", School, Class7B);
        Elected = await town.ElectedAsync("Eero Valta", Council);
        Partner = await town.PartnerAsync("Pirjo Kumppani", Aino);
        Pupil = await town.PupilAsync("Oona Oppilas", School, Class7B);
        Classmate = await town.PupilAsync("Veeti Åkerlund", School, Class7B);
        OtherPupil = await town.PupilAsync("Ilona Muualla", elsewhere, await town.GroupAsync("8A", GroupKind.Class, elsewhere), "8A");
        Shielded = await town.StaffAsync("Salla Suojattu", shielded: true);
        ShieldedPupil = await town.PupilAsync("Sulo Suojainen", School, Class7B);
        await House.WriteAsync(db => db.Set<Person>().Where(p => p.Id == ShieldedPupil).ExecuteUpdateAsync(set => set.SetProperty(p => p.Shielded, true)));
        Project = await town.SpaceAsync("Salmensilta", Confidentiality.Members, Aino);
        await town.JoinAsync(Partner, Project.Members, (int)SpaceRole.Contributor);
        await town.JoinAsync(Shielded, Project.Members, (int)SpaceRole.Contributor);
    }

    public IReadOnlyDictionary<string, PersonId> People => new Dictionary<string, PersonId>(StringComparer.Ordinal)
    {
        ["aino"] = Aino,
        ["borje"] = Borje,
        ["teacher"] = Teacher,
        ["elected"] = Elected,
        ["partner"] = Partner,
        ["pupil"] = Pupil,
        ["classmate"] = Classmate,
        ["other"] = OtherPupil,
        ["shielded"] = Shielded,
        ["shielded-pupil"] = ShieldedPupil,
    };
}
