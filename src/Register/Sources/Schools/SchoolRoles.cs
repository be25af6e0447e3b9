namespace Tupa.Register;

/// <summary>Whom a role of education makes of a person here.</summary>
internal enum RoleReading
{
    Staff,
    Learner,

    /// <summary>Known, and none of the populations of the statement: guardians, relatives, alumni.</summary>
    Nobody,
}

/// <summary>A role as standards name it.</summary>
/// <param name="Duty">The code of a duty of the coded list, where the role is one.</param>
internal sealed record RoleName(string Name, RoleReading Reading, string? Duty = null);

/// <summary>The roles of OneRoster 1.1 and 1.2 and of School Data Sync. A role that is not here gives nobody anything: the file is refused.</summary>
internal static class SchoolRoles
{
    public static readonly IReadOnlyList<RoleName> All =
    [
        new("student", RoleReading.Learner),
        new("teacher", RoleReading.Staff, "opettaja"),
        new("principal", RoleReading.Staff, "rehtori"),
        new("aide", RoleReading.Staff, "ohjaaja"),
        new("counselor", RoleReading.Staff, "opo"),
        new("proctor", RoleReading.Staff),
        new("administrator", RoleReading.Staff),
        new("siteAdministrator", RoleReading.Staff),
        new("districtAdministrator", RoleReading.Staff),
        new("systemAdministrator", RoleReading.Staff),
        new("guardian", RoleReading.Nobody),
        new("parent", RoleReading.Nobody),
        new("relative", RoleReading.Nobody),

        // School Data Sync names more.
        new("adjunct", RoleReading.Staff, "opettaja"),
        new("assistantPrincipal", RoleReading.Staff, "apulaisrehtori"),
        new("chair", RoleReading.Staff),
        new("faculty", RoleReading.Staff, "opettaja"),
        new("lecturer", RoleReading.Staff, "opettaja"),
        new("nonTeachingStaff", RoleReading.Staff),
        new("officeStaff", RoleReading.Staff),
        new("paraprofessional", RoleReading.Staff, "ohjaaja"),
        new("professor", RoleReading.Staff, "opettaja"),
        new("staff", RoleReading.Staff),
        new("substitute", RoleReading.Staff, "opettaja"),
        new("substituteTeacher", RoleReading.Staff, "opettaja"),
        new("ta", RoleReading.Staff, "ohjaaja"),
        new("teacherAssistant", RoleReading.Staff, "ohjaaja"),
        new("affiliate", RoleReading.Nobody),
        new("alumni", RoleReading.Nobody),
        new("volunteer", RoleReading.Nobody),
    ];

    private static readonly Dictionary<string, int> Numbers = All.Select((role, i) => (role.Name, i)).ToDictionary(r => r.Name, r => r.i, StringComparer.Ordinal);

    /// <summary>Where the role stands in <see cref="All"/>; -1 where it is not known.</summary>
    public static int Find(string name) => Numbers.TryGetValue(name, out var number) ? number : -1;
}
