using System.Reflection;

namespace Tupa.Kernel;

/// <summary>Where the pages are: the assemblies of the rooms of this house. One instance, given by the server.</summary>
public sealed record RoomAssemblies(IReadOnlyList<Assembly> All);
