using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>Whose package is made, in which language, and as of when.</summary>
internal sealed record PackageOrder(PersonId Person, string Language, DateTime At);

/// <summary>How far the making has come.</summary>
/// <param name="Rooms">How many have given all they hold.</param>
internal sealed record PackageProgress(int Rooms, int Rows, int Files);

/// <summary>A package that is whole.</summary>
/// <param name="File">Where it was written.</param>
internal sealed record MadePackage(string File, PackageProgress Progress);

/// <summary>What one room says it holds, and the tables of it that held something.</summary>
/// <param name="Name">The room's prefix, which all its tables begin with.</param>
internal sealed record PackageRoom(string Name, Text Description, IReadOnlyList<SpooledTable> Tables);
