using System.Reflection;

namespace Tupa.Kernel;

/// <summary>The rooms of this process, in the order of their floors. Fixed for the life of the process: EF keeps one model.</summary>
public sealed class House
{
    public House(IReadOnlyList<Room> rooms)
    {
        Rooms = rooms;
        Assemblies = [typeof(House).Assembly, .. rooms.Select(r => r.GetType().Assembly).Distinct()];
        var types = Assemblies.SelectMany(a => a.GetTypes()).ToList();
        IdTypes = [.. types.Where(IsId)];
        EnumTypes = [.. types.Where(t => t.IsEnum && t.GetCustomAttribute<StoredAttribute>() is not null)];
    }

    public IReadOnlyList<Room> Rooms { get; }

    public IReadOnlyList<Assembly> Assemblies { get; }

    public IReadOnlyList<Type> IdTypes { get; }

    public IReadOnlyList<Type> EnumTypes { get; }

    internal static bool IsId(Type type) => type.IsValueType && type.GetInterfaces()
        .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));
}
