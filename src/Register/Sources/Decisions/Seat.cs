using System.Globalization;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Who holds positions of trust, as a file of decision-making services names them.</summary>
internal sealed record Official(string Key, string GivenName, string FamilyName, string? Email, string? Phone);

/// <summary>A position in an organ.</summary>
/// <param name="Last">Null where neither the position nor the term of the organ has an end.</param>
/// <param name="StandsInFor">The key of the position a personal deputy is for.</param>
internal sealed record Seat(string Key, string Person, string Organ, SeatRole Role, DateOnly? First, DateOnly? Last, string? StandsInFor)
{
    /// <summary>Where a file has no ids for positions: the organ, the duty, and from when. The same again is the same position.</summary>
    public static string KeyOf(string organ, SeatRole role, DateOnly? first) =>
        first is null ? $"{organ}/{role.Duty}" : $"{organ}/{role.Duty}/{first.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}

/// <summary>Makes people of officials and their seats.</summary>
internal static class Seats
{
    public static ReadFeed Read(IReadOnlyCollection<Official> officials, IReadOnlyCollection<Seat> seats, IReadOnlyDictionary<string, FedGroup> organs, FeedNotes notes)
    {
        var bySeat = seats.ToDictionary(s => s.Key, StringComparer.Ordinal);
        var byPerson = seats.ToLookup(s => s.Person, StringComparer.Ordinal);
        var people = officials.Where(o => byPerson.Contains(o.Key)).Select(o => Person(o, [.. byPerson[o.Key]], bySeat, organs)).ToList();
        if (people.Count < officials.Count) notes.Remark(DecisionText.Seatless(officials.Count - people.Count));
        if (seats.Count(s => s.Last is null) is > 0 and var open) notes.Remark(DecisionText.Endless(open));

        var used = seats.Select(s => s.Organ).ToHashSet(StringComparer.Ordinal);
        return new(true, people.Count, [], [.. organs.Values.Where(o => used.Contains(o.Key))], _ => people.ToAsyncEnumerable());
    }

    private static FedPerson Person(Official official, IReadOnlyList<Seat> seats, Dictionary<string, Seat> bySeat, IReadOnlyDictionary<string, FedGroup> organs) =>
        new(official.Key, Card.A, official.GivenName, official.FamilyName, [.. seats.Select(s => Assignment(s, bySeat))])
        {
            Email = official.Email,
            Phone = official.Phone,
            Organisation = organs[seats[0].Organ].Name,
        };

    private static FedAssignment Assignment(Seat seat, Dictionary<string, Seat> bySeat) => new(
        seat.Key, Population.Elected, seat.Role.Reading == SeatReading.Deputy ? AssignmentKind.Deputy : AssignmentKind.Regular,
        seat.First, seat.Last ?? Helsinki.Open, Organ: seat.Organ, Duty: seat.Role.Duty)
    {
        StandsInFor = seat.StandsInFor is { } of ? (bySeat[of].Person, of) : null,
    };
}
