using System.Collections.Immutable;

namespace Tupa.Register;

/// <summary>
/// A package of changes. What it leaves out of a person is asked from what the feed has said before, so that whole people come out.
/// It is small: it is what has changed since last night.
/// </summary>
internal sealed class RosterDelta(DeliveredZip zip, Manifest manifest, Institutions institutions, DateOnly today, FeedNotes notes)
{
    private readonly Roster _schools = new(institutions, today);
    private readonly Dictionary<string, RosterClass> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Change> _changes = new(StringComparer.Ordinal);

    public async Task<ReadFeed?> ReadAsync(IFeedMemory memory, CancellationToken stop)
    {
        await Task.Run(ReadFiles, stop);
        if (notes.HasErrors) return null;

        var known = await memory.PeopleAsync(Source.Schools, OneRosterReader.Name, _changes.Keys, stop);
        var others = _changes.Values.SelectMany(c => c.Enrolments).Select(e => e.Row.Class).Where(k => !_classes.ContainsKey(k)).ToHashSet(StringComparer.Ordinal);
        var groups = (await memory.GroupsAsync(Source.Schools, OneRosterReader.Name, others, stop)).ToDictionary(StringComparer.Ordinal);
        foreach (var one in _classes.Values) groups[one.Key] = Roster.GroupOf(one, CodeOf(one.Org));

        var people = _changes.Select(c => Person(c.Key, c.Value, known.GetValueOrDefault(c.Key), groups)).OfType<FedPerson>().ToList();
        return notes.HasErrors
            ? null
            : new(false, people.Count, _schools.Units, [.. groups.Values.Where(g => _classes.ContainsKey(g.Key))], _ => people.ToAsyncEnumerable());
    }

    private void ReadFiles()
    {
        Each("orgs", RosterColumns.Orgs, row =>
        {
            if (!row.Deleted && RosterRows.Org(row, institutions) is { } org && !_schools.Add(org)) row.Wrong("sourcedId", DeliveryText.Twice);
        });
        Each("classes", RosterColumns.Classes, row =>
        {
            if (!row.Deleted && RosterRows.Class(row) is { } one && !_classes.TryAdd(one.Key, one)) row.Wrong("sourcedId", DeliveryText.Twice);
        });
        Each("users", RosterColumns.Users(manifest.Version), row =>
        {
            if (RosterRows.User(row, manifest.Version) is not { } user) return;

            var change = Of(user.Key);
            if (change.User is not null) row.Wrong("sourcedId", DeliveryText.Twice);
            change.User = user with { Enabled = user.Enabled && !row.Deleted };
            if (manifest.Version == RosterVersion.V11) change.Roles.AddRange(RosterRows.RolesOfUser(row).Select(r => Told(row, r, "orgSourcedIds")));
        });
        Each("roles", RosterColumns.Roles, row =>
        {
            if (RosterRows.Role12(row) is { } role) Of(role.User).Roles.Add(Told(row, role, "orgSourcedId"));
        });
        Each("enrollments", RosterColumns.Enrollments, row =>
        {
            if (RosterRows.Enrolment(row) is not { } enrolment) return;
            Of(enrolment.User).Enrolments.Add(new(enrolment, row.Deleted, row.Line));
            Of(enrolment.User).Line ??= (row.Name, row.Line);
        });
    }

    private FedPerson? Person(string key, Change change, FedPerson? known, Dictionary<string, FedGroup> groups)
    {
        if (change.User is { Enabled: false } or null && known is null)
        {
            // Gone before anybody was told of: nothing to say. Named and never told of: the file is not whole.
            if (change.User is null && change.Line is { } line) notes.Error(SchoolText.NoSuchUser, line.File, line.Number, "userSourcedId");
            return null;
        }

        var person = known ?? new FedPerson(key, Card.B, "", "", []);
        if (change.User is { } user)
        {
            person = person with { GivenName = user.Given, FamilyName = user.Family, UserId = user.UserId, Email = user.Mail ?? person.Email };
            if (!user.Enabled) return person with { Assignments = [], Left = true };
        }

        var places = Roles(change, person.Assignments);
        if (places.Count == 0) return known is null ? null : person with { Assignments = [], Left = true };

        foreach (var (row, gone, line) in change.Enrolments) person = Enrol(person, places, row, gone, line, groups);
        return OnCard(person with { Assignments = [.. places.Values.OrderBy(p => p.Key, StringComparer.Ordinal)] }, change);
    }

    /// <summary>The assignments after the roles have changed; their classes stay with them.</summary>
    private Dictionary<string, FedAssignment> Roles(Change change, IReadOnlyList<FedAssignment> before)
    {
        var places = before.ToDictionary(a => a.Key, StringComparer.Ordinal);

        // In 1.1 the row of the user names all its roles: one that is not named is gone.
        if (manifest.Version == RosterVersion.V11 && change.User is not null)
        {
            foreach (var key in places.Keys.Where(k => !change.Roles.Any(r => k == r.Key || k.StartsWith($"{r.Key}#", StringComparison.Ordinal))).ToList()) places.Remove(key);
        }

        foreach (var (role, key, code, gone) in change.Roles)
        {
            if (code is null || SchoolRoles.All[role.Role].Reading == RoleReading.Nobody) continue;
            if (gone)
            {
                foreach (var lost in places.Keys.Where(k => k == key || k.StartsWith($"{key}#", StringComparison.Ordinal)).ToList()) places.Remove(lost);
                continue;
            }

            var name = SchoolRoles.All[role.Role];
            places[key] = new(key, RosterPerson.PopulationOf(name), AssignmentKind.Regular, role.Window.First, role.Window.Last, code, Duty: name.Duty)
            {
                Groups = places.TryGetValue(key, out var old) ? old.Groups : [],
            };
        }

        return places;
    }

