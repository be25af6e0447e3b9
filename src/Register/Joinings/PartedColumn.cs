using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One attribute of a card that becomes two: what each has of it, and who has said that. Pure.</summary>
/// <param name="Name">The column.</param>
/// <param name="Kept">What stands on the card of the one who is kept.</param>
/// <param name="Parted">What stands on the card of the other.</param>
/// <param name="IsTheirs">It came from a record that goes with the other.</param>
internal sealed record PartedColumn(Card Card, string Name, string? Kept, string? Parted, bool IsTheirs)
{
    private Origin? _kept;
    private Origin? _parted;

    /// <param name="stands">What the one card has now.</param>
    /// <param name="origin">Who has said it; null where nobody is on record.</param>
    /// <param name="keptNote">What the one who is kept had before they were joined.</param>
    /// <param name="lostNote">What the other had.</param>
    /// <param name="records">The records that go with the other.</param>
    /// <param name="joinedAt">When they were joined, where what stood on the cards was noted then; what has been said since is newer.</param>
    public static PartedColumn Of(
        Card card, string name, string? stands, Origin? origin, JoiningValue? keptNote, JoiningValue? lostNote, IReadOnlyCollection<SourceRecordId> records, DateTime? joinedAt)
    {
        var theirs = origin is not null && records.Contains(origin.SourceRecord);
        var rest = CardColumns.MayBeEmpty(name) ? null : stands;
        if (joinedAt is not { } joined || !JoiningValue.IsNoted(name))
            return new(card, name, theirs ? rest : stands, theirs ? stands : rest, theirs) { _kept = theirs ? null : origin, _parted = theirs ? origin : null };

        var since = origin is not null && origin.ReceivedAt > joined;
        var taken = theirs || (!since && lostNote is not null && stands == lostNote.Value && stands != keptNote?.Value);
        var goes = theirs && (since || lostNote is null);
        return new(card, name, taken ? keptNote?.Value ?? rest : stands, goes ? stands : lostNote?.Value ?? rest, theirs)
        {
            _kept = taken ? OriginOf(card, name, keptNote) : origin,
            _parted = goes ? origin : OriginOf(card, name, lostNote),
        };
    }

    /// <summary>Where it came from, as a row of this person's; null where the record is not (or not any more) one of theirs.</summary>
    public Origin? OriginFor(PersonId person, bool parted, IReadOnlyCollection<SourceRecordId> records) =>
        (parted ? _parted : _kept) is { } origin && records.Contains(origin.SourceRecord) ? Again(origin, person) : null;

    public static Origin Again(Origin origin, PersonId person) => new()
    {
        Person = person,
        Card = origin.Card,
        Column = CardsRead.Column(origin.Column),
        SourceRecord = origin.SourceRecord,
        Batch = origin.Batch,
        ReceivedAt = origin.ReceivedAt,
    };

    private static Origin? OriginOf(Card card, string name, JoiningValue? note) => note is { SourceRecord: { } record, Batch: { } batch, ReceivedAt: { } at }
        ? new() { Person = default, Card = card, Column = name, SourceRecord = record, Batch = batch, ReceivedAt = at }
        : null;
}
