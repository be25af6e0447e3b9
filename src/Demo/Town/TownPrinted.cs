namespace Tupa.Demo;

/// <summary>The people one can sign in as, by their place among the people: the same names at every seed and scale.</summary>
public sealed record TownPrinted(
    int Administrator, int DataProtectionOfficer, int Supervisor, int Teacher, int Principal,
    int Elected, int Partner, int Pupil, int OtherPupil)
{
    public IReadOnlyList<int> All =>
        [Administrator, DataProtectionOfficer, Supervisor, Teacher, Principal, Elected, Partner, Pupil, OtherPupil];
}
