using System.Globalization;

namespace Tupa.Register;

/// <summary>
/// Puts one person together. A role at a school is an assignment; a class without days of its own belongs to the role, and one with days of
/// its own is an assignment of its own, so that it ends at the tick and not with the next file.
/// </summary>
internal sealed class RosterPerson(RosterUser user, Institutions institutions, DateOnly today)
{
    private readonly List<Place> _places = [];
    private readonly List<Stay> _stays = [];
    private (string Name, bool Now)? _class;

    /// <summary>The key of a role: where and what, and from when where the source says it. The same again is the same role.</summary>
    public static string KeyOf(string code, string role, DateOnly? first) => first is null ? $"{code}/{role}" : $"{code}/{role}/{Written(first.Value)}";

    /// <summary>The key of what one is in for a time of its own.</summary>
    public static string KeyOf(string role, RosterWindow window) => $"{role}#{(window.First is { } first ? Written(first) : "")}..{Written(window.Last)}";

    public void Add(RosterOrg school, RoleName role, bool primary, RosterWindow window)
    {
        var key = KeyOf(school.Code!, role.Name, window.First);
        if (_places.FindIndex(p => p.Key == key) is var known && known >= 0)
        {
            // The same said twice: it lasts until the later of the two.
            if (_places[known].Window.Last < window.Last) _places[known] = _places[known] with { Window = window };
            return;
        }

        _places.Add(new(key, school, role, primary, window, []));
    }

    /// <param name="code">The school of the class; null where it is not known.</param>
    public void Join(RosterClass one, string? code, RosterWindow window)
    {
        if (one.Homeroom && one.OnCard is { } name && (_class is null || (!_class.Value.Now && window.Holds(today)))) _class = (name, window.Holds(today));

        var there = _places.Where(p => p.School.Code == code).ToList();
        foreach (var place in there.Count > 0 ? there : [Main])
        {
            if (window.Covers(place.Window)) Put(place.Groups, one.Key);
            else if (window.Within(place.Window) is { } within) StayIn(place, KeyOf(place.Key, window), within, one.Key);
        }
    }

    public FedPerson Whole() => new(user.Key, Card.B, user.Given, user.Family, [.. _places.Select(Told), .. _stays.Select(Told)])
    {
        UserId = user.UserId,
        Email = user.Mail,
        School = Main.School.Code,
        ClassName = _class?.Name,
        Role = RoleOf(Main),
    };

    private Place Main => _places.Find(p => p.Primary) ?? _places[0];

    private SchoolRole RoleOf(Place place) => place.Role.Reading == RoleReading.Learner ? institutions.Learner(place.School.Code!, place.School.Name) : SchoolRole.Staff;

    private void StayIn(Place place, string key, RosterWindow window, string group)
    {
        if (_stays.Find(s => s.Key == key) is not { } stay) _stays.Add(stay = new(key, place, window, []));
        Put(stay.Groups, group);
    }

    private static void Put(List<string> groups, string key)
    {
        if (!groups.Contains(key)) groups.Add(key);
    }

    private static FedAssignment Told(Place place) => Told(place.Key, place, place.Window, place.Groups);

    private static FedAssignment Told(Stay stay) => Told(stay.Key, stay.Place, stay.Window, stay.Groups);

    private static FedAssignment Told(string key, Place place, RosterWindow window, List<string> groups) =>
        new(key, PopulationOf(place.Role), AssignmentKind.Regular, window.First, window.Last, place.School.Code, Duty: place.Role.Duty)
        {
            Groups = [.. groups.Order(StringComparer.Ordinal)],
        };

    public static Population PopulationOf(RoleName role) => role.Reading == RoleReading.Learner ? Population.Pupil : Population.Staff;

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Place(string Key, RosterOrg School, RoleName Role, bool Primary, RosterWindow Window, List<string> Groups);

    private sealed record Stay(string Key, Place Place, RosterWindow Window, List<string> Groups);
}
