namespace Tupa.Register;

/// <summary>Where the present value of a card came from.</summary>
/// <param name="Live">The source still says that the person is here.</param>
internal sealed record Standing(Source Source, SourceRecordId Record, bool Live, DateTime ReceivedAt);

/// <summary>How a said value meets the one that stands.</summary>
internal enum Outcome
{
    /// <summary>The value that stands stays, from where it came.</summary>
    Stays,

    /// <summary>The said one takes its place.</summary>
    Takes,

    /// <summary>It is the same, and from now on it is held by the source that is heard first: or another could overrule it that comes after that one.</summary>
    Confirms,
}

/// <summary>
/// The rule by which values of several sources become one card: the highest rank, within a rank the newest, and a source that has
/// let go of the person gives way to any that has not. The result does not depend on the order in which the sources are heard.
/// </summary>
internal static class Contest
{
    /// <param name="present">Null where nobody is on record for what stands.</param>
    public static Outcome Of(Card card, string column, Source by, SourceRecordId record, DateTime at, string said, string? stands, Standing? present)
    {
        if (!Wins(card, column, by, record, at, present)) return Outcome.Stays;
        if (!string.Equals(said, stands, StringComparison.Ordinal)) return Outcome.Takes;

        return present is { Live: true } && CardRanks.Rank(card, column, by) <= CardRanks.Rank(card, column, present.Source) ? Outcome.Stays : Outcome.Confirms;
    }

    private static bool Wins(Card card, string column, Source by, SourceRecordId record, DateTime at, Standing? present)
    {
        if (present is not { Live: true } || present.Record == record) return true;

        var (mine, theirs) = (CardRanks.Rank(card, column, by), CardRanks.Rank(card, column, present.Source));
        return mine > theirs || (mine == theirs && at >= present.ReceivedAt);
    }
}
