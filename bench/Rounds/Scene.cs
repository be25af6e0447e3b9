namespace Tupa.Bench;

/// <summary>One thing that is measured.</summary>
/// <param name="Ask">The n-th request.</param>
/// <param name="Seen">What the floor learns from: one, or those that vary.</param>
internal sealed record Scene(string Name, string Words, FloorKind Kind, Func<long, Asked> Ask, IReadOnlyList<Asked> Seen, IReadOnlyList<FloorTable>? Tables = null)
{
    public FloorScene Floor => new(Name, Kind, Seen, Tables ?? []);

    /// <summary>The same of the floor.</summary>
    public Asked AskFloor(long n) => Kind is FloorKind.Rows or FloorKind.SignIn
        ? new($"/{Name}", Seen[0].Cookie, [])
        : new($"/{Name}?n={n}", Seen[0].Cookie);
}
