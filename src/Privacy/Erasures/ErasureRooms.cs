using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>The rooms in the order in which they let go of a person: from the top floor down, and the register last, for everything points at its row.</summary>
internal sealed class ErasureRooms(IEnumerable<IPersonalData> rooms)
{
    private const string People = "register_people";

    public IReadOnlyList<(string Name, IPersonalData Room)> BeforeTheLast { get; } =
        [.. rooms.Reverse().Where(r => !IsLast(r)).Select(r => (NameOf(r), r))];

    public (string Name, IPersonalData Room) Last { get; } = rooms.Where(IsLast).Select(r => (NameOf(r), r)).Single();

    /// <summary>The room's prefix, which all its tables begin with.</summary>
    private static string NameOf(IPersonalData room) => room.Tables[0].Split('_')[0];

    private static bool IsLast(IPersonalData room) => room.Tables.Contains(People);
}
