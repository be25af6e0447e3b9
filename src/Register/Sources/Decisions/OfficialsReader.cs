namespace Tupa.Register;

/// <summary>
/// The CSV twin for clerks: a row for each position, semicolons between, the columns by name. A personal deputy names the member's key in
/// the column "kenen varajäsen". It always says the whole.
/// </summary>
internal sealed class OfficialsReader : IFeedReader
{
    private const string Whose = "kenen varajäsen";

    private static readonly string[] Needed = ["henkilöavain", "sukunimi", "etunimi", "toimielin", "tehtävä", "alkaa", "päättyy", "sähköposti", "puhelin"];
    private static readonly string[] All = [.. Needed, Whose];

    public string Format => "luottamushenkilöt";

    public Source Source => Source.Decisions;

    public string Feed => "";

    public Task<ReadFeed?> ReadAsync(FeedFile file, FeedNotes notes, CancellationToken stop) => Task.Run(() =>
    {
        if (Charsets.Choose(file.Path, [Charsets.Utf8, Charsets.Windows], notes) is not { } charset) return null;

        using var table = CsvTable.Open(File.OpenRead(file.Path), charset, ';', notes, null);
        if (table is null || !NamedColumns.Stand(table, Needed, All, notes)) return null;

        var rows = new Rows(table);
        while (table.Next())
        {
            stop.ThrowIfCancellationRequested();
            rows.Take();
        }

        if (table.Rows == 0) notes.Error(DeliveryText.NoRows, null, 1);
        rows.FollowDeputies(notes);
        if (notes.HasErrors) return null;
        if (rows.Staff > 0) notes.Remark(DecisionText.StaffLeftOut(rows.Staff));
        return Seats.Read(rows.Officials.Values, [.. rows.Seats.Values.Select(s => s.Seat)], rows.Organs, notes);
    }, stop);

    private sealed class Rows(CsvTable table)
    {
        private readonly NamedColumns _columns = new(table, All);
        private readonly List<(string Seat, string Member, int Line)> _deputies = [];

        public Dictionary<string, Official> Officials { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, (Seat Seat, int Line)> Seats { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, FedGroup> Organs { get; } = new(StringComparer.Ordinal);

        public int Staff { get; private set; }

        public void Take()
        {
            _columns.Begin();
            var person = Official();
            var organ = _columns.Required("toimielin", FieldRules.LongestGroup);
            var role = SeatRoles.Find(_columns.Required("tehtävä", FieldRules.LongestGroup) ?? "");
            if (role is null && !_columns.IsEmpty("tehtävä")) _columns.Wrong("tehtävä", DecisionText.RoleUnknown);

            var first = _columns.Day("alkaa");
            var last = _columns.Day("päättyy");
            if (first > last) _columns.Wrong("päättyy", DeliveryText.DaysReversed);
            if (_columns.IsWrong || organ is null || role is null) return;
            if (!Officials.TryAdd(person.Key, person) && Officials[person.Key] != person) _columns.Wrong("henkilöavain", SchoolText.DifferentPerson);
            if (role.Reading == SeatReading.Nobody)
            {
                Staff++;
                return;
            }

            Organs.TryAdd(organ, new(organ, GroupKind.Organ, organ));
            var key = $"{person.Key}:{Seat.KeyOf(organ, role, first)}";
            if (key.Length > FieldRules.LongestKey) _columns.Wrong("toimielin", DeliveryText.TooLong);
            else if (!Seats.TryAdd(key, (new(key, person.Key, organ, role, first, last, null), table.Line))) _columns.Wrong("henkilöavain", DecisionText.SeatTwice);
            if (_columns.Optional(Whose) is { } member) _deputies.Add((key, member, table.Line));
        }

        /// <summary>Finds whose deputies they are: the latest own seat of that person in the same organ.</summary>
        public void FollowDeputies(FeedNotes notes)
        {
            foreach (var (key, person, line) in _deputies)
            {
                if (!Seats.TryGetValue(key, out var deputy)) continue;

                var member = Seats.Values.Select(s => s.Seat).Where(s => s.Person == person && s.Organ == deputy.Seat.Organ && s.Role.Reading == SeatReading.Member).MaxBy(s => s.First ?? DateOnly.MinValue);
                if (member is null || person == deputy.Seat.Person) notes.Error(DecisionText.NoSuchSeat, null, line, Whose);
                else Seats[key] = (deputy.Seat with { StandsInFor = member.Key }, line);
            }
        }

        private Official Official()
        {
            var mail = _columns.Optional("sähköposti");
            if (mail is not null && !FieldRules.IsMail(mail)) _columns.Wrong("sähköposti", DeliveryText.NotMail);

            var written = _columns.Span("puhelin");
            var phone = FieldRules.Phone(written);
            if (!written.IsEmpty && phone is null) _columns.Wrong("puhelin", DeliveryText.NotPhone);
            return new(_columns.Required("henkilöavain", FieldRules.LongestKey) ?? "", _columns.Required("etunimi", FieldRules.LongestName) ?? "", _columns.Required("sukunimi", FieldRules.LongestName) ?? "", mail, phone);
        }
    }
}
