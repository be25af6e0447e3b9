using System.Globalization;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Somebody in a town that is lived for years: every value that names them is a word of their own, found nowhere else.</summary>
internal sealed class Traveller
{
    private readonly Random _chance;
    private readonly List<Life> _erased = [];

    public Traveller(Random chance, Source source, Population population)
    {
        (_chance, Source, Population) = (chance, source, population);
        (Given, Family) = (Capital(Word()), Capital(Word()));
        (UserId, Email, Phone, Key) = ($"{Word()}.{Word()}", Mail(), $"+358{Digits(9)}", Word());
        if (source == Source.Schools) SchoolEmail = Mail();
    }

    /// <summary>Who they are in the house; nobody until it has heard of them.</summary>
    public PersonId Id { get; set; }

    /// <summary>Who speaks of them now.</summary>
    public Source Source { get; set; }
    public Population Population { get; set; }
    public string Given { get; }
    public string Family { get; }
    public string UserId { get; }
    public string Email { get; private set; }
    public string Phone { get; private set; }

    /// <summary>What the source calls them.</summary>
    public string Key { get; set; }

    /// <summary>On card B the same person has other addresses, so that one card can be told from the other.</summary>
    public string? SchoolEmail { get; private set; }

    /// <summary>An address that the source gives them and that is somebody else's here: whose the record is cannot be told by it.</summary>
    public string? OthersEmail { get; init; }

    /// <summary>What they write about themself in what dies with them: drafts, the names of files that nobody attached.</summary>
    public string Secret => $"{Given} {Family}";

    /// <summary>The number of the unit, of the staff.</summary>
    public int Unit { get; set; }

    /// <summary>The class, at school.</summary>
    public (int Grade, int Letter) Class { get; set; }

    /// <summary>How many seats in the council they have had, and since when the last.</summary>
    public (int Number, DateOnly Since) Seat { get; set; }

    /// <summary>Their last day, as the source tells it; null where it is open.</summary>
    public DateOnly? LastDay { get; set; }
    public DateOnly? Left { get; set; }

    /// <summary>They have been erased and return: what the source calls them is the same, and so are the name and the user ID; all else is new.</summary>
    public void ComeAnew()
    {
        _erased.Add(new(Id, Email, Phone, SchoolEmail));
        (Id, Email, Phone) = (default, Mail(), $"+358{Digits(9)}");
        SchoolEmail = Source == Source.Schools ? Mail() : null;
    }

    /// <summary>Whether this was them once, before they were erased.</summary>
    public bool Was(PersonId person) => _erased.Exists(life => life.Person == person);

    /// <summary>Everything that must be nowhere once the person has been erased.</summary>
    public void AddTo(Needles needles)
    {
        // Without the first letter, so that a folded name is found too.
        foreach (var (word, what) in new[] { (Given[1..], "given name"), (Family[1..], "family name"), (UserId, "user ID"), (Key, "source key") })
            needles.Add(word, what);
        needles.Add(Fold.SortKey($"{Family} {Given}"), "sort key");
        Add(needles, new(Id, Email, Phone, SchoolEmail));
        AddErasedTo(needles);
    }

    /// <summary>What has not come back with somebody who was erased and returned.</summary>
    public void AddErasedTo(Needles needles)
    {
        foreach (var life in _erased) Add(needles, life);
    }

    public void AddCardTo(Needles needles)
    {
        if (SchoolEmail is not null) needles.Add(SchoolEmail, "school e-mail");
    }

    private static void Add(Needles needles, Life life)
    {
        needles.Add(life.Email, "e-mail");
        needles.Add(life.Phone, "phone");
        if (life.SchoolEmail is not null) needles.Add(life.SchoolEmail, "school e-mail");
        if (life.Person == default) return;

        needles.Add(life.Person.Value.ToByteArray(bigEndian: true), "id");
        needles.Add(life.Person.ToString(), "id in words");
    }

    private string Mail() => $"{Word()}@{Word()}.example";

    private string Word() => string.Create(11, _chance, (letters, chance) =>
    {
        for (var i = 0; i < letters.Length; i++) letters[i] = (char)('a' + chance.Next(26));
    });

    private string Digits(int count) => _chance.NextInt64(100_000_000, 999_999_999).ToString(CultureInfo.InvariantCulture)[..count];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private sealed record Life(PersonId Person, string Email, string Phone, string? SchoolEmail);
}
