namespace Tupa.Demo;

/// <summary>Who administers: at least two operators, one data protection officer, one security officer; every grant has an end.</summary>
internal static class AuthorityRecipe
{
    public static void Lay(TownDraft draft)
    {
        var end = draft.Today.AddYears(1);
        Grant("Petri Kallunki", TownAuthorityKind.Operator, TownAuthorityKind.RegisterAdministrator);
        Grant("Taneli Harjunpää", TownAuthorityKind.Operator);
        Grant("Pirkko Lauhala", TownAuthorityKind.RegisterAdministrator);
        Grant("Amina Warsame", TownAuthorityKind.DataProtectionOfficer);
        Grant("Ville Routasalo", TownAuthorityKind.SecurityOfficer);

        void Grant(string name, params TownAuthorityKind[] kinds)
        {
            var person = draft.Called(name).Index;
            var assignment = draft.Assignments.First(a => a.Person == person).Index;
            foreach (var kind in kinds) draft.Authorities.Add(new TownAuthority(assignment, kind, end));
        }
    }
}
