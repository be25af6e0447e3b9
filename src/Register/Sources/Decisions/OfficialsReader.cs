using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// The CSV twin for clerks: a row for each position, semicolons between, the columns by name. A personal deputy names the member's key in
/// the column "kenen varajäsen". It always says the whole.
/// </summary>
internal sealed class OfficialsReader : IFeedReader
{
    private const string Whose = "kenen varajäsen";

    private static readonly string[] Needed = ["henkilöavain", "sukunimi", "etunimi", "toimielin", "tehtävä", "alkaa", "päättyy", "sähköposti", "puhelin"];

    public string Format => "luottamushenkilöt";

    public Source Source => Source.Decisions;

    public string Feed => "";

    public Task<ReadFeed?> ReadAsync(FeedFile file, FeedNotes notes, CancellationToken stop) => Task.Run(() =>
    {
        if (Charsets.Choose(file.Path, [Charsets.Utf8, Charsets.Windows], notes) is not { } charset) return null;

        using var table = CsvTable.Open(File.OpenRead(file.Path), charset, ';', notes, null);
        if (table is null || !HasHeader(table, notes)) return null;

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

    private static bool HasHeader(CsvTable table, FeedNotes notes)
    {
        foreach (var column in Needed.Where(c => table.Find(c) < 0)) notes.Error(DeliveryText.ColumnMissing, null, 1, column);
        for (var i = 0; i < table.Header.Count; i++)
        {
            if (Needed.Contains(table.Header[i]) || table.Header[i] == Whose)
            {
                if (table.Find(table.Header[i]) != i) notes.Error(DeliveryText.ColumnTwice, null, 1, table.Header[i]);
                continue;
            }

            table.Skip(i);
            notes.Dropped(DeliveryText.ColumnUnknown, null, DeliveryText.Shown(table.Header[i]));
        }

        return !notes.HasErrors;
    }

    private sealed class Rows(CsvTable table)
    {
        private readonly Dictionary<string, int> _places = Needed.Append(Whose).ToDictionary(c => c, table.Find, StringComparer.Ordinal);
        private readonly List<(string Seat, string Member, int Line)> _deputies = [];
        private bool _wrong;

        public Dictionary<string, Official> Officials { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, (Seat Seat, int Line)> Seats { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, FedGroup> Organs { get; } = new(StringComparer.Ordinal);

        public int Staff { get; private set; }

        public void Take()
        {
            _wrong = false;
            var person = Official();
            var organ = Required("toimielin", FieldRules.LongestGroup);
            var role = SeatRoles.Find(Required("tehtävä", FieldRules.LongestGroup) ?? "");
            if (role is null && !table.IsEmpty(_places["tehtävä"])) Wrong("tehtävä", DecisionText.RoleUnknown);

            var first = Day("alkaa");
            var last = Day("päättyy");
            if (first > last) Wrong("päättyy", DeliveryText.DaysReversed);
            if (_wrong || organ is null || role is null) return;
            if (!Officials.TryAdd(person.Key, person) && Officials[person.Key] != person) Wrong("henkilöavain", SchoolText.DifferentPerson);
            if (role.Reading == SeatReading.Nobody)
            {
                Staff++;
                return;
            }

            Organs.TryAdd(organ, new(organ, GroupKind.Organ, organ));
            var key = $"{person.Key}:{Seat.KeyOf(organ, role, first)}";
            if (key.Length > FieldRules.LongestKey) Wrong("toimielin", DeliveryText.TooLong);
            else if (!Seats.TryAdd(key, (new(key, person.Key, organ, role, first, last, null), table.Line))) Wrong("henkilöavain", DecisionText.SeatTwice);
            if (table.Optional(_places[Whose]) is { } member) _deputies.Add((key, member, table.Line));
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
            var mail = table.Optional(_places["sähköposti"]);
            if (mail is not null && !FieldRules.IsMail(mail)) Wrong("sähköposti", DeliveryText.NotMail);

            var written = table.Span(_places["puhelin"]);
            var phone = FieldRules.Phone(written);
            if (!written.IsEmpty && phone is null) Wrong("puhelin", DeliveryText.NotPhone);
            return new(Required("henkilöavain", FieldRules.LongestKey) ?? "", Required("etunimi", FieldRules.LongestName) ?? "", Required("sukunimi", FieldRules.LongestName) ?? "", mail, phone);
        }

        private string? Required(string column, int longest)
        {
            var value = table.Optional(_places[column]);
            if (value is null) Wrong(column, DeliveryText.Required);
            else if (value.Length > longest) Wrong(column, DeliveryText.TooLong);
            return value;
        }

        private DateOnly? Day(string column)
        {
            var value = table.Span(_places[column]);
            if (value.IsEmpty) return null;
            if (FieldRules.TryWrittenDay(value, out var day)) return day;

            Wrong(column, DeliveryText.NotADay);
            return null;
        }

        private void Wrong(string column, Text reason)
        {
            _wrong = true;
            table.Error(_places[column], reason);
        }
    }
}
