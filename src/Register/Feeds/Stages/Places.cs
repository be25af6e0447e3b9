using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the words of a feed stand for in the house: units, the groups of the feed, the coded duties. Read once for a batch.</summary>
internal sealed class Places
{
    private const int LongestCode = 100;

    private readonly Dictionary<UnitId, UnitRead> _units;
    private readonly Dictionary<string, UnitId> _byCode;
    private readonly Dictionary<string, UnitId?> _ofFeed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GroupRead> _groups;
    private readonly Dictionary<string, GroupRead> _chosen = new(StringComparer.Ordinal);
    private readonly HashSet<GroupId> _classes;
    private readonly Dictionary<string, GroupId> _duties;
    private readonly Source _source;
    private readonly string _feed;

    private Places(Source source, string feed, List<UnitRead> units, List<GroupRead> groups, Dictionary<string, GroupId> duties)
    {
        (_source, _feed, _duties) = (source, feed, duties);
        _units = units.ToDictionary(u => u.Id);
        _byCode = units.Where(u => u.Code is not null).ToDictionary(u => u.Code!, u => u.Id, StringComparer.Ordinal);
        _groups = groups.ToDictionary(g => g.Code, StringComparer.Ordinal);
        _classes = groups.Where(g => g.Kind == GroupKind.Class).Select(g => g.Id).ToHashSet();
    }

    /// <summary>The groups that this feed has made.</summary>
    public IReadOnlyCollection<GroupRead> Groups => _groups.Values;

    /// <param name="named">The units that the delivery names itself; none where it has been staged, and they stand in it by their ids.</param>
    public static async Task<Places> ReadAsync(TupaDb db, Source source, string feed, IEnumerable<FedUnit> named, CancellationToken stop)
    {
        var units = await db.Set<Unit>().AsNoTracking().Select(u => new UnitRead(u.Id, u.InstitutionCode, u.NameFi)).ToListAsync(stop);
        var prefix = Prefix(source, feed);
        var after = Fold.After(prefix);
        var groups = await db.Set<Group>().AsNoTracking()
            .Where(g => (g.Kind == GroupKind.Class || g.Kind == GroupKind.Teaching || g.Kind == GroupKind.Organ || g.Kind == GroupKind.Duty)
                && g.Code != null && g.Code.CompareTo(prefix) >= 0 && g.Code.CompareTo(after) < 0)
            .Select(g => new GroupRead(g.Id, g.Kind, g.Code!, g.NameFi, g.NameSv, g.Unit)).ToListAsync(stop);
        var duties = await db.Set<Group>().AsNoTracking().Where(g => g.Kind == GroupKind.Duty && g.Code != null)
            .Select(g => new { g.Code, g.Id }).ToDictionaryAsync(g => g.Code!, g => g.Id, StringComparer.Ordinal, stop);
        var places = new Places(source, feed, units, [.. groups.Where(g => g.Code.StartsWith(prefix, StringComparison.Ordinal))], duties);
        foreach (var unit in named) places._ofFeed[unit.Key] = unit.InstitutionCode is { } code ? places.ByText(code) : places.ByText(unit.Key);
        return places;
    }

    /// <summary>Classes and teaching groups that were chosen on a page, by the house's own ids: what other sources have made. At most one statement.</summary>
    public async Task ChooseAsync(TupaDb db, IEnumerable<string> keys, CancellationToken stop)
    {
        var ids = keys.Where(k => GroupOf(k) is null && Guid.TryParse(k, out _)).Select(k => new GroupId(Guid.Parse(k))).Distinct().ToList();
        if (ids.Count == 0) return;

        var groups = await db.Set<Group>().AsNoTracking().Where(g => ids.Contains(g.Id) && (g.Kind == GroupKind.Class || g.Kind == GroupKind.Teaching))
            .Select(g => new { g.Id, g.Kind, g.NameFi, g.NameSv, g.Unit }).ToListAsync(stop);
        foreach (var g in groups) _chosen[g.Id.ToString()] = new(g.Id, g.Kind, g.Id.ToString(), g.NameFi, g.NameSv, g.Unit);
    }

    /// <summary>What a group of a feed is known by in the house; its identity is its key, whatever it is called.</summary>
    public string CodeOf(string key)
    {
        var code = Prefix(_source, _feed) + key;
        return code.Length <= LongestCode ? code : $"{Prefix(_source, _feed)}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..40]}";
    }

    /// <summary>What the feed calls one of its groups; one whose key was too long is found again by what is given here too.</summary>
    public string KeyOf(GroupRead group) => group.Code[Prefix(_source, _feed).Length..];

    public bool IsClass(GroupId id) => _classes.Contains(id);

    public GroupRead? GroupOf(string? key) => key is null ? null : _groups.GetValueOrDefault(CodeOf(key)) ?? _chosen.GetValueOrDefault(key);

    /// <summary>A group that this delivery makes: what refers to it is planned as if it were there.</summary>
    public void Expect(GroupRead group)
    {
        _groups[group.Code] = group;
        if (group.Kind == GroupKind.Class) _classes.Add(group.Id);
        if (group.Kind == GroupKind.Duty) _duties[group.Code] = group.Id;
    }

    /// <summary>A duty of the coded list, or one that the feed has named.</summary>
    public GroupId? DutyOf(string? said) => said is null ? null
        : _duties.TryGetValue(said, out var coded) ? coded : _duties.TryGetValue(CodeOf(said), out var own) ? own : null;

    /// <summary>By the feed's key, by a school's five digits, or by the house's id.</summary>
    public UnitId? UnitOf(string? said) => said is null ? null : _ofFeed.TryGetValue(said, out var unit) && unit is not null ? unit : ByText(said);

    public UnitRead? Unit(UnitId id) => _units.GetValueOrDefault(id);

    private UnitId? ByText(string said) =>
        _byCode.TryGetValue(said, out var school) ? school
        : Guid.TryParse(said, out var id) && _units.ContainsKey(new(id)) ? new UnitId(id) : null;

    private static string Prefix(Source source, string feed) => $"{source}:{feed}:";

    public sealed record UnitRead(UnitId Id, string? Code, string Name);

    public sealed record GroupRead(GroupId Id, GroupKind Kind, string Code, string NameFi, string NameSv, UnitId? Unit);
}
