using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>What each of two has on the card when they are parted: what stood there before, but for what has been said since.</summary>
public sealed class PartedColumnTests
{
    private static readonly DateTime Joined = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly SourceRecordId Own = SourceRecordId.New();
    private static readonly SourceRecordId Others = SourceRecordId.New();

    [Theory]
    [InlineData("family_name", "Mäkelä", null, "Mäkelä", "Salo")] // Nobody is on record: the kept one's stood.
    [InlineData("family_name", "Salo", null, "Mäkelä", "Salo")] // The other's had taken its place.
    [InlineData("family_name", "Salo", "other before", "Mäkelä", "Salo")]
    [InlineData("family_name", "Uusi", "other since", "Mäkelä", "Uusi")] // Their own source has called them otherwise since.
    [InlineData("family_name", "Uusi", "own since", "Uusi", "Salo")]
    [InlineData("family_name", "Salo", "own since", "Salo", "Salo")] // A marriage: the same name, said by the own source.
    [InlineData("family_name", "Uusi", null, "Uusi", "Salo")] // Put right by hand.
    public void Each_is_called_what_each_was_called_unless_a_source_has_said_otherwise_since(string column, string stands, string? origin, string kept, string parted)
    {
        var split = Split(column, stands, origin, "Mäkelä", "Salo");
        Assert.Equal((kept, parted), (split.Kept, split.Parted));
    }

    [Theory]
    [InlineData("+358402", null, null, "+358402")] // Taken from the other's card.
    [InlineData("+358402", "other before", null, "+358402")]
    [InlineData("+358403", "own since", "+358403", "+358402")]
    [InlineData(null, null, null, "+358402")] // A source has let go of it since.
    public void What_a_card_may_be_without_is_not_guessed(string? stands, string? origin, string? kept, string? parted)
    {
        var split = Split("phone", stands, origin, null, "+358402");
        Assert.Equal((kept, parted), (split.Kept, split.Parted));
    }

    [Fact]
    public void The_user_id_goes_with_its_source_alone_and_without_notes_so_does_all_else()
    {
        Assert.Equal(("aino.salo", null), Split("user_id", "aino.salo", null, "aino.makela", "aino.salo") is var own ? (own.Kept, own.Parted) : default);
        Assert.Equal((null, "aino.salo"), Split("user_id", "aino.salo", "other before", null, null) is var other ? (other.Kept, other.Parted) : default);
        Assert.Equal(("Salo", "Salo"), Split("family_name", "Salo", "other before", null, null, noted: false) is var name ? (name.Kept, name.Parted) : default);
        Assert.Equal((null, "+358402"), Split("phone", "+358402", "other before", null, null, noted: false) is var phone ? (phone.Kept, phone.Parted) : default);
    }

    [Fact]
    public void A_value_that_comes_back_comes_back_with_its_source()
    {
        var (kept, parted) = (PersonId.New(), PersonId.New());
        var split = Split("family_name", "Salo", "other before", "Mäkelä", "Salo");
        Assert.Equal((kept, Own), split.OriginFor(kept, parted: false, [Own]) is { } own ? (own.Person, own.SourceRecord) : default);
        Assert.Equal((parted, Others), split.OriginFor(parted, parted: true, [Others]) is { } other ? (other.Person, other.SourceRecord) : default);

        // A record that is somebody else's by now is on record for nothing here.
        Assert.Null(split.OriginFor(kept, parted: false, []));
    }

    private static PartedColumn Split(string column, string? stands, string? origin, string? kept, string? lost, bool noted = true) => PartedColumn.Of(
        Card.A, column, stands, Origin(column, origin), Note(column, kept, ofLost: false, Own), Note(column, lost, ofLost: true, Others), [Others], noted ? Joined : null);

    private static Origin? Origin(string column, string? how) => how is null ? null : new()
    {
        Person = PersonId.New(),
        Card = Card.A,
        Column = column,
        SourceRecord = how.StartsWith("own", StringComparison.Ordinal) ? Own : Others,
        Batch = Guid.CreateVersion7(),
        ReceivedAt = how.EndsWith("since", StringComparison.Ordinal) ? Joined.AddDays(1) : Joined.AddDays(-1),
    };

    private static JoiningValue? Note(string column, string? value, bool ofLost, SourceRecordId record) => value is null || !JoiningValue.IsNoted(column) ? null : new()
    {
        Joining = JoiningId.New(),
        OfLost = ofLost,
        Card = Card.A,
        Column = column,
        Value = value,
        SourceRecord = record,
        Batch = Guid.CreateVersion7(),
        ReceivedAt = Joined.AddDays(-1),
    };
}