    private FedPerson Enrol(FedPerson person, Dictionary<string, FedAssignment> places, RosterEnrolment row, bool gone, int line, Dictionary<string, FedGroup> groups)
    {
        if (!groups.TryGetValue(row.Class, out var group))
        {
            // What is taken away need not be known by name.
            if (!gone) notes.Error(SchoolText.NoSuchClass, "enrollments.csv", line, "classSourcedId");
            group = new(row.Class, GroupKind.Teaching, "");
        }

        foreach (var (key, place) in places.ToList())
        {
            var rest = place.Groups.Where(g => g != row.Class).ToList();
            if (rest.Count == 0 && place.Groups.Count > 0 && key.Contains('#', StringComparison.Ordinal)) places.Remove(key);
            else places[key] = place with { Groups = rest };
        }

        var own = group.Kind == GroupKind.Class ? _classes.GetValueOrDefault(group.Key)?.OnCard ?? group.Name : null;
        if (gone) return own is not null && person.ClassName == own ? person with { ClassName = null } : person;

        Join(places, group, row.Window);
        return own is not null && row.Window.Holds(today) ? person with { ClassName = own } : person;
    }

    private static void Join(Dictionary<string, FedAssignment> places, FedGroup group, RosterWindow window)
    {
        var roles = places.Values.Where(p => !p.Key.Contains('#', StringComparison.Ordinal)).ToList();
        var there = roles.Where(p => p.Unit == group.Unit).ToList();
        foreach (var place in there.Count > 0 ? there : roles.Take(1))
        {
            var own = new RosterWindow(place.FirstDay, place.LastDay);
            if (window.Covers(own)) places[place.Key] = place with { Groups = With(place.Groups, group.Key) };
            else if (window.Within(own) is { } within)
            {
                var key = RosterPerson.KeyOf(place.Key, window);
                var stay = places.GetValueOrDefault(key) ?? place with { Key = key, FirstDay = within.First, LastDay = within.Last, Groups = [] };
                places[key] = stay with { Groups = With(stay.Groups, group.Key) };
            }
        }
    }

    /// <summary>School and role on the card: those of the primary role where it is told, else those it had, else those of the first role.</summary>
    private FedPerson OnCard(FedPerson person, Change change)
    {
        var told = change.Roles.Find(r => r is { Gone: false, Row.Primary: true, Code: not null });
        var main = person.Assignments.FirstOrDefault(a => a.Key == told?.Key) ?? person.Assignments.FirstOrDefault(a => a.Unit == person.School) ?? person.Assignments[0];
        var role = main.Population != Population.Pupil ? SchoolRole.Staff
            : _schools.Units.FirstOrDefault(u => u.Key == main.Unit) is { } unit ? institutions.Learner(unit.Key, unit.Name)
            : person.Role ?? institutions.Learner(main.Unit!, "");
        return person with { School = main.Unit, Role = role };
    }

    private RoleChange Told(RosterTable row, RosterRole role, string column)
    {
        var code = _schools.HasOrg(role.Org) ? CodeOf(role.Org) : institutions.CodeOf(role.Org, null);
        var known = _schools.HasOrg(role.Org) || code is not null;
        if (!known) row.Wrong(column, SchoolText.NoSuchOrg);
        else if (code is null && _schools.SchoolOf(role.Org) is not null) row.Wrong(column, SchoolText.NoCode);
        Of(role.User).Line ??= (row.Name, row.Line);
        return new(role, code is null || !role.Known ? "" : RosterPerson.KeyOf(code, SchoolRoles.All[role.Role].Name, role.Window.First), code, row.Deleted);
    }

    private string? CodeOf(string org) => _schools.SchoolOf(org)?.Code ?? institutions.CodeOf(org, null);

    private Change Of(string user)
    {
        if (!_changes.TryGetValue(user, out var change)) _changes[user] = change = new();
        return change;
    }

    private static ImmutableArray<string> With(IEnumerable<string> groups, string key) => [.. groups.Append(key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private void Each(string file, IReadOnlyList<RosterColumn> columns, Action<RosterTable> read)
    {
        if (manifest[file] == RosterDelivery.Absent) return;

        using var table = RosterTable.Open(zip, file, columns, manifest[file] == RosterDelivery.Delta, notes);
        while (table is not null && table.Next()) read(table);
    }

    /// <summary>What the package says of one person.</summary>
    private sealed class Change
    {
        public RosterUser? User { get; set; }

        public List<RoleChange> Roles { get; } = [];

        public List<EnrolmentChange> Enrolments { get; } = [];

        /// <summary>Where the person is first named beside the users.</summary>
        public (string File, int Number)? Line { get; set; }
    }

    private sealed record RoleChange(RosterRole Row, string Key, string? Code, bool Gone);

    private sealed record EnrolmentChange(RosterEnrolment Row, bool Gone, int Line);
}
