using System.Globalization;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Somebody in a town that is lived for years: every value that names them is a word of their own, found nowhere else.</summary>
internal sealed class Traveller
{
    private readonly Random _chance;

    public Traveller(Random chance, Population population)
    {
        (_chance, Population) = (chance, population);
        (Given, Family) = (Capital(Word()), Capital(Word()));
        (UserId, Email, Phone, Key) = ($"{Word()}.{Word()}", $"{Word()}@{Word()}.example", $"+358{Digits(9)}", Word());
    }

    public PersonId Id { get; } = PersonId.New();
    public Population Population { get; set; }
    public string Given { get; }
    public string Family { get; }
    public string UserId { get; }
    public string Email { get; }
    public string Phone { get; }

    /// <summary>What the source calls them.</summary>
    public string Key { get; }

    /// <summary>On card B the same person has other addresses, so that one card can be told from the other.</summary>
    public string? SchoolEmail { get; private set; }

    /// <summary>What they write about themself in what dies with them: drafts, the names of files that nobody attached.</summary>
    public string Secret => $"{Given} {Family}";

    public AssignmentId? Assignment { get; set; }
    public DateOnly? Left { get; set; }

    public string NewSchoolEmail() => SchoolEmail = $"{Word()}@{Word()}.example";

    /// <summary>Everything that must be nowhere once the person has been erased.</summary>
    public void AddTo(Needles needles)
    {
        // Without the first letter, so that a folded name is found too.
        foreach (var (word, what) in new[] { (Given[1..], "given name"), (Family[1..], "family name"), (UserId, "user ID"), (Email, "e-mail"), (Phone, "phone"), (Key, "source key") })
            needles.Add(word, what);
        needles.Add(Fold.SortKey($"{Family} {Given}"), "sort key");
        needles.Add(Id.Value.ToByteArray(bigEndian: true), "id");
        needles.Add(Id.ToString(), "id in words");
        AddCardTo(needles);
    }

    public void AddCardTo(Needles needles)
    {
        if (SchoolEmail is not null) needles.Add(SchoolEmail, "school e-mail");
    }

    private string Word() => string.Create(11, _chance, (letters, chance) =>
    {
        for (var i = 0; i < letters.Length; i++) letters[i] = (char)('a' + chance.Next(26));
    });

    private string Digits(int count) => _chance.NextInt64(100_000_000, 999_999_999).ToString(CultureInfo.InvariantCulture)[..count];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
