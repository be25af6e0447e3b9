namespace Tupa.Register;

/// <summary>Whom a role in an organ makes of a person here.</summary>
internal enum SeatReading
{
    Member,
    Deputy,

    /// <summary>Known, and no position of trust: secretaries and presenters are staff.</summary>
    Nobody,
}

/// <param name="Duty">The code of a duty of the coded list.</param>
internal sealed record SeatRole(SeatReading Reading, string? Duty = null);

/// <summary>The roles in organs, as they are written in Finnish, Swedish and English. A role that is not here gives nobody anything: the file is refused.</summary>
internal static class SeatRoles
{
    private static readonly SeatRole Chair = new(SeatReading.Member, "puheenjohtaja");
    private static readonly SeatRole ViceChair = new(SeatReading.Member, "varapuheenjohtaja");
    private static readonly SeatRole Member = new(SeatReading.Member, "jasen");
    private static readonly SeatRole Deputy = new(SeatReading.Deputy, "varajasen");
    private static readonly SeatRole Nobody = new(SeatReading.Nobody);

    private static readonly Dictionary<string, SeatRole> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["puheenjohtaja"] = Chair,
        ["ordförande"] = Chair,
        ["chair"] = Chair,
        ["chairperson"] = Chair,
        ["mayor"] = Chair,
        ["lord mayor"] = Chair,
        ["varapuheenjohtaja"] = ViceChair,
        ["vice ordförande"] = ViceChair,
        ["viceordförande"] = ViceChair,
        ["vice chair"] = ViceChair,
        ["deputy chair"] = ViceChair,
        ["deputy mayor"] = ViceChair,
        ["jäsen"] = Member,
        ["valtuutettu"] = Member,
        ["ledamot"] = Member,
        ["fullmäktigeledamot"] = Member,
        ["member"] = Member,
        ["councillor"] = Member,
        ["varajäsen"] = Deputy,
        ["varavaltuutettu"] = Deputy,
        ["henkilökohtainen varajäsen"] = Deputy,
        ["ersättare"] = Deputy,
        ["personlig ersättare"] = Deputy,
        ["deputy"] = Deputy,
        ["deputy member"] = Deputy,
        ["personal deputy"] = Deputy,
        ["sihteeri"] = Nobody,
        ["esittelijä"] = Nobody,
        ["pöytäkirjanpitäjä"] = Nobody,
        ["sekreterare"] = Nobody,
        ["föredragande"] = Nobody,
        ["protokollförare"] = Nobody,
        ["secretary"] = Nobody,
        ["presenter"] = Nobody,
    };

    /// <summary>Null where it is not known. "1. varapuheenjohtaja" and "II vice ordförande" are read by what follows the number.</summary>
    public static SeatRole? Find(string written)
    {
        var role = written.Trim();
        if (Known.TryGetValue(role, out var known)) return known;

        var cut = role.IndexOf(' ', StringComparison.Ordinal);
        return cut > 0 && role[..cut].TrimEnd('.').All(c => char.IsAsciiDigit(c) || c is 'I' or 'V') ? Known.GetValueOrDefault(role[(cut + 1)..].Trim()) : null;
    }
}
