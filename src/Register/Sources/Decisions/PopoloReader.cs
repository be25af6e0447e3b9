using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Popolo JSON: persons, organizations, memberships, posts, and terms (as <c>terms</c>, or as <c>events</c>). A personal deputy names the
/// membership it is for in <c>stands_in_for_id</c>. It always says the whole.
/// </summary>
internal sealed class PopoloReader : IFeedReader
{
    private const long Largest = 64 << 20;

    private static readonly string[] Parties =
        ["party", "puolue", "parti", "valtuustoryhmä", "fullmäktigegrupp", "council group", "political group", "faction", "parliamentary group", "ryhmä"];

    public string Format => "popolo";

    public Source Source => Source.Decisions;

    public string Feed => "";

    public async Task<ReadFeed?> ReadAsync(FeedFile file, FeedNotes notes, CancellationToken stop)
    {
        if (new FileInfo(file.Path).Length > Largest)
        {
            notes.Error(DecisionText.TooLarge);
            return null;
        }

        var popolo = new PopoloFile(await File.ReadAllBytesAsync(file.Path, stop), notes);
        return popolo.Read() ? Follow(popolo, notes) : null;
    }

    private static ReadFeed? Follow(PopoloFile popolo, FeedNotes notes)
    {
        var parties = popolo.Organs.Where(o => Parties.Contains(o.Classification, StringComparer.OrdinalIgnoreCase)).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        if (parties.Count > 0) notes.Dropped(DecisionText.PartiesUnread, null, "organizations");

        var organs = new Dictionary<string, PopoloOrgan>(StringComparer.Ordinal);
        foreach (var organ in popolo.Organs.Where(o => !parties.Contains(o.Id)))
        {
            if (!organs.TryAdd(organ.Id, organ)) notes.Error(DeliveryText.Twice, null, organ.At.Line, $"{organ.At.Path}.id");
        }

        var officials = Officials(popolo, notes);
        var seats = new PopoloSeats(popolo, officials, organs, notes).Read([.. popolo.Seats.Where(s => s.Organ is null || !parties.Contains(s.Organ))]);
        if (notes.HasErrors) return null;

        var groups = organs.Values.ToDictionary(o => o.Id, o => new FedGroup(o.Id, GroupKind.Organ, o.Name, null, o.NameSv), StringComparer.Ordinal);
        return Seats.Read(officials.Values, seats, groups, notes);
    }

    private static Dictionary<string, Official> Officials(PopoloFile popolo, FeedNotes notes)
    {
        var officials = new Dictionary<string, Official>(StringComparer.Ordinal);
        var divided = 0;
        foreach (var person in popolo.Persons)
        {
            var (given, family) = (person.Given, person.Family);
            if ((given is null || family is null) && person.Name?.LastIndexOf(' ') is > 0 and var cut)
            {
                divided++;
                (given, family) = (person.Name[..cut].Trim(), person.Name[(cut + 1)..]);
            }

            if (given is null || family is null) Wrong(DecisionText.NoName, "name");
            else if (given.Length > FieldRules.LongestName || family.Length > FieldRules.LongestName) Wrong(DeliveryText.TooLong, "name");
            var phone = person.Phone is null ? null : FieldRules.Phone(person.Phone);
            if (person.Phone is not null && phone is null) Wrong(DeliveryText.NotPhone, "contact_details");
            if (person.Email is not null && !FieldRules.IsMail(person.Email)) Wrong(DeliveryText.NotMail, "email");
            if (!officials.TryAdd(person.Id, new(person.Id, given ?? "", family ?? "", person.Email, phone))) Wrong(DeliveryText.Twice, "id");

            void Wrong(Text reason, string property) => notes.Error(reason, null, person.At.Line, $"{person.At.Path}.{property}");
        }

        if (divided > 0) notes.Remark(DecisionText.NamesDivided(divided));
        return officials;
    }
}
