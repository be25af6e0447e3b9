namespace Tupa.Bench;

/// <summary>What is to be measured.</summary>
/// <param name="Seconds">How long each number is measured; a third of it before, unmeasured.</param>
/// <param name="Quick">Only at 8 connections.</param>
/// <param name="Only">Only the scenes whose name begins so; then nothing is written down.</param>
/// <param name="Folder">Where the filled houses and the results are kept.</param>
/// <param name="App">The folder of the published server.</param>
internal sealed record BenchOrder(
    int People, string Database, double Seconds, bool Quick, string? Only, bool PrepareOnly, string Folder, string App)
{
    public bool Postgres => Database == "postgres";

    /// <summary>Of <c>tupa demo</c>.</summary>
    public int Scale => People / 5_000;

    public int[] Connections => Quick ? [8] : [1, 8, 32];

    /// <summary>Set for a round that fills a house of its own.</summary>
    public string? HouseName { get; init; }

    public string HouseFolder => Path.Combine(Folder, HouseName ?? $"{Database}-{People}");

    public string ResultFile => Path.Combine(Folder, "results", $"{Database}-{People}.json");

    /// <summary>The command that asks for the same again.</summary>
    public string Command => FormattableString.Invariant($"bin/bench --people {People} --database {Database} --seconds {Seconds}{(Quick ? " --quick" : "")}");
}
