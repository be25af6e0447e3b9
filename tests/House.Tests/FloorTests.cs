using System.Reflection;
using Tupa.Server;

namespace Tupa.Tests;

/// <summary>Rooms stand on floors and lean only downward.</summary>
public sealed class FloorTests
{
    private static readonly Dictionary<string, int> Floors = new(StringComparer.Ordinal)
    {
        ["Tupa.Kernel"] = 0,
        ["Tupa.Ui"] = 1,
        ["Tupa.Storage.Sqlite"] = 1,
        ["Tupa.Storage.Postgres"] = 1,
        ["Tupa.Audit"] = 2,
        ["Tupa.Retention"] = 2,
        ["Tupa.Blobs"] = 2,
        ["Tupa.Register"] = 3,
        ["Tupa.Access"] = 4,
        ["Tupa.Spaces"] = 5,
        ["Tupa.Files"] = 6,
        ["Tupa.Notifications"] = 6,
        ["Tupa.Posts"] = 7,
        ["Tupa.Privacy"] = 8,
        ["Tupa.Backup"] = 9,
        ["Tupa.Demo"] = 9,
        ["tupa"] = 10,
    };

    internal static IEnumerable<Assembly> House => typeof(CommandLine).Assembly.GetReferencedAssemblies()
        .Where(a => a.Name!.StartsWith("Tupa.", StringComparison.Ordinal))
        .Select(Assembly.Load)
        .Append(typeof(CommandLine).Assembly);

    [Fact]
    public void Every_project_stands_on_a_floor() =>
        Assert.Empty(Directory.GetDirectories(Path.Combine(Repo.Root, "src")).Select(d => "Tupa." + Path.GetFileName(d)).Except(Floors.Keys).Except(["Tupa.Server"]));

    [Fact]
    public void Rooms_lean_only_on_lower_floors() => Assert.Empty(
        from room in House
        from other in room.GetReferencedAssemblies()
        where Floors.ContainsKey(other.Name!)
        where Floors[other.Name!] >= Floors[room.GetName().Name!]
        select $"{room.GetName().Name} → {other.Name}");
}
