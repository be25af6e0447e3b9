using System.Security.Cryptography;
using System.Text;
using Tupa.Access;

namespace Tupa.Demo;

/// <summary>Those one can sign in as in a demo, and what they sign in with. The same in every demo, and worth nothing anywhere else.</summary>
public static class DemoPeople
{
    public const string Password = "kuusisalmen-silta";

    /// <summary>The second factor's secret of a user in a demo database.</summary>
    internal static byte[] FactorSecret(string userId) =>
        SHA256.HashData(Encoding.UTF8.GetBytes("Tupa demo factor " + userId))[..Totp.SecretSize];

    /// <summary>What is printed at every start.</summary>
    internal static string Table(DemoTown town)
    {
        var p = town.Printed;
        (string Who, int Person)[] rows =
        [
            ("Administrator", p.Administrator),
            ("Data protection officer", p.DataProtectionOfficer),
            ("Supervisor, sponsor", p.Supervisor),
            ("Teacher, both registers", p.Teacher),
            ("Principal", p.Principal),
            ("Elected official", p.Elected),
            ("Partner, first sign-in", p.Partner),
            ("Pupil, 7B", p.Pupil),
            ("Pupil, another school", p.OtherPupil),
        ];
        var lines = new StringBuilder();
        lines.Append(DemoTown.CityName.Fi).Append(": ").Append(town.People.Count).AppendLine(" people, all invented.");
        lines.AppendLine();
        Line("Who", "Name", "User ID", "Password");
        foreach (var (who, person) in rows) Line(who, town.People[person].Name, town.People[person].UserId, Password);
        lines.AppendLine();
        foreach (var person in town.Authorities.Select(a => town.Assignments[a.Assignment].Person).Distinct().Where(p.All.Contains))
            lines.Append("A second step is asked of ").Append(town.People[person].UserId).Append("; its code: tupa demo code ").AppendLine(town.People[person].UserId);
        return lines.ToString();

        void Line(string who, string name, string userId, string password) =>
            lines.AppendLine($"  {who,-25}{name,-22}{userId,-22}{password}".TrimEnd());
    }
}
