namespace Tupa.Register;

/// <summary>
/// How far a plan that is made on its day has come away from the one that a person approved. What has already happened by itself is no
/// drift: it only makes the plan smaller.
/// </summary>
/// <param name="Leaving">How many leave who did not leave in the approved plan.</param>
/// <param name="Other">How many arrive or move otherwise than in the approved plan.</param>
/// <param name="Groups">How many classes and teaching groups become something else.</param>
public sealed record YearDrift(int Leaving, int Other, int Groups)
{
    /// <summary>Percent of the feed's people here that may leave unseen.</summary>
    public const int MostLeaving = 1;

    /// <summary>Percent of what was approved that may be otherwise.</summary>
    public const int MostOther = 5;

    /// <param name="live">People of the feed who are here now.</param>
    /// <param name="approved">Rows of the approved plan: people and groups.</param>
    public bool IsSmall(int live, int approved) =>
        (long)Leaving * 100 <= (long)live * MostLeaving && (long)(Other + Groups) * 100 <= (long)approved * MostOther;

    internal string Written => Counted.Write([new("leaving", Leaving), new("other", Other), new("groups", Groups)]);

    internal static YearDrift? Read(string? written) => written is null ? null : Counted.Read(written) is var counts
        ? new(counts["leaving"], counts["other"], counts["groups"])
        : null;
}
