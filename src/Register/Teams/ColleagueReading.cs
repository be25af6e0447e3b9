using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Reads what was typed of a new colleague: a pure check, and the person as a feed would say it.</summary>
/// <param name="Person">Null where something is wrong.</param>
/// <param name="Units">The units that were named, the colleague's own first.</param>
/// <param name="Faults">In the order of the form.</param>
internal sealed record ColleagueReading(FedPerson? Person, IReadOnlyList<UnitId> Units, IReadOnlyList<Fault> Faults)
{
    /// <summary>So far back a first day may lie: a form that waited on a desk.</summary>
    private const int DaysBack = 31;

    /// <param name="absent">Whom the colleague stands in for: then it is the same place, with an end.</param>
    public static ColleagueReading Of(ColleagueInput told, Assignment? absent, DateTime now)
    {
        var (given, family) = (Tidy(told.GivenName), Tidy(told.FamilyName));
        var (user, mail) = (Tidy(told.UserId), Tidy(told.Email).ToLowerInvariant());
        var faults = new List<Fault>();
        if (given.Length is 0 or > FieldRules.LongestName) faults.Add(new("givenName", TeamText.NoGiven));
        if (family.Length is 0 or > FieldRules.LongestName) faults.Add(new("familyName", TeamText.NoFamily));
        if (user.Length > 0 && !FieldRules.IsUserId(user)) faults.Add(new("userId", TeamText.BadUserId));
        if (mail.Length > 0 && !FieldRules.IsMail(mail)) faults.Add(new("email", DeliveryText.NotMail));
        if ((absent?.Unit?.Value ?? told.Unit) is null) faults.Add(new("unit", TeamText.NoUnit));
        var (first, last) = Days(told, absent is not null, Helsinki.Day(now), faults);

        List<UnitId> units = [.. new[] { absent?.Unit?.Value ?? told.Unit }.OfType<Guid>().Concat(absent is null ? told.AlsoUnits : []).Distinct().Select(u => new UnitId(u))];
        return faults.Count > 0 ? new(null, units, faults) : new(Said(told, absent, given, family, user, mail, units, first, last), units, []);
    }

    private static (DateOnly First, DateOnly Last) Days(ColleagueInput told, bool substitute, DateOnly today, List<Fault> faults)
    {
        var readable = FieldRules.TryDay(told.FirstDay, out var first) && first >= today.AddDays(-DaysBack) && first <= today.AddYears(1);
        if (!readable) faults.Add(new("firstDay", TeamText.BadFirstDay));

        var last = Helsinki.Open;
        var open = string.IsNullOrWhiteSpace(told.LastDay);
        if (open && substitute) faults.Add(new("lastDay", TeamText.SubstituteEnds));
        else if (!open && (!FieldRules.TryDay(told.LastDay, out last) || last < today || (readable && last < first))) faults.Add(new("lastDay", TeamText.BadLastDay));
        else if (substitute && last >= Helsinki.Open) faults.Add(new("lastDay", TeamText.SubstituteEnds));
        return (first, last);
    }

    private static FedPerson Said(
        ColleagueInput told, Assignment? absent, string given, string family, string user, string mail, List<UnitId> units, DateOnly first, DateOnly last)
    {
        var duty = Tidy(told.Duty) is { Length: > 0 } code ? code : null;
        var own = new FedAssignment(
            TeamKeys.Of(units[0], duty, absent?.Id), Population.Staff, absent is null ? AssignmentKind.Regular : AssignmentKind.Substitute, first, last, units[0].ToString(), Duty: duty)
        {
            StandsInFor = absent is null ? null : FedAssignment.OfHouse(absent.Id),
            Groups = absent is null ? [.. told.Groups.Distinct().Select(g => new GroupId(g).ToString())] : [],
        };
        var also = units.Skip(1).Select(u => new FedAssignment(TeamKeys.Of(u, null, null), Population.Staff, AssignmentKind.Regular, first, last, u.ToString()));
        return new(told.Id.ToString("n"), Card.A, given, family, [own, .. also]) { UserId = user.Length > 0 ? user : null, Email = mail.Length > 0 ? mail : null };
    }

    private static string Tidy(string? typed) => typed?.Trim() ?? "";
}
