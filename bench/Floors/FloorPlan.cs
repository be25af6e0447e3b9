namespace Tupa.Bench;

internal enum FloorKind
{
    /// <summary>Session row, the page's slowest statement, as many bytes, gzipped.</summary>
    Page,

    /// <summary>Session row, the slowest statement, as many bytes as they are.</summary>
    Bytes,

    /// <summary>Session row, and the rows that such a deed leaves, in one durable commit.</summary>
    Rows,

    /// <summary>A password hash of as many rounds, and the rows that a sign-in leaves.</summary>
    SignIn,
}

/// <summary>What stands in for a scene: it is asked once of the whole house to learn its statements and its bytes.</summary>
/// <param name="Seen">One request, or as many as vary.</param>
/// <param name="Tables">For deeds: the tables whose rows are copied.</param>
internal sealed record FloorScene(string Name, FloorKind Kind, IReadOnlyList<Asked> Seen, IReadOnlyList<FloorTable> Tables);

/// <summary>A table in which a deed leaves a row.</summary>
/// <param name="Find">The column by which the row of the deed is found.</param>
/// <param name="Fresh">Columns that get a new value in every copy; all others that hold the deed's own id get the copy's.</param>
internal sealed record FloorTable(string Table, string Find, IReadOnlyList<string> Fresh);

/// <param name="Listen">Where the floor listens.</param>
internal sealed record FloorPlan(string Listen, IReadOnlyList<FloorScene> Scenes);
