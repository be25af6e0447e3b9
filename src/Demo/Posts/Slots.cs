using System.Globalization;
using System.Text;

namespace Tupa.Demo;

/// <summary>
/// Fills the braces of a text: {a|b} one of several, {10-40} a number, {na+3} "torstaina 26.11.", {hin+3} "torstaihin 26.11.", {sta+3} "torstaista 26.11.", {d+3} "to 26.11.", {wd+3} "torstaina",
/// {dag+3} "torsdag 26.11", {vk} the week, {kk} "marraskuussa", {v} the year, {paikka.ssa} a place in one of its cases,
/// {1:a|b} the same place as every other choice that begins with 1:, {@} a mention, {luokka} and {koulu} those of the space.
/// </summary>
internal sealed class Slots(Dice dice, DateOnly day, IReadOnlyDictionary<string, string> given, Func<int?> mention)
{
    private static readonly string[] Days = ["sunnuntaina", "maanantaina", "tiistaina", "keskiviikkona", "torstaina", "perjantaina", "lauantaina"];
    private static readonly string[] Until = ["sunnuntaihin", "maanantaihin", "tiistaihin", "keskiviikkoon", "torstaihin", "perjantaihin", "lauantaihin"];
    private static readonly string[] Since = ["sunnuntaista", "maanantaista", "tiistaista", "keskiviikosta", "torstaista", "perjantaista", "lauantaista"];
    private static readonly string[] Short = ["su", "ma", "ti", "ke", "to", "pe", "la"];
    private static readonly string[] Dagar = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];

    private static readonly string[] Months =
        ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"];

    private static readonly Dictionary<string, List<string[]>> Cases = Lines.Rows("Lists/slots")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(row => row[1..]).ToList(), StringComparer.Ordinal);

    private readonly Dictionary<string, string[]> _chosen = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int> _together = [];

    public List<int> Mentions { get; } = [];

    public string Fill(string text)
    {
        var filled = new StringBuilder(text.Length + 40);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            if (open < 0) break;
            var close = text.IndexOf('}', open);
            filled.Append(text, at, open - at).Append(Value(text[(open + 1)..close]));
            at = close + 1;
        }

        // A date that ends a sentence brings its own full stop.
        return filled.Append(text, at, text.Length - at).Replace("..", ".").ToString();
    }

    private string Value(string slot)
    {
        if (slot.Contains('|', StringComparison.Ordinal)) return OneOf(slot);
        if (slot == "@") return Mention();
        if (given.TryGetValue(slot, out var value)) return value;
        var plus = slot.IndexOf('+', StringComparison.Ordinal);
        var name = plus < 0 ? slot : slot[..plus];
        var add = plus < 0 ? 0 : int.Parse(slot[(plus + 1)..], CultureInfo.InvariantCulture);
        if (char.IsAsciiDigit(slot[0])) return Between(slot);
        return name switch
        {
            "d" => Date(Short, add, "."),
            "na" => Date(Days, add, "."),
            "hin" => Date(Until, add, "."),
            "sta" => Date(Since, add, "."),
            "wd" => Days[(int)WorkDay(add).DayOfWeek],
            "dag" => Date(Dagar, add, ""),
            "vk" => Whole(ISOWeek.GetWeekOfYear(day.AddDays(7 * add).ToDateTime(TimeOnly.MinValue))),
            "kk" => Months[day.AddMonths(add).Month - 1] + "kuussa",
            "kkn" => Months[day.AddMonths(add).Month - 1] + "kuun",
            "v" => Whole(day.Year + add),
            _ => Case(name),
        };
    }

    private string OneOf(string slot)
    {
        if (slot[1] != ':' || !char.IsAsciiDigit(slot[0])) return dice.Pick(slot.Split('|'));

        var choices = slot[2..].Split('|');
        if (!_together.TryGetValue(slot[0], out var place)) _together[slot[0]] = place = dice.Below(choices.Length);
        return choices[Math.Min(place, choices.Length - 1)];
    }

    private string Mention()
    {
        if (mention() is not { } person) return "kaikki";
        if (!Mentions.Contains(person)) Mentions.Add(person);
        return $"@{{{Whole(person)}}}";
    }

    /// <summary>"paikka.ssa": the same place in every case within one post; "paikka2" is another.</summary>
    private string Case(string slot)
    {
        var dot = slot.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? slot : slot[..dot];
        var column = dot < 0 ? 0 : slot[(dot + 1)..] switch { "n" => 1, "ssa" => 2, "an" => 3, "sta" => 4, var other => throw new FormatException(other) };
        if (!_chosen.TryGetValue(name, out var forms))
        {
            if (!Cases.TryGetValue(name.TrimEnd('2'), out var rows)) throw new FormatException($"No such slot: {slot}");
            do forms = dice.Pick(rows);
            while (_chosen.ContainsValue(forms));
            _chosen.Add(name, forms);
        }

        return forms[column];
    }

    private string Between(string slot)
    {
        var dash = slot.IndexOf('-', StringComparison.Ordinal);
        var low = int.Parse(slot[..dash], CultureInfo.InvariantCulture);
        var high = int.Parse(slot[(dash + 1)..], CultureInfo.InvariantCulture);
        var number = dice.Between(low, high);
        return number < 10_000 ? Whole(number) : $"{Whole(number / 1000)}\u00a0{(number % 1000).ToString("000", CultureInfo.InvariantCulture)}";
    }

    private string Date(string[] names, int add, string end)
    {
        var date = WorkDay(add);
        return string.Create(CultureInfo.InvariantCulture, $"{names[(int)date.DayOfWeek]} {date.Day}.{date.Month}{end}");
    }

    private DateOnly WorkDay(int add)
    {
        var date = day.AddDays(add);
        return date.DayOfWeek switch { DayOfWeek.Saturday => date.AddDays(2), DayOfWeek.Sunday => date.AddDays(1), _ => date };
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
